// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StepTable: the step of every position in every model call of a plan, each position with its own history. What a run
// computes apart from the network is these numbers.
#include "diffusion/StepCoefficients.h"
#include <vector>

namespace ard {

class StepTable {
public:
    /// Timesteps [M+1][N] of a plan, that never rise. Steps of stepCoefficients with this eta.
    static StepTable ddim(const NoiseSchedule &noise, const std::vector<std::vector<int>> &timesteps, double eta);
    /// Steps of multistepCoefficients. movedFrom [N]: the timestep from which each position moved the last time before
    /// the plan begins, -1: it has not moved yet.
    static StepTable multistep(const NoiseSchedule &noise, const std::vector<std::vector<int>> &timesteps,
                               std::vector<int> movedFrom);

    int calls() const { return static_cast<int>(m_noisy.size()); } ///< M
    int length() const { return m_length; }                        ///< N
    /// call 1..M, position 0..N-1
    const StepCoefficients &step(int call, int position) const { return m_steps[index(call, position)]; }
    bool moves(int call, int position) const { return m_moves[index(call, position)]; }
    /// Whether any position of the call takes noise.
    bool addsNoise(int call) const { return m_noisy[static_cast<std::size_t>(call) - 1]; }
    /// Whether any position of the call takes the x0_hat with which it moved before.
    bool looksBack(int call) const { return m_lookingBack[static_cast<std::size_t>(call) - 1]; }

private:
    template <class StepOf>
    StepTable(const std::vector<std::vector<int>> &timesteps, std::vector<int> movedFrom, StepOf &&stepOf);
    std::size_t index(int call, int position) const
    {
        return static_cast<std::size_t>(call - 1) * static_cast<std::size_t>(m_length) +
            static_cast<std::size_t>(position);
    }

    int m_length;
    std::vector<StepCoefficients> m_steps;    ///< [M][N]
    std::vector<bool> m_moves;                ///< [M][N]
    std::vector<bool> m_noisy, m_lookingBack; ///< [M]
};

} // namespace ard
