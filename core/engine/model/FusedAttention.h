// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FusedAttention: ops::attention for float32 tensors on the CPU, with its own backward pass.
#include <torch/types.h>

namespace ard::ops {

/// q [B,H,Nq,D], k and v [B,H,Nk,D], any strides with D innermost; keyBias [B or 1,H or 1,1,Nk] or undefined. [B,Nq,H*D].
/// dropoutMask [B,H,Nq,Nk] multiplies the probabilities if defined. causal: query i sees keys 0..i only.
torch::Tensor fusedAttention(const torch::Tensor &q, const torch::Tensor &k, const torch::Tensor &v,
                             const torch::Tensor &keyBias, const torch::Tensor &dropoutMask, bool causal);

} // namespace ard::ops
