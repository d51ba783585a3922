// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlaneWords: position numbers and words under the plane; before there is a run, the explanation of the plan in their
// place. How words are set follows from the width of one column and the room below alone, so that labels do not jump while words
// change: side by side where columns are wide, in two rows where two columns are, otherwise turned; smaller where there is
// little room, so that some letters of each can be read.
#include "paint/PlaneGeometry.h"
#include "paint/PlaneState.h"
#include <limits>

class QPainter;

namespace ard::ui {

struct WordMetrics {
    bool rotated = false;
    int rows = 1;      ///< when not rotated: 2: every second word stands one row lower, and has twice the width
    double angle = 58; ///< degrees, when rotated: steeper in narrow columns, where letters can then be larger
    int every = 1;     ///< label each position, or every 2nd, ..
    double pixelSize = 12;
    double height = 40; ///< room needed below the axis, pixels
};

/// columnWidth in pixels, > 0. room: what there is below the axis, pixels; without it, as much as is wanted.
WordMetrics wordMetrics(double columnWidth, const QFont &font, double room = std::numeric_limits<double>::infinity());

/// Pixels that words (or the explanation) get below a plane of such a width in an area of such a height.
int roomBelowPlane(const PlaneState &state, double planeWidth, double areaHeight);

/// geometry is of state.layout. Paints between the bottom of the plane and that of the area.
void paintPlaneWords(QPainter &painter, const PlaneState &state, const PlaneGeometry &geometry);

} // namespace ard::ui
