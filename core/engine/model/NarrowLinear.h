// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// NarrowLinear: a linear layer whose products are in bfloat16, forward and backward, on any device.
#include <torch/types.h>

namespace ard::ops {

/// x [..,I] times weight [O,I] transposed, plus bias [O] if defined: [..,O]. All are float32, and so is the result.
torch::Tensor narrowLinear(const torch::Tensor &x, const torch::Tensor &weight, const torch::Tensor &bias);
/// The sums of the columns of x [M,O] float32, contiguous: [O], the gradient of a bias.
torch::Tensor columnSums(const torch::Tensor &x);
/// x in bfloat16.
torch::Tensor narrowed(const torch::Tensor &x);
/// narrowLinear without gradients, of a weight that is in bfloat16 already.
torch::Tensor narrowProduct(const torch::Tensor &x, const torch::Tensor &narrowWeight, const torch::Tensor &bias);

} // namespace ard::ops
