// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LaneSets: which lanes a comparison has. Pure.
#include "session/Lane.h"
#include <QStringList>

namespace ard::ui {

/// The three of the paper's first figure: uniform, autoregressive, ar-diffusion. base: the form's, whose anchor scale the last takes.
std::vector<LaneChanges> figureLanes(const TimestepScheduleSpec &base);
/// One lane for each of these timestep schedules, 1..8, written as `ardiff compare` has them (diffusion/ScheduleText.h).
/// What is not said stays as in base. Error: one sentence.
Result<std::vector<LaneChanges>> lanesOf(const QStringList &schedules, const TimestepScheduleSpec &base);

} // namespace ard::ui
