// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SamplingPlan: which sentence steps are executed and which timestep every position has before and after each model call.
#include "diffusion/Ruler.h"
#include "diffusion/TimestepSchedule.h"

namespace ard {

struct SamplingPlan {
    std::vector<int> sentenceSteps;          ///< [M+1], from S-1 to 0
    std::vector<std::vector<int>> timesteps; ///< [M+1][N]; row m before call m, row m+1 after it
    int modelCalls() const { return static_cast<int>(sentenceSteps.size()) - 1; }
    /// Calls that begin at sentence step 0, where every run but a repaired one ends: the last ones, see withRepair.
    int repairCalls() const;
};

/// The plan with so many calls of a repair (ours) behind its last. Every position stays at timestep 0 in them: which ones go back
/// to noise is known when they are made.
SamplingPlan withRepair(SamplingPlan plan, int calls);

/// Where the ruler is a list, samplingSteps must be the number of calls that it makes, or 0 for "as many as it makes".
Result<SamplingPlan> makeSamplingPlan(const TimestepScheduleSpec &spec, int samplingSteps, const RulerSpec &ruler = {});
/// The same of a timestep schedule that is made already; length: N, that of its spec.
Result<SamplingPlan> makeSamplingPlan(const TimestepSchedule &schedule, int length, int samplingSteps,
                                      const RulerSpec &ruler);

} // namespace ard
