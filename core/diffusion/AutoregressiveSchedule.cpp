// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diffusion/Builders.h"
#include "diffusion/OffsetSchedule.h"

namespace ard {

namespace {

/// f(n,s) = s - (N-1-n) T, S = N T: one word after the other, each through all of its diffusion steps. The extreme of
/// which the paper speaks.
Result<std::shared_ptr<const TimestepSchedule>> makeAutoregressive(const TimestepScheduleSpec &spec)
{
    std::vector<int> offsets(spec.length);
    for (int n = 0; n < spec.length; ++n)
        offsets[n] = (spec.length - 1 - n) * spec.diffusionSteps;
    return std::make_shared<OffsetSchedule>(spec.diffusionSteps, std::move(offsets));
}

} // namespace

TimestepScheduleBuilder autoregressiveBuilder()
{
    return {{"autoregressive",
             "Autoregressive",
             "One word after the other: a word starts when its left neighbour is finished. Needs at least one sampling "
             "step a word",
             false,
             {}},
            makeAutoregressive};
}

} // namespace ard
