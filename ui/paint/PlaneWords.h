// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlaneWords: position numbers and words under the plane; before there is a run, the explanation of the plan in their
// place. How words are set follows from the width of one column alone, so that labels do not jump while words change:
// horizontal where columns are wide, otherwise turned.
#include "paint/PlaneGeometry.h"
#include "paint/PlaneState.h"

class QPainter;

namespace ard::ui {

struct WordMetrics {
    bool rotated = false;
    double angle = 58; ///< degrees, when rotated: steeper in narrow columns, where letters can then be larger
    int every = 1;     ///< label each position, or every 2nd, ..
    double pixelSize = 12;
    double height = 40; ///< room needed below the axis, pixels
};

/// columnWidth in pixels, > 0.
WordMetrics wordMetrics(double columnWidth, const QFont &font);

/// geometry is of state.layout. Paints between the bottom of the plane and that of the area.
void paintPlaneWords(QPainter &painter, const PlaneState &state, const PlaneGeometry &geometry);

} // namespace ard::ui
