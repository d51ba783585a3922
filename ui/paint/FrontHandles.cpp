// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/FrontHandles.h"
#include "paint/Pens.h"
#include "paint/ScheduleHandle.h"
#include <QPainter>

namespace ard::ui {

namespace {
constexpr double kHandleReach = 12;   ///< pixels from a point that still mean it
constexpr double kHandleDotsFrom = 8; ///< pixels: narrower columns have the line alone
constexpr double kDot = 3.2, kGrip = 7;
} // namespace

QPointF FrontHandles::pointOf(const FrontPoint &point, const PlaneGeometry &g) const
{
    return {g.x(point.position), g.y(fronts.timestep(point.front, point.position))};
}

int FrontHandles::positionAt(double x, const PlaneGeometry &g) const
{
    const int columns = std::min(fronts.length(), std::max(1, g.layout().columns()));
    return std::clamp(static_cast<int>((x - g.plane().left()) / std::max(0.1, g.columnWidth())), 0, columns - 1);
}

int FrontHandles::timestepAt(double y, const PlaneGeometry &g)
{
    return static_cast<int>(
        std::lround(g.layout().timestepAt((g.plane().bottom() - y) / std::max(1.0, g.plane().height()))));
}

FrontPoint FrontHandles::clamped(FrontPoint point) const
{
    return {std::clamp(point.front, 1, fronts.count()), std::clamp(point.position, 0, fronts.length() - 1)};
}

std::optional<FrontPoint> FrontHandles::at(const QPointF &place, const PlaneGeometry &g) const
{
    if (!g.plane().adjusted(-kHandleReach, -kHandleReach, kHandleReach, kHandleReach).contains(place))
        return std::nullopt;
    std::optional<FrontPoint> nearest;
    double best = kHandleReach;
    for (int front = 1; front <= fronts.count(); ++front) {
        const FrontPoint point{front, positionAt(place.x(), g)};
        if (const double distance = std::abs(pointOf(point, g).y() - place.y()); distance < best) {
            best = distance;
            nearest = point;
        }
    }
    return nearest;
}

void paintFrontHandles(QPainter &painter, const FrontHandles &handles, const PlaneGeometry &g, const Tones &tones,
                       const QFont &font)
{
    if (g.layout().isEmpty() || handles.fronts.length() != g.layout().positions())
        return;
    const SmoothLines smooth(painter);
    for (int front = 1; front <= handles.fronts.count(); ++front) {
        QPolygonF line;
        for (int n = 0; n < g.layout().columns(); ++n)
            line << handles.pointOf({front, n}, g);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(roundPen(tones.accent, front == handles.chosen.front ? 2.4 : 1.4));
        painter.drawPolyline(line);
        painter.setBrush(tones.surface);
        if (g.columnWidth() >= kHandleDotsFrom)
            for (const QPointF &point : line)
                painter.drawEllipse(point, kDot, kDot);
    }
    const QPointF chosen = handles.pointOf(handles.clamped(handles.chosen), g);
    painter.setPen(QPen(handles.active ? tones.text : tones.surface, 2));
    painter.setBrush(tones.accent);
    painter.drawEllipse(chosen, kGrip, kGrip);
    QFont bold = font;
    bold.setBold(true);
    paintPlaque(painter, handles.label, chosen + QPointF(0, kGrip + 5), g.area(), tones, bold);
}

} // namespace ard::ui
