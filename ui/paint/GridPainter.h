// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// GridPainter: one cell of the table of executed steps by position: the fill of the quantity, the word in black or white,
// the signs of what happened.
#include <QColor>
#include <QFont>
#include <QRect>
#include <QString>

class QPainter;

namespace ard::ui {

struct GridCell {
    QColor fill;
    QString text;
    bool settled = false;
    bool padding = false; ///< drawn as a quiet dot
    bool clean = false;   ///< timestep 0 reached: a thick bottom edge
    bool changed = false; ///< another word than one call before: a frame
    bool pinned = false;  ///< a branch holds it at its word: brackets
    bool selected = false;
    bool hovered = false;
};

void paintGridCell(QPainter &painter, const GridCell &cell, const QFont &font, const QRect &rect);

} // namespace ard::ui
