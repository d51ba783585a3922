// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diffusion/Builders.h"
#include "diffusion/LearnedTimesteps.h"
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <string>

namespace ard {

namespace {

/// f(n,s) = w_n(s), S = T: every position runs through all timesteps at a pace of its own.
class LearnedSchedule final : public TimestepSchedule {
public:
    LearnedSchedule(std::shared_ptr<const ScheduleTable> knots, int diffusionSteps)
        : m_knots(std::move(knots)), m_steps(diffusionSteps)
    {
    }
    int sentenceSteps() const override { return m_steps; }
    void timesteps(int sentenceStep, std::span<int> out) const override
    {
        const std::int64_t last = m_steps - 1, levels = static_cast<std::int64_t>(m_knots->front().size()) - 1;
        const std::int64_t at = std::clamp<std::int64_t>(sentenceStep, 0, last) * levels;
        const auto left = static_cast<std::size_t>(std::min(at / last, levels - 1));
        const double within =
            static_cast<double>(at - static_cast<std::int64_t>(left) * last) / static_cast<double>(last);
        for (std::size_t n = 0; n < out.size(); ++n) {
            const auto &row =
                (*m_knots)[std::min(n, m_knots->size() - 1)]; // positions beyond the model's are as its last
            out[n] = static_cast<int>(std::nearbyint(row[left] + within * (row[left + 1] - row[left])));
        }
    }

private:
    std::shared_ptr<const ScheduleTable> m_knots;
    int m_steps;
};

Status checkKnots(const std::vector<int> &row, std::size_t n, std::size_t width, int last)
{
    const std::string name = "Row " + std::to_string(n + 1) + " of the learned timestep schedule ";
    if (row.size() != width || width < 2 || width > static_cast<std::size_t>(kMaxLearnedLevels) + 1)
        return fail(ErrorCode::InvalidArgument,
                    name + "has " + std::to_string(row.size()) + " timesteps: give every row equally many, 2 to " +
                        std::to_string(kMaxLearnedLevels + 1));
    if (row.front() != 0 || row.back() != last)
        return fail(ErrorCode::InvalidArgument,
                    name + "goes from " + std::to_string(row.front()) + " to " + std::to_string(row.back()) +
                        ": it must go from 0 to " + std::to_string(last));
    const auto falls = std::adjacent_find(row.begin(), row.end(), std::greater<>());
    if (falls != row.end())
        return fail(ErrorCode::InvalidArgument,
                    name + "falls from " + std::to_string(falls[0]) + " to " + std::to_string(falls[1]) +
                        ": a later timestep must not be smaller");
    return {};
}

Result<std::shared_ptr<const TimestepSchedule>> makeLearned(const TimestepScheduleSpec &spec)
{
    if (!spec.knots)
        return fail(ErrorCode::InvalidArgument,
                    "The model has no learned timestep schedule: choose another, or train with draw.learned");
    ARD_TRY(checkLearnedTimesteps(*spec.knots, spec.diffusionSteps));
    return std::make_shared<LearnedSchedule>(spec.knots, spec.diffusionSteps);
}

} // namespace

Status checkLearnedTimesteps(const ScheduleTable &knots, int diffusionSteps)
{
    if (knots.empty())
        return fail(ErrorCode::InvalidArgument, "The learned timestep schedule has no rows: give it one a position");
    for (std::size_t n = 0; n < knots.size(); ++n)
        ARD_TRY(checkKnots(knots[n], n, knots.front().size(), diffusionSteps - 1));
    return {};
}

TimestepScheduleBuilder learnedBuilder()
{
    return {
        {"learned",
         "Learned (ours, after SeqDiffuSeq)",
         "Every position at its own pace, learned in training, so that its loss rises evenly with the sentence step",
         false,
         {},
         false,
         true},
        makeLearned};
}

} // namespace ard
