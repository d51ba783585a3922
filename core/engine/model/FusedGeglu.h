// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FusedGeglu: the gate of the feed-forward layers in one pass over memory, forward and backward.
#include <torch/types.h>

namespace ard::ops {

/// value * gelu(gate), where x [..,2*I] holds value and gate side by side: [..,I]; float32 on the CPU.
torch::Tensor fusedGeglu(const torch::Tensor &x);

} // namespace ard::ops
