// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EmbeddingGradient: the rows of a table, with a backward pass that is fast on a CPU.
#include <torch/types.h>

namespace ard::ops {

/// Rows of table [V,E] float32 at ids [..] int64: [..,E], on the CPU.
torch::Tensor embeddingWithGradient(const torch::Tensor &table, const torch::Tensor &ids);

} // namespace ard::ops
