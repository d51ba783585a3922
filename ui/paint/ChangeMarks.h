// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ChangeMarks: in the plane of a branch the line at which it parts from the run that it goes on from, and what was done to
// positions there: a filled diamond and brackets for a pin, a hollow diamond for another word, a wave for noise.
#include "paint/PlaneGeometry.h"
#include "paint/PlaneState.h"

class QPainter;

namespace ard::ui {

/// The sign of one change, of so many pixels round a place; and the line at which a branch parts.
void paintChangeSign(QPainter &painter, const Tones &tones, const QPointF &at, double half, PositionChange::Kind kind);
QPen branchPen(const Tones &tones);
/// As far as the shown calls have come.
void paintChanges(QPainter &painter, const PlaneState &state, const PlaneGeometry &geometry);

} // namespace ard::ui
