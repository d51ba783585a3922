// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// DropoutSource: dropout masks from a counter. torch's bernoulli_ takes 20 ms for 3 M numbers on a CPU; this takes under one.
// One object a part of a training step (TrainingParts): the same (seed, step) gives the same masks, so that a resumed training repeats them.
#include <cstdint>
#include <torch/types.h>

namespace ard {

class DropoutSource {
public:
    DropoutSource(std::uint64_t seed, std::uint64_t step) : m_seed(seed * 0x9E3779B97F4A7C15ULL + step) { }

    /// Zeros and 1/(1-p), of x's shape and device; undefined when p is 0.
    torch::Tensor mask(const torch::Tensor &like, torch::IntArrayRef shape, double p);
    /// x times a mask.
    torch::Tensor apply(const torch::Tensor &x, double p);

private:
    std::uint64_t m_seed;
    std::uint64_t m_drawn = 0; ///< masks drawn so far
};

} // namespace ard
