// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LaneShape: how lanes are told apart in charts besides by colour (paint/LaneMark): a shape for its points, dashes for its lines.
#include "paint/Tones.h"
#include <QPainter>

namespace ard::ui {

/// mark: 0..7, Lane::mark(). center and radius in pixels; filled, or an outline (what may still change).
void paintLaneShape(QPainter &painter, int mark, const Tones &tones, const QPointF &center, double radius, bool filled);
/// The colour, as a line of this width with the dashes of the lane.
QPen lanePen(int mark, const Tones &tones, double width);

} // namespace ard::ui
