// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SheetTile: one cell of a contact sheet: the small plane, the sentence under it in as many lines as there is room for, what it
// cost, and what is said beside that. Any thread.
#include "paint/Tones.h"
#include <QFont>
#include <QImage>
#include <QRectF>
#include <QString>

class QPainter;

namespace ard::ui {

struct SheetTile {
    enum class Kind {
        Plan,    ///< nothing but the plan
        Growing, ///< the sentence may still change
        Written,
        Failed ///< text says why, in the place of the plane too
    };
    Kind kind = Kind::Plan;
    QString text;
    QString cost;        ///< at the left of the last line
    QString remark;      ///< at its right
    bool isGood = false; ///< the remark is good news
    QImage picture;      ///< empty: not painted yet
    bool selected = false, focused = false, hovered = false;
    const Tones *tones = &lightTones();
    QFont font;
};

/// Where the picture stands in a tile; the same for all tiles of a size.
QRectF sheetPictureRect(const QRectF &tile, const QFont &font);
/// The least height in which plane, sentence and cost can be told; and one in which they stand well.
QSizeF leastSheetTile(const QFont &font);
void paintSheetTile(QPainter &painter, const SheetTile &tile, const QRectF &rect);

} // namespace ard::ui
