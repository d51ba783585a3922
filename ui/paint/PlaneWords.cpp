// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Settled words are upright and bold, unsettled ones italic.
#include "paint/PlaneWords.h"
#include "paint/Pens.h"
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>

namespace ard::ui {

namespace {
constexpr double kSteepBelow = 1.6; ///< columns narrower than this many base font sizes get upright-turned words
constexpr double kSteepAngle = 90;
constexpr double kNumberShare = 0.8; ///< size of the position numbers in base font sizes
constexpr double kSmallest = 8;      ///< pixels
constexpr double kBelowAxis = 5;     ///< pixels

double basePixels(const QFont &font)
{
    return QFontInfo(font).pixelSize();
}

double numberHeight(const QFont &font)
{
    return basePixels(font) * kNumberShare * 1.5;
}

void paintNumbers(QPainter &painter, const PlaneState &state, const PlaneGeometry &g)
{
    QFont font = state.font;
    font.setPixelSize(std::max(7, static_cast<int>(basePixels(state.font) * kNumberShare)));
    const double room = QFontMetricsF(font).horizontalAdvance(QStringLiteral("00")) * 1.4;
    const int every = g.columnWidth() < room ? 5 : 1;
    painter.setFont(font);
    painter.setPen(state.tones->muted);
    for (int n = 0; n < g.layout().positions(); n += every)
        painter.drawText(QRectF(g.x(n) - 40, g.plane().bottom() + kBelowAxis, 80, numberHeight(state.font)),
                         Qt::AlignCenter, QString::number(n));
}

void paintExplanation(QPainter &painter, const PlaneState &state, const PlaneGeometry &g)
{
    const double top = g.plane().bottom() + kBelowAxis + numberHeight(state.font);
    painter.setFont(state.font);
    painter.setPen(state.tones->text);
    painter.drawText(QRectF(g.plane().left(), top, g.plane().width(), g.area().bottom() - 1 - top),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, state.explanation);
}

void paintWord(QPainter &painter, const PlaneState &state, const PlaneGeometry &g, const WordMetrics &m, int position)
{
    const PlaneWord &word = state.words[static_cast<std::size_t>(position)];
    const QPointF at(g.x(position), g.plane().bottom() + kBelowAxis + numberHeight(state.font));
    QFont font = state.font;
    font.setPixelSize(std::max(1, static_cast<int>(m.pixelSize)));
    font.setBold(word.settled && !word.padding);
    font.setItalic(!word.settled && !word.padding);
    painter.setFont(font);
    const QFontMetricsF fm(font);
    painter.setPen(word.padding ? state.tones->outline : word.settled ? state.tones->text : state.tones->unsettled);
    const QString text = word.padding ? QStringLiteral("·") : word.text;
    if (!m.rotated) {
        const double width = g.columnWidth();
        const QRectF box(at.x() - width / 2, at.y(), width, m.pixelSize * 1.6);
        painter.drawText(box, Qt::AlignCenter, fm.elidedText(text, Qt::ElideRight, width - 2));
        return;
    }
    const double radians = m.angle * M_PI / 180;
    const double down = g.area().bottom() - 1 - at.y() - m.pixelSize * 0.4;
    const double right = g.area().right() - 1 - at.x() - 2;
    const double length = m.angle < 89 ? std::min(down / std::sin(radians), right / std::cos(radians)) : down;
    painter.save();
    painter.translate(at);
    painter.rotate(m.angle);
    painter.drawText(QPointF(m.pixelSize * 0.2, fm.ascent() * 0.38), fm.elidedText(text, Qt::ElideRight, length));
    painter.restore();
}
} // namespace

WordMetrics wordMetrics(double columnWidth, const QFont &font)
{
    const double base = basePixels(font);
    const double numbers = base * kNumberShare * 1.5 + 4;
    WordMetrics result;
    result.rotated = columnWidth < base * 5;
    if (!result.rotated) {
        result.pixelSize = base * 1.15;
        result.height = numbers + result.pixelSize * 1.7;
        return result;
    }
    if (columnWidth < base * kSteepBelow)
        result.angle = kSteepAngle;
    result.pixelSize = std::clamp(columnWidth * std::sin(result.angle * M_PI / 180) / 1.1, kSmallest, base * 1.15);
    result.every = std::max(1, static_cast<int>(std::ceil(kSmallest * 1.1 / std::max(1.0, columnWidth))));
    result.height = numbers + result.pixelSize * 5.6;
    return result;
}

void paintPlaneWords(QPainter &painter, const PlaneState &state, const PlaneGeometry &g)
{
    if (g.layout().isEmpty())
        return;
    const SmoothLines smooth(painter);
    paintNumbers(painter, state, g);
    if (state.preview)
        paintExplanation(painter, state, g);
    const WordMetrics metrics = wordMetrics(g.columnWidth(), state.font);
    const int words = std::min(g.layout().positions(), static_cast<int>(state.words.size()));
    for (int n = 0; n < words; n += metrics.every)
        paintWord(painter, state, g, metrics, n);
}

} // namespace ard::ui
