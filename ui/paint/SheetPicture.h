// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SheetPicture: the plane of one cell of a contact sheet, small: by the painter of the plane, without axes and words. Any thread.
#include "paint/PlaneState.h"
#include "trace/RunRecord.h"
#include <QImage>
#include <QSize>
#include <memory>

namespace ard::ui {

struct SheetPicture {
    std::shared_ptr<const RunRecord> record; ///< as far as it came; null: the plan of the request
    GenerationRequest request;               ///< with N and T, where there is no record
    int columns = 0;                         ///< positions shown, the first ones; 0: all
    Quantity quantity = Quantity::Noise;
    double entropyMaximum = 1; ///< nats, the same in all cells
    bool offTraining = false;
    const Tones *tones = &lightTones();
    QSize size;       ///< before the ratio
    double ratio = 1; ///< device pixels
};

/// Transparent where there is no plan.
QImage paintSheetPicture(const SheetPicture &picture);
/// Positions that the finished sentence needs: without PAD at its end; at least 1, at most N.
int positionsNeeded(const RunRecord &record);

} // namespace ard::ui
