// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlaneGeometry: where the plane lies on what is painted on. Made for one painting; its host (a widget with axes, a page)
// decides the two rectangles. Units: pixels of the painter, before any device pixel ratio.
#include "paint/PlaneLayout.h"
#include <QRectF>
#include <algorithm>
#include <cmath>

namespace ard::ui {

class PlaneGeometry {
public:
    /// plane: all columns side by side, timestep T-1 along its top and 0 along its bottom. area: what may be painted on
    /// at all; the words stand between the bottoms of the two. layout must outlive the geometry.
    PlaneGeometry(const PlaneLayout &layout, const QRectF &plane, const QRectF &area)
        : m_layout(layout), m_plane(plane), m_area(area)
    {
    }

    const PlaneLayout &layout() const { return m_layout; }
    const QRectF &plane() const { return m_plane; }
    const QRectF &area() const { return m_area; }

    double columnWidth() const { return x(1) - x(0); }
    /// Middle of a position; fractions lie beside it.
    double x(double position) const
    {
        return (position + 0.5) / std::max(1, m_layout.columns()) * m_plane.width() + m_plane.left();
    }
    double y(double timestep) const { return m_plane.bottom() - m_layout.y(timestep) * m_plane.height(); }

    /// Between two columns, in whole pixels and everywhere the same; columns too narrow for it have none, because a gap here
    /// and none there reads as a group.
    double gap() const
    {
        const double width = columnWidth();
        return width < kNarrow ? 0 : std::max(1.0, std::round(width * PlaneLayout::kGap));
    }
    /// Columns are snapped to whole pixels so that edges stay crisp.
    QRectF columnRect(int position, double fromTimestep, double toTimestep) const
    {
        const double before = std::floor(gap() / 2), after = gap() - before;
        const double left = std::round(x(position - 0.5)) + before;
        const double right = std::max(left + 1, std::round(x(position + 0.5)) - after);
        return {QPointF(left, std::round(y(fromTimestep))), QPointF(right, std::round(y(toTimestep)))};
    }
    QRectF cellRect(PlaneCell cell) const
    {
        return columnRect(cell.position, m_layout.timestep(cell.call - 1, cell.position),
                          m_layout.timestep(cell.call, cell.position));
    }

private:
    static constexpr double kNarrow = 5; ///< pixels

    const PlaneLayout &m_layout;
    QRectF m_plane;
    QRectF m_area;
};

} // namespace ard::ui
