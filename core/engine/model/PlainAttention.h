// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlainAttention: ops::attention made of torch's own operations, for any device.
#include <torch/types.h>

namespace ard::ops {

/// Shapes as those of ops::attention. products: in what the two products are computed, float32 or bfloat16; scores, softmax and
/// the result are float32.
torch::Tensor plainAttention(const torch::Tensor &q, const torch::Tensor &k, const torch::Tensor &v,
                             const torch::Tensor &keyBias, const torch::Tensor &dropoutMask, bool causal,
                             torch::ScalarType products);

} // namespace ard::ops
