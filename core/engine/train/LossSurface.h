// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LossSurface: the training loss of every position at every noise level, and the timestep schedule that makes it rise evenly.
// After SeqDiffuSeq (Yuan et al. 2022, arXiv 2212.10325, section 4.2), which gives every position noise levels at which its loss is
// linear in the step, estimated anew as training goes on. There the steps keep their names and alpha_bar changes; here the noise
// schedule stays and the timestep changes (ours): the noise levels are the same, and the network gets their timesteps. No torch.
#include "diffusion/TimestepSchedule.h"
#include <nlohmann/json_fwd.hpp>
#include <span>

namespace ard {

class LossSurface {
public:
    static constexpr int kBuckets = 20; ///< of timesteps, equally wide
    static constexpr int kLevels = 32;  ///< straight pieces of a position's timesteps

    LossSurface(int length, int diffusionSteps);

    int cells() const { return m_length * kBuckets; }
    /// position 0..N-1, timestep 0..T-1.
    int cell(int position, std::int64_t timestep) const
    {
        return position * kBuckets + static_cast<int>(timestep * kBuckets / m_diffusionSteps);
    }
    /// One batch: for each cell the sum of loss x weight over its tokens, and the sum of their weights (PAD may weigh less). Sums that
    /// are not finite are left out.
    void add(std::span<const double> losses, std::span<const double> weights);

    /// [N][kLevels + 1], as diffusion/LearnedTimesteps.h wants them; without losses, or where they are flat, timestep = sentence step.
    ScheduleTable timesteps() const;

    nlohmann::json toJson() const;
    /// Anything that is not such a surface of this size leaves this one as it is.
    void readJson(const nlohmann::json &json);

private:
    /// Mean over the latest tokens, and how many they are: at most kMemory of the .cpp.
    struct Cell {
        double mean = 0, seen = 0;
    };
    Cell withNeighbours(int position, int bucket) const;
    std::vector<int> timestepsOf(int position) const;

    int m_length, m_diffusionSteps;
    std::vector<Cell> m_cells; ///< [N * kBuckets]
};

} // namespace ard
