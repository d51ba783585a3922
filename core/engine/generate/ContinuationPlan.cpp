// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The plan of what comes after a frame of a run: the rest of a continued run, and the sentence steps that a call skips.
#include "engine/generate/RequestPlan.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace ard {
namespace {

using Kind = PositionChange::Kind;

Status checkChanges(const Stretch &before, const Continuation &continuation, const ModelConfig &config)
{
    const int last = before.plan.modelCalls() - 1;
    if (continuation.fromCall < 0 || continuation.fromCall > last)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the run has {} model calls: it can be continued after 0 to {} of them, not {}",
                                last + 1, last, continuation.fromCall));
    const int length = static_cast<int>(before.plan.timesteps.front().size());
    std::set<int> changed;
    for (const PositionChange &change : continuation.changes) {
        if (change.position < 0 || change.position >= length)
            return fail(
                ErrorCode::InvalidArgument,
                fmt::format("the run has the positions 0 to {}: there is no position {}", length - 1, change.position));
        if (!changed.insert(change.position).second)
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("position {} is changed twice: give each position one change", change.position));
        if (change.kind != Kind::Renoise && (change.word < 0 || change.word >= config.vocabulary))
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("the model's words are numbered 0 to {}: there is no word {}",
                                    config.vocabulary - 1, change.word));
    }
    return {};
}

/// The part of the plan before that was not executed.
SamplingPlan remainder(const SamplingPlan &plan, int fromCall)
{
    return {{plan.sentenceSteps.begin() + fromCall, plan.sentenceSteps.end()},
            {plan.timesteps.begin() + fromCall, plan.timesteps.end()}};
}

/// The first sentence step, from the top, at which the schedule has some position further than it is; -1: none.
int firstUsefulStep(const TimestepSchedule &schedule, const std::vector<int> &current)
{
    std::vector<int> row(current.size());
    for (int s = schedule.sentenceSteps() - 1; s >= 0; --s) {
        schedule.timesteps(s, row);
        for (std::size_t n = 0; n < row.size(); ++n)
            if (row[n] < current[n])
                return s;
    }
    return -1;
}

/// Another timestep schedule from given timesteps on: sentence steps at which no position would move are left out, and no
/// position goes back to more noise.
Result<SamplingPlan> restOf(const TimestepScheduleSpec &spec, int samplingSteps, int callsLeft, const RulerSpec &ruler,
                            const std::vector<int> &current)
{
    ARD_ASSIGN(const auto schedule, makeTimestepSchedule(spec));
    const int first = firstUsefulStep(*schedule, current);
    if (first < 0)
        return fail(ErrorCode::InvalidArgument,
                    "every position has arrived at timestep 0: continue from an earlier call to use another schedule");
    const int steps = first + 2; // the step above `first` stands for where the positions are
    const int calls = samplingSteps > 0 ? samplingSteps : modelCallsOf(ruler, steps, std::min(callsLeft, steps));
    ARD_ASSIGN(std::vector<int> executed, executedSentenceSteps(steps, calls, ruler, spec.length));
    SamplingPlan plan{std::move(executed), {current}};
    for (std::size_t m = 1; m < plan.sentenceSteps.size(); ++m) {
        std::vector<int> row(current.size());
        schedule->timesteps(plan.sentenceSteps[m], row);
        for (std::size_t n = 0; n < row.size(); ++n)
            row[n] = std::min(row[n], plan.timesteps.back()[n]);
        plan.timesteps.push_back(std::move(row));
    }
    return plan;
}

/// A position that starts again from noise has the whole way to go: evenly over the calls that are left.
void restart(SamplingPlan &plan, int position, int diffusionSteps)
{
    const std::int64_t calls = plan.modelCalls();
    for (std::int64_t m = 0; m <= calls; ++m) {
        int &timestep = plan.timesteps[static_cast<std::size_t>(m)][static_cast<std::size_t>(position)];
        timestep = std::max(timestep, static_cast<int>((diffusionSteps - 1) * (calls - m) / calls));
    }
}

