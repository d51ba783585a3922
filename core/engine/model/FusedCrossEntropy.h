// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FusedCrossEntropy: softmax over a vocabulary and its loss in one pass a row.
#include <torch/types.h>

namespace ard::ops {

/// -log softmax(logits)[target] per row: logits [M,V] float32, targets [M] int64, result [M], on the CPU.
torch::Tensor fusedCrossEntropy(const torch::Tensor &logits, const torch::Tensor &targets);

} // namespace ard::ops
