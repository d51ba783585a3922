// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/SheetTile.h"
#include "paint/Pens.h"
#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>
#include <cmath>

namespace ard::ui {

namespace {

constexpr double kTileMargin = 7;
constexpr double kTileGap = 4;
constexpr double kTileSmall = 0.85;    ///< of the font, for what stands in the last line
constexpr double kLeastPicture = 34;   ///< pixels
constexpr double kMostOfHeight = 0.62; ///< of a tile, for the picture
constexpr int kLeastLines = 2;         ///< of the sentence

double costHeight(const QFont &font)
{
    return std::ceil(QFontMetricsF(scaledFont(font, kTileSmall)).height());
}

/// Whole lines, the last one shortened.
void paintLines(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font)
{
    const QFontMetricsF metrics(font);
    const int most = std::max(1, static_cast<int>(rect.height() / metrics.lineSpacing()));
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    double y = rect.top();
    for (int number = 1; number <= most; ++number) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(rect.width());
        const int end = line.textStart() + line.textLength();
        const bool isShortened = number == most && end < text.size();
        const QString part = isShortened ? metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, rect.width())
                                         : text.mid(line.textStart(), line.textLength());
        painter.drawText(QPointF(rect.left(), y + metrics.ascent()), part.trimmed());
        y += metrics.lineSpacing();
    }
    layout.endLayout();
}

void paintFrame(QPainter &painter, const SheetTile &tile, const QRectF &rect)
{
    const Tones &tones = *tile.tones;
    painter.fillRect(rect, tones.surface);
    if (tile.selected)
        painter.fillRect(rect, faded(tones.accent, tile.focused ? 0.12 : 0.06));
    else if (tile.hovered)
        painter.fillRect(rect, faded(tones.accent, 0.05));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tones.hairline, 1));
    painter.drawLine(rect.topRight() + QPointF(-0.5, 0), rect.bottomRight() + QPointF(-0.5, 0));
    painter.drawLine(rect.bottomLeft() + QPointF(0, -0.5), rect.bottomRight() + QPointF(0, -0.5));
    if (tile.selected) {
        painter.setPen(QPen(tones.accent, tile.focused ? 2 : 1));
        painter.drawRect(rect.adjusted(1.5, 1.5, -2.5, -2.5));
    }
}

void paintCost(QPainter &painter, const SheetTile &tile, const QRectF &line)
{
    const QFont small = scaledFont(tile.font, kTileSmall);
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    double right = line.right();
    if (!tile.remark.isEmpty()) {
        painter.setPen(tile.isGood ? tile.tones->good : tile.tones->muted);
        const QString remark = metrics.elidedText(tile.remark, Qt::ElideRight, line.width());
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, remark);
        right -= metrics.horizontalAdvance(remark) + kTileMargin;
    }
    const QRectF rest(line.topLeft(), QPointF(right, line.bottom()));
    if (tile.cost.isEmpty() || rest.width() <= metrics.horizontalAdvance(QStringLiteral("00")))
        return;
    painter.setPen(tile.tones->muted);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(tile.cost, Qt::ElideRight, rest.width()));
}

} // namespace

QSizeF leastSheetTile(const QFont &font)
{
    const QFontMetricsF metrics(font);
    return {metrics.averageCharWidth() * 20,
            2 * kTileMargin + kLeastPicture + 2 * kTileGap + kLeastLines * metrics.lineSpacing() + costHeight(font)};
}

QRectF sheetPictureRect(const QRectF &tile, const QFont &font)
{
    const double words = kLeastLines * QFontMetricsF(font).lineSpacing() + costHeight(font) + 2 * kTileGap;
    const double height = std::clamp(tile.height() - 2 * kTileMargin - words, 8.0,
                                     std::max(kLeastPicture, tile.height() * kMostOfHeight));
    return {tile.left() + kTileMargin, tile.top() + kTileMargin, std::floor(tile.width() - 2 * kTileMargin),
            std::floor(height)};
}

void paintSheetTile(QPainter &painter, const SheetTile &tile, const QRectF &rect)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(rect);
    paintFrame(painter, tile, rect);
    const QRectF picture = sheetPictureRect(rect, tile.font);
    const QRectF inner = rect.adjusted(kTileMargin, kTileMargin, -kTileMargin, -kTileMargin);
    const double cost = costHeight(tile.font);
    QRectF words(QPointF(inner.left(), picture.bottom() + kTileGap),
                 QPointF(inner.right(), inner.bottom() - cost - kTileGap / 2));
    painter.setFont(tile.font);
    if (tile.kind == SheetTile::Kind::Failed) {
        painter.fillRect(QRectF(rect.left(), rect.top() + 1, 3, rect.height() - 3), tile.tones->danger);
        painter.setPen(tile.tones->danger);
        paintLines(painter, inner, tile.text, tile.font);
        painter.restore();
        return;
    }
    if (!tile.picture.isNull())
        painter.drawImage(picture.topLeft(), tile.picture);
    const bool isWritten = tile.kind == SheetTile::Kind::Written;
    painter.setPen(isWritten ? tile.tones->text : tile.tones->muted);
    paintLines(painter, words, tile.text, tile.font);
    paintCost(painter, tile, QRectF(inner.left(), inner.bottom() - cost, inner.width(), cost));
    painter.restore();
}

} // namespace ard::ui
