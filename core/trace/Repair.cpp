// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/Repair.h"

namespace ard {

bool isRepairCall(const SamplingPlan &plan, int call)
{
    return call > plan.modelCalls() - plan.repairCalls() && call <= plan.modelCalls();
}

bool takeRepair(RunRecord &record, const StepFrame &frame)
{
    SamplingPlan &plan = record.plan;
    if (!isRepairCall(plan, frame.modelCall))
        return false;
    const auto after = static_cast<std::size_t>(frame.modelCall);
    bool changed = false;
    const auto write = [&](int &timestep, int value) {
        changed = changed || timestep != value;
        timestep = value;
    };
    for (std::size_t n = 0; n < frame.tokens.size(); ++n) {
        const TokenState &token = frame.tokens[n];
        write(plan.timesteps[after - 1][n], token.timestepBefore);
        write(plan.timesteps[after][n], token.timestepAfter);
        if (!record.frames.empty())
            record.frames.back().tokens[n].timestepAfter = token.timestepBefore;
    }
    return changed;
}

std::vector<int> repairedPositions(const RunRecord &record)
{
    const int first = record.plan.modelCalls() - record.plan.repairCalls() + 1;
    std::vector<int> positions;
    if (first > record.plan.modelCalls() || static_cast<int>(record.frames.size()) < first)
        return positions;
    const std::vector<TokenState> &tokens = record.frames[static_cast<std::size_t>(first) - 1].tokens;
    for (std::size_t n = 0; n < tokens.size(); ++n)
        if (tokens[n].timestepBefore > 0)
            positions.push_back(static_cast<int>(n));
    return positions;
}

} // namespace ard
