// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/LaneShape.h"
#include "paint/LaneMark.h"
#include <array>
#include <cmath>
#include <numbers>

namespace ard::ui {

namespace {

/// A regular polygon whose first corner points so many degrees from the top.
QPolygonF polygon(const QPointF &center, double radius, int corners, double degrees)
{
    QPolygonF points;
    for (int i = 0; i < corners; ++i) {
        const double angle = (degrees + 360.0 * i / corners) * std::numbers::pi / 180;
        points << center + QPointF(radius * std::sin(angle), -radius * std::cos(angle));
    }
    return points;
}

QPolygonF star(const QPointF &center, double radius)
{
    QPolygonF points;
    for (int i = 0; i < 10; ++i) {
        const double angle = i * std::numbers::pi / 5, r = i % 2 == 0 ? radius : radius * 0.45;
        points << center + QPointF(r * std::sin(angle), -r * std::cos(angle));
    }
    return points;
}

QPolygonF plus(const QPointF &center, double radius)
{
    const double a = radius, b = radius * 0.36;
    QPolygonF points{{-b, -a}, {b, -a}, {b, -b}, {a, -b}, {a, b},   {b, b},
                     {b, a},   {-b, a}, {-b, b}, {-a, b}, {-a, -b}, {-b, -b}};
    return points.translated(center);
}

} // namespace

void paintLaneShape(QPainter &painter, int mark, const Tones &tones, const QPointF &center, double radius, bool filled)
{
    const QColor color = laneColor(mark, tones);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(filled ? tones.surface : color, filled ? 0.8 : 1.4));
    painter.setBrush(filled ? QBrush(color) : QBrush(tones.surface));
    const auto draw = [&painter](const QPolygonF &points) { painter.drawPolygon(points); };
    switch (mark) {
    case 0:
        painter.drawEllipse(center, radius * 0.9, radius * 0.9);
        break;
    case 1:
        draw(polygon(center, radius * 1.15, 4, 45)); // square
        break;
    case 2:
        draw(polygon(center + QPointF(0, radius * 0.15), radius * 1.15, 3, 0)); // triangle
        break;
    case 3:
        draw(polygon(center, radius * 1.15, 4, 0)); // diamond
        break;
    case 4:
        draw(polygon(center - QPointF(0, radius * 0.15), radius * 1.15, 3, 180));
        break;
    case 5:
        draw(plus(center, radius));
        break;
    case 6:
        draw(star(center, radius * 1.25));
        break;
    default:
        draw(polygon(center, radius * 1.05, 6, 0));
        break;
    }
    painter.restore();
}

QPen lanePen(int mark, const Tones &tones, double width)
{
    static const std::array<QVector<qreal>, 8> dashes{
        QVector<qreal>{}, {5, 2}, {1.5, 1.8}, {6, 2, 1.5, 2}, {8, 3}, {3, 2}, {6, 2, 1.5, 2, 1.5, 2}, {2, 4}};
    QPen pen(laneColor(mark, tones), width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (const auto &pattern = dashes[static_cast<std::size_t>(std::clamp(mark, 0, 7))]; !pattern.isEmpty())
        pen.setDashPattern(pattern);
    return pen;
}

} // namespace ard::ui
