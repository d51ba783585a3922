// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ColorBarPainter: the legend of a quantity: its title, its colours and the two ends of its range.
#include "paint/Quantity.h"
#include "paint/Tones.h"
#include <QFont>
#include <QRectF>
#include <QSize>

class QPainter;

namespace ard::ui {

struct ColorBarState {
    QuantityScale scale;
    const Tones *tones = &lightTones();
    QFont font;
};

QSize colorBarSize(const ColorBarState &state); ///< pixels
void paintColorBar(QPainter &painter, const ColorBarState &state, const QRectF &rect);

} // namespace ard::ui