Result<SamplingPlan> planRest(const Stretch &before, const Continuation &continuation, TimestepScheduleSpec &schedule)
{
    SamplingPlan rest = remainder(before.plan, continuation.fromCall);
    if (!continuation.schedule && !continuation.ruler && continuation.samplingSteps == 0)
        return rest;
    if (continuation.schedule) {
        const TimestepScheduleSpec earlier = schedule;
        schedule = *continuation.schedule;
        schedule.length = earlier.length;
        schedule.diffusionSteps = earlier.diffusionSteps;
    }
    return restOf(schedule, continuation.samplingSteps, rest.modelCalls(), continuation.ruler.value_or(RulerSpec{}),
                  rest.timesteps.front());
}

} // namespace

std::vector<int> movedFromBefore(const Stretch &stretch, int call)
{
    std::vector<int> movedFrom = stretch.movedFrom;
    for (int m = 0; m + 1 < call; ++m) {
        const auto row = static_cast<std::size_t>(m);
        for (std::size_t n = 0; n < movedFrom.size(); ++n)
            if (stretch.plan.timesteps[row][n] != stretch.plan.timesteps[row + 1][n])
                movedFrom[n] = stretch.plan.timesteps[row][n];
    }
    return movedFrom;
}

Result<Stretch> continueStretch(const Stretch &before, const Continuation &continuation, const ModelConfig &config)
{
    ARD_TRY(checkChanges(before, continuation, config));
    Stretch stretch;
    stretch.schedule = before.schedule;
    ARD_ASSIGN(stretch.plan, planRest(before, continuation, stretch.schedule));
    stretch.calls = stretch.plan.modelCalls();
    stretch.callsBefore = before.callsBefore + continuation.fromCall;
    stretch.seed = continuation.seed.value_or(before.seed);
    stretch.movedFrom = movedFromBefore(before, continuation.fromCall + 1);
    stretch.changes = continuation.changes;
    stretch.pinned = before.pinned;
    for (const PositionChange &change : continuation.changes) {
        stretch.movedFrom[static_cast<std::size_t>(change.position)] = -1;
        std::erase_if(stretch.pinned, [&](const PositionChange &pin) { return pin.position == change.position; });
        if (change.kind == Kind::Pin)
            stretch.pinned.push_back(change);
        if (change.kind == Kind::Renoise)
            restart(stretch.plan, change.position, config.diffusionSteps);
    }
    return stretch;
}

Result<SamplingPlan> planSkipped(const Stretch &stretch, int call)
{
    const int calls = stretch.plan.modelCalls();
    if (call < 1 || call > calls)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the run has the model calls 1 to {}: there is no call {}", calls, call));
    const auto index = static_cast<std::size_t>(call);
    const int from = stretch.plan.sentenceSteps[index - 1], to = stretch.plan.sentenceSteps[index];
    if (from - to < 2)
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format("model call {} goes from sentence step {} to {}: nothing is skipped there", call, from, to));
    if (from - to > kMaxFilledSteps)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("model call {} skips {} sentence steps, more than the {} that can be run: take a run "
                                "with more sampling steps",
                                call, from - to - 1, kMaxFilledSteps));
    ARD_ASSIGN(const auto schedule, makeTimestepSchedule(stretch.schedule));
    const std::vector<int> &last = stretch.plan.timesteps[index];
    SamplingPlan plan{{from}, {stretch.plan.timesteps[index - 1]}};
    for (int s = from - 1; s > to; --s) {
        std::vector<int> row(last.size());
        schedule->timesteps(s, row);
        for (std::size_t n = 0; n < row.size(); ++n)
            row[n] = std::clamp(row[n], last[n], plan.timesteps.back()[n]);
        plan.sentenceSteps.push_back(s);
        plan.timesteps.push_back(std::move(row));
    }
    plan.sentenceSteps.push_back(to);
    plan.timesteps.push_back(last);
    return plan;
}

} // namespace ard
