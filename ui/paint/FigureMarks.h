// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FigureMarks: what the paper's figure writes into its planes (Wu et al. 2023, figure 1): the front at t_i, where every token is,
// and at t_{i+1}, the next sentence step that is executed, and the speed of one token between them,
// v(n, t_i, t_{i+1}) = f(n, t_i) - f(n, t_{i+1}) in timesteps.
#include "paint/PlaneGeometry.h"
#include "paint/PlaneState.h"

class QPainter;

namespace ard::ui {

/// The moment i whose marks are shown: what is shown now, or at the end the last jump; -1: there is no plan.
int figureMoment(const PlaneState &state);
/// The second front, and the names of both. geometry is of state.layout.
void paintFigureFronts(QPainter &painter, const PlaneState &state, const PlaneGeometry &geometry);
/// How the second front is drawn, and the bracket at x from top to bottom: for the legend, too.
QPen nextFrontPen(const Tones &tones);
void paintSpeedBracket(QPainter &painter, const Tones &tones, double x, double top, double bottom);
/// The bracket of one token with its number.
void paintSpeed(QPainter &painter, const PlaneState &state, const PlaneGeometry &geometry, int position);

} // namespace ard::ui
