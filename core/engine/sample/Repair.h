// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Repair: what happens to a batch behind the last model call of its plan (SamplingOptions::repairCalls). Every row has its own
// doubtful words (DoubtfulWords.h): they become noise, the others the embeddings of their words at timestep 0, where they stay. In
// each call the doubtful ones go down evenly, to 0 in the last. Ours, not the paper's.
#include "engine/sample/Sampler.h"

namespace ard {

class Repair {
public:
    /// The sampler must outlive this.
    explicit Repair(const Sampler &sampler) : m_sampler(sampler) { }

    /// The state before the first call of the repair. words [B,N]: the plan's final ones; prediction: the x0_hat of its last call.
    SamplingState begin(const torch::Tensor &words, const torch::Tensor &prediction, NoiseSource &noise) const;
    /// The state after model call `call` (above the plan's), from its x0_hat with held words in place, as clamped.
    SamplingState step(int call, const torch::Tensor &prediction, const torch::Tensor &clamped,
                       const SamplingState &before, NoiseSource &noise) const;
    /// Puts the embeddings of the words that stay into x0_hat [B,N,E] and returns it.
    torch::Tensor hold(const torch::Tensor &x, const SamplingState &state) const;
    /// Timesteps [B,N] int64 before the call, or after the last one.
    torch::Tensor timesteps(int call, const SamplingState &state) const;

private:
    int timestepBefore(int call) const; ///< of the doubtful words
    torch::Tensor embeddings(const torch::Tensor &words) const;

    const Sampler &m_sampler;
};

} // namespace ard
