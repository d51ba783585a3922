// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diffusion/Builders.h"
#include "diffusion/OffsetSchedule.h"
#include <string>

namespace ard {

namespace {

/// f(n,s) = s - (ceil(N/B)-1-floor(n/B)) T, S = ceil(N/B) T: the words of a block together, the blocks one after the other
/// (semi-autoregressive; SSD-LM, Han et al. 2023; Block Diffusion, Arriola et al. 2025).
Result<std::shared_ptr<const TimestepSchedule>> makeBlock(const TimestepScheduleSpec &spec)
{
    if (spec.block < 1 || spec.block > spec.length)
        return fail(ErrorCode::InvalidArgument,
                    "The block must hold from 1 to all " + std::to_string(spec.length) + " positions, not " +
                        std::to_string(spec.block));
    std::vector<int> offsets(spec.length);
    for (int n = 0; n < spec.length; ++n)
        offsets[n] = ((spec.length - 1) / spec.block - n / spec.block) * spec.diffusionSteps;
    return std::make_shared<OffsetSchedule>(spec.diffusionSteps, std::move(offsets));
}

} // namespace

TimestepScheduleBuilder blockBuilder()
{
    return {{"block",
             "Block",
             "Blocks of words one after the other, the words of a block together",
             false,
             {{"block", 1, kMaxLength, 8, true, "Words in a block",
               [](const TimestepScheduleSpec &spec) { return static_cast<double>(spec.block); },
               [](TimestepScheduleSpec &spec, double value) { spec.block = static_cast<int>(value); },
               ScheduleParameter::Limit::Length}}},
            makeBlock};
}

} // namespace ard
