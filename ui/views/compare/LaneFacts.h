// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LaneFacts: what the views under the lanes say in the same words: a lane's name, its tau, where two lanes part.
#include "facts/Settled.h"
#include "paint/ChartArea.h"
#include "session/Comparison.h"
#include "session/Session.h"

namespace ard::ui {

ChartKey laneKey(const Lane &lane, Session &session, const QString &figure = {});
/// "0.62", or a dash.
QString tauText(const std::optional<double> &tau);
/// "A and B part at model call 3, position 4: 11 of 14 words are the same now".
QString divergenceText(const Comparison &comparison, int a, int b);
/// What is told where no lane has a run.
QString noLanesText();
/// Keys: the cursor goes along positions, or along the film of its lane.
void moveCursor(Cursor *cursor, int positions, int moments);

} // namespace ard::ui
