// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diffusion/Builders.h"
#include "diffusion/OffsetSchedule.h"
#include <string>

namespace ard {

namespace {

/// f(n,s) = s - (N-1-n) L, S = T + (N-1) L: as in Rolling Diffusion (Ruhe et al. 2024) and Diffusion Forcing's causal
/// schedules (Chen et al. 2024). L = 0 is uniform, L = T is autoregressive.
Result<std::shared_ptr<const TimestepSchedule>> makeLagged(const TimestepScheduleSpec &spec)
{
    if (spec.lag < 0 || spec.lag > spec.diffusionSteps)
        return fail(ErrorCode::InvalidArgument,
                    "The lag must be from 0 (uniform) to the number of diffusion steps " +
                        std::to_string(spec.diffusionSteps) + " (autoregressive), not " + std::to_string(spec.lag));
    std::vector<int> offsets(spec.length);
    for (int n = 0; n < spec.length; ++n)
        offsets[n] = (spec.length - 1 - n) * spec.lag;
    return std::make_shared<OffsetSchedule>(spec.diffusionSteps, std::move(offsets));
}

} // namespace

TimestepScheduleBuilder laggedBuilder()
{
    return {{"lagged",
             "Lagged",
             "Every word starts a fixed number of sentence steps after its left neighbour: 0 is uniform, the number of "
             "diffusion steps is autoregressive",
             false,
             {{"lag", 0, kMaxDiffusionSteps, 100, true, "Sentence steps between a word and its left neighbour",
               [](const TimestepScheduleSpec &spec) { return static_cast<double>(spec.lag); },
               [](TimestepScheduleSpec &spec, double value) { spec.lag = static_cast<int>(value); },
               ScheduleParameter::Limit::DiffusionSteps}}},
            makeLagged};
}

} // namespace ard
