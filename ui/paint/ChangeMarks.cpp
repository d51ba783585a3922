// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/ChangeMarks.h"
#include "paint/Pens.h"

namespace ard::ui {

namespace {

using ChangeKind = PositionChange::Kind;

constexpr double kLargestMark = 6, kSmallestMark = 2.5; ///< pixels, half of a sign

QPolygonF markLine(const PlaneGeometry &g, int calls)
{
    QPolygonF line;
    for (int n = 0; n < g.layout().columns(); ++n)
        line << QPointF(g.x(n), g.y(g.layout().timestep(calls, n)));
    return line;
}

/// Dark on light and light on dark: seen on every fill.
void strokeTwice(QPainter &painter, const Tones &tones, double width, const auto &draw)
{
    painter.setPen(roundPen(tones.surface, width + 2.4));
    draw();
    painter.setPen(roundPen(tones.text, width));
    draw();
}

/// Where it parts: dashes in the letters' colour, not the whole line of the front.
void paintBranchLine(QPainter &painter, const PlaneState &state, const PlaneGeometry &g)
{
    const QPolygonF line = markLine(g, state.callsBefore);
    painter.setPen(roundPen(faded(state.tones->surface, 0.8), 4));
    painter.drawPolyline(line);
    painter.setPen(branchPen(*state.tones));
    painter.drawPolyline(line);
}

/// Until the position is changed again, its column is held.
void paintHeld(QPainter &painter, const PlaneState &state, const PlaneGeometry &g, const MadeChange &made)
{
    int until = made.call;
    while (until < state.shownCalls && pinAt(state.changes, until + 1, made.change.position))
        ++until;
    const QRectF column = g.columnRect(made.change.position, g.layout().timestep(made.call, made.change.position),
                                       g.layout().timestep(until, made.change.position));
    if (column.height() < 2)
        return;
    const QRectF inner = column.adjusted(1.5, 1.5, -1.5, -1.5);
    painter.setBrush(Qt::NoBrush);
    paintBrackets(painter, inner, state.tones->surface, 4);
    paintBrackets(painter, inner, state.tones->text, 1.8);
}

} // namespace

QPen branchPen(const Tones &tones)
{
    QPen dashes(tones.text, 1.6);
    dashes.setDashPattern({4, 3});
    return dashes;
}

void paintChangeSign(QPainter &painter, const Tones &tones, const QPointF &at, double half, ChangeKind kind)
{
    if (kind == ChangeKind::Renoise) {
        QPolygonF wave;
        for (int i = -4; i <= 4; ++i)
            wave << at +
                    QPointF(half * 1.4 * i / 4,
                            (i % 2 == 0                      ? 0
                                 : i % 4 == 1 || i % 4 == -3 ? -1
                                                             : 1) *
                                half * 0.8);
        painter.setBrush(Qt::NoBrush);
        strokeTwice(painter, tones, 1.8, [&] { painter.drawPolyline(wave); });
        return;
    }
    const QPolygonF diamond{at + QPointF(0, -half), at + QPointF(half, 0), at + QPointF(0, half),
                            at + QPointF(-half, 0)};
    painter.setBrush(kind == ChangeKind::Pin ? tones.text : tones.surface);
    strokeTwice(painter, tones, 1.8, [&] { painter.drawPolygon(diamond); });
}

void paintChanges(QPainter &painter, const PlaneState &state, const PlaneGeometry &g)
{
    if (state.preview || g.layout().isEmpty() || state.callsBefore > g.layout().modelCalls())
        return;
    const SmoothLines smooth(painter);
    painter.setBrush(Qt::NoBrush);
    if (state.callsBefore > 0 && state.shownCalls >= state.callsBefore)
        paintBranchLine(painter, state, g);
    const double half = std::clamp(g.columnWidth() * 0.16, kSmallestMark, kLargestMark);
    for (const MadeChange &made : state.changes) {
        const int position = made.change.position;
        if (made.call > state.shownCalls || position >= g.layout().columns())
            continue;
        if (made.change.kind == ChangeKind::Pin)
            paintHeld(painter, state, g, made);
        paintChangeSign(painter, *state.tones, QPointF(g.x(position), g.y(g.layout().timestep(made.call, position))),
                        half, made.change.kind);
    }
}

} // namespace ard::ui
