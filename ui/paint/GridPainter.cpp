// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/GridPainter.h"
#include "paint/ColorMap.h"
#include <QFontMetrics>
#include <QPainter>

namespace ard::ui {

namespace {
QPen framePen(const QColor &color, double width)
{
    return QPen(color, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin);
}

void paintWord(QPainter &painter, const GridCell &cell, QFont font, const QRect &rect)
{
    font.setBold(cell.settled && !cell.padding);
    font.setItalic(!cell.settled && !cell.padding);
    painter.setFont(font);
    const QRect inner = rect.adjusted(3, 1, -3, -1);
    const QString text = cell.padding ? QStringLiteral("·") : cell.text;
    painter.drawText(inner, Qt::AlignCenter, QFontMetrics(font).elidedText(text, Qt::ElideRight, inner.width()));
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
    paintWord(painter, cell, font, rect);
    painter.setBrush(Qt::NoBrush);
    if (cell.changed) {
        painter.setPen(framePen(ink, 1.4));
        painter.drawRect(rect.adjusted(2, 2, -3, -3));
    }
    if (cell.selected) { // dark and light: seen on every fill
        painter.setPen(framePen(Qt::white, 4));
        painter.drawRect(rect.adjusted(2, 2, -2, -2));
        painter.setPen(framePen(QColor(0x14161a), 2));
        painter.drawRect(rect.adjusted(2, 2, -2, -2));
    } else if (cell.hovered) {
        painter.setPen(QPen(ink, 1));
        painter.drawRect(rect.adjusted(1, 1, -2, -2));
    }
    painter.restore();
}

} // namespace ard::ui
