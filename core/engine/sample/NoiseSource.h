// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// NoiseSource: where a denoising run takes its normal numbers from. PhiloxNoise is the real one; recorded noise
// replaces it when the engine is checked against another implementation.
#include <cstdint>
#include <span>
#include <torch/types.h>
#include <vector>

namespace ard {

class NoiseSource {
public:
    virtual ~NoiseSource() = default;
    /// x_T: float32, [B,N,E] or broadcastable to it.
    virtual torch::Tensor starting() = 0;
    /// eps of one model call (1..M), the same shape. before, after: the timesteps [N] of the step; values at positions
    /// that arrive at timestep 0 or do not move are never used and need not be drawn.
    virtual torch::Tensor step(int call, std::span<const int> before, std::span<const int> after) = 0;
    /// What words go back to in a repair, as starting(), but other numbers where there are others.
    virtual torch::Tensor restarting() { return starting(); }
    /// Uniform numbers in [0,1) for the words that a clamp draws: double, [B,N] or broadcastable to it. arrived: the timesteps [N]
    /// after the step, or below 0 what else tells one call from another. A source that replays another implementation has none: 0.5.
    virtual torch::Tensor uniform(std::span<const int> arrived);
};

/// Counter-based noise: a value depends on (seed of its row, position, timestep arrived at, channel) and on nothing
/// else, a uniform number on the first three: not on the batch, the device or the number of threads. Rows with equal seeds share one draw.
class PhiloxNoise : public NoiseSource {
public:
    /// topP > 0: numbers of the steps (not of the start) whose absolute value is above it are drawn again, as the
    /// reference does with top_p (p_sample, model_utils/gaussian_diffusion.py).
    PhiloxNoise(const std::vector<std::uint64_t> &rowSeeds, int length, int channels, torch::Device device,
                double topP = 0);
    torch::Tensor starting() override;
    torch::Tensor step(int call, std::span<const int> before, std::span<const int> after) override;
    torch::Tensor restarting() override; ///< the same noise would make the same words again
    torch::Tensor uniform(std::span<const int> arrived) override;

private:
    /// timesteps [N]; a position whose timestep is kSkipped is left at zero.
    torch::Tensor draw(std::span<const int> timesteps, float topP) const;

    std::vector<std::uint64_t> m_seeds; ///< each once
    torch::Tensor m_rowToSeed;          ///< [B] int64, undefined when all rows share one seed
    int m_length;
    int m_channels;
    torch::Device m_device;
    float m_topP;
};

} // namespace ard
