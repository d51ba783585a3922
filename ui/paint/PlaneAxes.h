// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlaneAxes: the timesteps along the left of the plane, for pictures; on screen the plot's own axes show them.
#include "paint/PlaneGeometry.h"
#include "paint/PlaneState.h"
#include <QString>

class QPainter;

namespace ard::ui {

/// Where the plane lies in an area that holds its axis, its words and nothing else. Whole pixels.
QRectF planeRect(const PlaneState &state, const QRectF &area);
/// geometry is of state.layout; title: what the axis counts.
void paintPlaneAxes(QPainter &painter, const PlaneState &state, const PlaneGeometry &geometry, const QString &title);

} // namespace ard::ui
