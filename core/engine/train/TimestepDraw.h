// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TimestepDraw: the timesteps of a training batch. A pure function of (seed, step): a resumed training draws the same. No torch.
#include "diffusion/TimestepSchedule.h"
#include "engine/train/TrainConfig.h"
#include <memory>
#include <vector>

namespace ard {

class TimestepDraw {
public:
    static Result<TimestepDraw> make(const DrawConfig &config, int length, int diffusionSteps, std::uint64_t seed);

    /// [batch * positions], row-major: timesteps of the first `positions` of N positions; positions <= N.
    std::vector<std::int64_t> draw(int64_t step, int batch, int positions) const { return draw(step, batch, positions, 0); }
    /// The same draw, each row moved back towards noise by up to `largestJump` (0..1) of all sentence steps: from where a
    /// sampling step that arrives at draw(step, ..) may have come.
    std::vector<std::int64_t> drawBefore(int64_t step, int batch, int positions, double largestJump) const
    {
        return draw(step, batch, positions, largestJump);
    }

private:
    std::vector<std::int64_t> draw(int64_t step, int batch, int positions, double largestJump) const;

    DrawConfig m_config;
    int m_length = 0, m_diffusionSteps = 0;
    std::uint64_t m_seed = 0;
    std::shared_ptr<const TimestepSchedule> m_arDiffusion;
};

} // namespace ard
