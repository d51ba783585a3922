// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/GridPainter.h"
#include "paint/CachedText.h"
#include "paint/ColorMap.h"
#include "paint/Pens.h"
#include "paint/Tones.h"
#include <QPainter>

namespace ard::ui {

namespace {
QPen framePen(const QColor &color, double width)
{
    return QPen(color, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin);
}

void paintGridWord(QPainter &painter, const GridCell &cell, QFont font, const QRect &rect)
{
    const WordStyle style = wordStyle(lightTones(), cell.settled, cell.padding); // its ink is that of the fill
    font.setBold(style.bold);
    const CachedText words(font);
    const QRect inner = rect.adjusted(3, 1, -3, -1);
    const QString text = words.elided(cell.padding ? QStringLiteral("·") : cell.text, inner.width());
    words.paintCentred(painter, inner, text);
    if (!style.dotted || text.isEmpty())
        return;
    const double half = words.width(text) / 2.0, middle = inner.left() + inner.width() / 2.0;
    const double y = std::min(inner.bottom() - 1.0, inner.center().y() + words.height() * 0.5);
    paintDottedLine(painter, middle - half, middle + half, y, painter.pen().color(), 1.2);
}
} // namespace

void paintGridCell(QPainter &painter, const GridCell &cell, const QFont &font, const QRect &rect)
{
    const QColor ink = readableTextOn(cell.fill);
    painter.save();
    painter.fillRect(rect, cell.fill);
    if (cell.clean)
        painter.fillRect(QRect(rect.left(), rect.bottom() - 2, rect.width(), 3), ink);
    painter.setPen(ink);
    paintGridWord(painter, cell, font, rect);
    painter.setBrush(Qt::NoBrush);
    if (cell.pinned)
        paintBrackets(painter, QRectF(rect).adjusted(2, 2, -2.5, -2.5), ink, 1.6);
    else if (cell.changed) {
        painter.setPen(framePen(ink, 1.4));
        painter.drawRect(rect.adjusted(2, 2, -3, -3));
    }
    if (cell.selected) { // dark and light: seen on every fill
        painter.setPen(framePen(Qt::white, 4));
        painter.drawRect(rect.adjusted(2, 2, -2, -2));
        painter.setPen(framePen(QColor(0x14161a), 2));
        painter.drawRect(rect.adjusted(2, 2, -2, -2));
    } else if (cell.hovered) {
        painter.setPen(QPen(ink, 1, Qt::DashLine)); // not the frame of a change
        painter.drawRect(rect.adjusted(0, 0, -1, -1));
    }
    painter.restore();
}

} // namespace ard::ui
