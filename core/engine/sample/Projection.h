// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Projection: a fixed plane through the word embeddings, to draw latents in two dimensions. The plane holds the two
// directions in which the embeddings vary most (principal components). Deterministic: each direction's largest
// component is positive.
#include <torch/types.h>

namespace ard {

class Projection {
public:
    /// table [V,E]. With E of 1 the second coordinate is 0.
    explicit Projection(const torch::Tensor &table);
    /// [N,E] on any device to [N,2] float32 on the CPU.
    torch::Tensor project(const torch::Tensor &x) const;
    /// 0..1, of the variance of the table's rows that the plane holds; 0 where all rows are the same.
    double share() const { return m_share; }

private:
    torch::Tensor m_mean; ///< [E] double, CPU
    torch::Tensor m_axes; ///< [E,2] double, CPU
    double m_share = 0;
};

} // namespace ard
