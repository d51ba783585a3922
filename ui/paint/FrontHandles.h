// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FrontHandles: the points of a timestep schedule that is a table (learned, custom), as something that can be taken hold of in the
// plane: its fronts at a few sentence steps, a dot a position. Moved by DrawnFronts, so that no token ever goes back to more noise.
#include "diffusion/DrawnFronts.h"
#include "paint/PlaneGeometry.h"
#include "paint/Tones.h"
#include <QFont>
#include <QString>

class QPainter;

namespace ard::ui {

struct FrontPoint {
    int front = 1; ///< 1..fronts.count()
    int position = 0;
    bool operator==(const FrontPoint &) const = default;
};

struct FrontHandles {
    DrawnFronts fronts;
    FrontPoint chosen;   ///< that the keys move
    bool active = false; ///< the pointer is on one or the keyboard has them
    QString label;       ///< what they are; beside the chosen point

    QPointF pointOf(const FrontPoint &point, const PlaneGeometry &geometry) const;
    /// The point under the pointer, within reach.
    std::optional<FrontPoint> at(const QPointF &place, const PlaneGeometry &geometry) const;
    /// Position and timestep that a place means; clamped.
    int positionAt(double x, const PlaneGeometry &geometry) const;
    static int timestepAt(double y, const PlaneGeometry &geometry);
    FrontPoint clamped(FrontPoint point) const;
};

void paintFrontHandles(QPainter &painter, const FrontHandles &handles, const PlaneGeometry &geometry,
                       const Tones &tones, const QFont &font);

} // namespace ard::ui
