// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diffusion/StepTable.h"

#include <cassert>

namespace ard {

/// stepOf(movedFrom, from, to): the step of a position that moved from `movedFrom` the last time.
template <class StepOf>
StepTable::StepTable(const std::vector<std::vector<int>> &timesteps, std::vector<int> movedFrom, StepOf &&stepOf)
    : m_length(static_cast<int>(timesteps.front().size()))
{
    assert(movedFrom.size() == timesteps.front().size());
    for (std::size_t m = 0; m + 1 < timesteps.size(); ++m) {
        bool noisy = false, lookingBack = false;
        for (std::size_t n = 0; n < movedFrom.size(); ++n) {
            const int from = timesteps[m][n], to = timesteps[m + 1][n];
            const StepCoefficients &step = m_steps.emplace_back(stepOf(movedFrom[n], from, to));
            m_moves.push_back(from != to);
            if (from != to)
                movedFrom[n] = from;
            noisy = noisy || step.noise != 0;
            lookingBack = lookingBack || step.previous != 0;
        }
        m_noisy.push_back(noisy);
        m_lookingBack.push_back(lookingBack);
    }
}

StepTable StepTable::ddim(const NoiseSchedule &noise, const std::vector<std::vector<int>> &timesteps, double eta)
{
    return {timesteps, std::vector<int>(timesteps.front().size(), -1),
            [&](int, int from, int to) { return stepCoefficients(noise, from, to, eta); }};
}

StepTable StepTable::multistep(const NoiseSchedule &noise, const std::vector<std::vector<int>> &timesteps,
                               std::vector<int> movedFrom)
{
    return {timesteps, std::move(movedFrom),
            [&](int movedLast, int from, int to) { return multistepCoefficients(noise, movedLast, from, to); }};
}

} // namespace ard
