// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RunMemory: what a run takes in the window's memory, and the most that one may: all its frames are kept, so that every moment of
// the film can be shown at once. A run that would take more is not begun.
#include "trace/RunRecord.h"
#include <QCoreApplication>
#include <QString>

namespace ard::ui {

class RunMemory {
    Q_DECLARE_TR_FUNCTIONS(ard::ui::RunMemory)

public:
    static constexpr qint64 kMost = qint64(512) << 20; ///< bytes, as twenty thousand calls of 256 positions nearly take

    /// Bytes of the frames and the plan of a run of so many model calls and positions.
    static qint64 of(qint64 modelCalls, qint64 positions);
    static qint64 of(const RunRecord &record); ///< with the frames that it has
    /// "51.2 MB of at most 512.0 MB"
    static QString text(const RunRecord &record);
    /// Why a run of so many model calls and positions is not begun, one sentence; empty: it may be.
    static QString problem(qint64 modelCalls, qint64 positions);
};

} // namespace ard::ui
