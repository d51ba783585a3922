// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diffusion/SamplingPlan.h"
#include <algorithm>

namespace ard {

namespace {

/// A plan of more cells than this is a slip of the keyboard, not a run: 128 MiB of timesteps.
constexpr std::int64_t kMaxPlanCells = std::int64_t{1} << 25;

} // namespace

int SamplingPlan::repairCalls() const
{
    const auto end = sentenceSteps.begin() + std::max(modelCalls(), 0);
    return static_cast<int>(end - std::find(sentenceSteps.begin(), end, 0));
}

SamplingPlan withRepair(SamplingPlan plan, int calls)
{
    plan.sentenceSteps.resize(plan.sentenceSteps.size() + static_cast<std::size_t>(calls), 0);
    plan.timesteps.resize(plan.sentenceSteps.size(), plan.timesteps.back());
    return plan;
}

Result<SamplingPlan> makeSamplingPlan(const TimestepScheduleSpec &spec, int samplingSteps, const RulerSpec &ruler)
{
    ARD_ASSIGN(const auto schedule, makeTimestepSchedule(spec));
    return makeSamplingPlan(*schedule, spec.length, samplingSteps, ruler);
}

Result<SamplingPlan> makeSamplingPlan(const TimestepSchedule &schedule, int length, int samplingSteps,
                                      const RulerSpec &ruler)
{
    if (samplingSteps == 0)
        samplingSteps = modelCallsOf(ruler, schedule.sentenceSteps(), samplingSteps);
    ARD_ASSIGN(auto steps, executedSentenceSteps(schedule.sentenceSteps(), samplingSteps, ruler, length));
    if (static_cast<std::int64_t>(steps.size()) * length > kMaxPlanCells)
        return fail(ErrorCode::InvalidArgument,
                    std::to_string(samplingSteps) + " sampling steps at length " + std::to_string(length) +
                        " are too many to keep: lower the sampling steps or the length");
    SamplingPlan plan{std::move(steps), {}};
    plan.timesteps.assign(plan.sentenceSteps.size(), std::vector<int>(static_cast<std::size_t>(length)));
    for (std::size_t row = 0; row < plan.timesteps.size(); ++row) {
        auto &current = plan.timesteps[row];
        schedule.timesteps(plan.sentenceSteps[row], current);
        // Single precision can round a nearly flat stretch up by one; a token never goes back to more noise.
        if (row > 0)
            for (std::size_t n = 0; n < current.size(); ++n)
                current[n] = std::min(current[n], plan.timesteps[row - 1][n]);
    }
    return plan;
}

} // namespace ard
