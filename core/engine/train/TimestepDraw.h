// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TimestepDraw: the timesteps of a training batch. A pure function of (seed, step), the history and the learned timestep schedule: a
// resumed training draws the same. No torch.
#include "diffusion/TimestepSchedule.h"
#include "engine/train/LossHistory.h"
#include "engine/train/TrainConfig.h"
#include <memory>
#include <vector>

namespace ard {

class TimestepDraw {
public:
    static Result<TimestepDraw> make(const DrawConfig &config, int length, int diffusionSteps, std::uint64_t seed);

    /// The timestep schedule of the draws that DrawConfig::learned weighs; T sentence steps, at least N positions. Before: uniform.
    void follow(std::shared_ptr<const TimestepSchedule> learned) { m_learned = std::move(learned); }

    struct Drawn {
        std::vector<std::int64_t>
            timesteps;              ///< [batch * positions], row-major: of the first `positions` of N positions
        std::vector<float> weights; ///< [batch] of the sentence's loss; 1 without a history
        std::vector<int> cells;     ///< [batch] for LossHistory::add
    };
    /// positions <= N. history: draws follow it as far as DrawConfig::lossAware says; null: not at all.
    /// largestJump: each row is moved back towards noise by up to this share (0..1) of all sentence steps: from where a sampling step
    /// that arrives at the draw without a jump may have come.
    Drawn draw(int64_t step, int batch, int positions, const LossHistory *history = nullptr,
               double largestJump = 0) const;

private:
    DrawConfig m_config;
    int m_length = 0, m_diffusionSteps = 0;
    std::uint64_t m_seed = 0;
    std::shared_ptr<const TimestepSchedule> m_arDiffusion, m_learned;
};

} // namespace ard
