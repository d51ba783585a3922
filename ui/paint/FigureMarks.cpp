// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/FigureMarks.h"
#include "paint/Pens.h"
#include <QFontMetricsF>
#include <QPainter>

namespace ard::ui {

namespace {
constexpr double kCap = 5;     ///< pixels: the ends of the bracket
constexpr double kPadding = 4; ///< pixels round a label

/// A label on a ground of its own, seen on every fill.
void paintLabel(QPainter &painter, const PlaneState &state, const QFont &font, QRectF box, const QColor &color,
                const QString &text)
{
    painter.setPen(QPen(color, 1.2));
    painter.setBrush(state.tones->surface);
    painter.drawRoundedRect(box, 4, 4);
    painter.setFont(font);
    painter.setPen(state.tones->text);
    painter.drawText(box, Qt::AlignCenter, text);
}

QRectF labelBox(const QFont &font, const QString &text)
{
    const QFontMetricsF fm(font);
    return {0, 0, fm.horizontalAdvance(text) + 2 * kPadding, fm.height() + kPadding / 2};
}

QFont labelFont(const PlaneState &state)
{
    QFont font = state.font;
    font.setBold(true);
    return font;
}

QString momentName(bool next, int sentenceStep)
{
    return (next ? QStringLiteral("tᵢ₊₁ = %1") : QStringLiteral("tᵢ = %1")).arg(sentenceStep);
}

QPolygonF frontAfter(const PlaneGeometry &g, int calls)
{
    QPolygonF line;
    for (int n = 0; n < g.layout().columns(); ++n)
        line << QPointF(g.x(n), g.y(g.layout().timestep(calls, n)));
    return line;
}

/// Within the area, and not over the other label.
void place(QRectF &box, const QRectF &area)
{
    box.translate(std::min(0.0, area.right() - 2 - box.right()), 0);
    box.translate(std::max(0.0, area.left() + 2 - box.left()), 0);
    box.translate(0, std::max(0.0, area.top() + 1 - box.top()));
    box.translate(0, std::min(0.0, area.bottom() - 1 - box.bottom()));
}
} // namespace

int figureMoment(const PlaneState &state)
{
    return std::min(state.shownCalls, state.layout.modelCalls() - 1);
}

void paintFigureFronts(QPainter &painter, const PlaneState &state, const PlaneGeometry &g)
{
    const int now = figureMoment(state);
    if (now < 0)
        return;
    const QPolygonF from = frontAfter(g, now), to = frontAfter(g, now + 1);
    const SmoothLines smooth(painter);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(roundPen(faded(state.tones->surface, 0.75), 5));
    painter.drawPolyline(to);
    painter.setPen(nextFrontPen(*state.tones));
    painter.drawPolyline(to);
    if (now < state.shownCalls) { // at the end the front itself is t_{i+1}
        painter.setPen(roundPen(state.tones->front, 2.6));
        painter.drawPolyline(from);
    }
    // t_i above its front at the right, t_{i+1} below its own in the middle: they never meet.
    const QFont font = labelFont(state);
    const QString first = momentName(false, g.layout().sentenceStep(now)),
                  second = momentName(true, g.layout().sentenceStep(now + 1));
    QRectF box = labelBox(font, first);
    box.moveBottomRight(from.back() + QPointF(0, -8));
    place(box, g.plane());
    paintLabel(painter, state, font, box, state.tones->front, first);
    QRectF other = labelBox(font, second);
    other.moveTopLeft(to[to.size() / 3] + QPointF(0, 8));
    place(other, g.plane());
    if (other.intersects(box))
        other.moveTop(box.bottom() + 2);
    paintLabel(painter, state, font, other, state.tones->accent, second);
}

QPen nextFrontPen(const Tones &tones)
{
    QPen dashed = roundPen(tones.accent, 2.6);
    dashed.setDashPattern({2.4, 2});
    return dashed;
}

void paintSpeedBracket(QPainter &painter, const Tones &tones, double x, double top, double bottom)
{
    for (const auto &[color, width] : {std::pair(tones.surface, 5.0), std::pair(tones.text, 2.2)}) {
        painter.setPen(QPen(color, width, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(x, top), QPointF(x, bottom));
        for (const double y : {top, bottom})
            painter.drawLine(QPointF(x - kCap, y), QPointF(x + kCap, y));
    }
}

void paintSpeed(QPainter &painter, const PlaneState &state, const PlaneGeometry &g, int position)
{
    const int now = figureMoment(state);
    if (now < 0 || position < 0 || position >= g.layout().columns())
        return;
    const int from = g.layout().timestep(now, position), to = g.layout().timestep(now + 1, position);
    const double x = g.x(position), top = g.y(from), bottom = g.y(to);
    const SmoothLines smooth(painter);
    paintSpeedBracket(painter, *state.tones, x, top, bottom);
    const QFont font = labelFont(state);
    const QString text = QStringLiteral("v(%1, %2, %3) = %4")
                             .arg(position)
                             .arg(g.layout().sentenceStep(now))
                             .arg(g.layout().sentenceStep(now + 1))
                             .arg(from - to);
    QRectF box = labelBox(font, text);
    box.moveCenter({0, (top + bottom) / 2});
    box.moveLeft(x + kCap + 5);
    if (box.right() > g.plane().right())
        box.moveRight(x - kCap - 5);
    place(box, g.plane());
    paintLabel(painter, state, font, box, state.tones->text, text);
}

} // namespace ard::ui
