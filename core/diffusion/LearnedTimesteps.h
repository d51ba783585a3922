// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LearnedTimesteps: the table behind the timestep schedule "learned", which training makes of its losses (ours, after SeqDiffuSeq,
// Yuan et al. 2022, arXiv 2212.10325; how: engine/train/LossSurface.h). A row for each position: the timesteps at the sentence
// steps i (T-1) / levels, i = 0..levels, straight lines between them.
#include "diffusion/TimestepSchedule.h"

namespace ard {

constexpr int kMaxLearnedLevels = 256;

/// Every row has 2 to kMaxLearnedLevels + 1 timesteps, all rows equally many; each starts at 0, never falls and ends at T-1.
/// Error: a sentence that names the row (from 1).
Status checkLearnedTimesteps(const ScheduleTable &knots, int diffusionSteps);

} // namespace ard
