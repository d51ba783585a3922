// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PackedLinear: a linear layer in float32 on the CPU whose three products, forward and backward, go through kernels::Product:
// as fast with every BLAS, and without a thread that waits inside a product.
#include <torch/types.h>

namespace ard::ops {

/// x [..,I] times weight [O,I] transposed, plus bias [O] if defined: [..,O]. For a gradient that is recorded: the weight is laid out
/// anew in every call, in memory that the thread keeps (as large as the largest matrix so far).
torch::Tensor packedLinear(const torch::Tensor &x, const torch::Tensor &weight, const torch::Tensor &bias);

} // namespace ard::ops
