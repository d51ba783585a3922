// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Attention: softmax attention of one head of one sentence, forward and backward, on plain float arrays. Without MKL, LibTorch runs
// a batch of small products one by one with three small tensors each; here a head stays in the first-level cache.
#include <cstdint>
#include <vector>

namespace ard::kernels {

struct AttentionShape {
    int64_t queries = 0, keys = 0, width = 0; ///< of one head
    float scale = 1;                          ///< of the products, not of the bias
    bool causal = false;                      ///< query i sees keys 0..i only
};

/// Rows of one head inside a larger array: row n begins at data + n * stride and has AttentionShape::width numbers.
struct ConstRows {
    const float *data;
    int64_t stride;
};
struct Rows {
    float *data;
    int64_t stride;
};

/// What one thread needs to work in; grows as needed.
using AttentionScratch = std::vector<float>;

/// As large a scratch as attentionForward needs.
std::size_t attentionScratchSize(const AttentionShape &shape);

/// out = (softmax(scale * q k^T + bias) * keep) v. The softmax, probabilities [queries * keys], is kept for the backward pass; bias
/// [keys] and keep [queries * keys], a dropout mask, may be null.
void attentionForward(const AttentionShape &shape, ConstRows q, ConstRows k, ConstRows v, const float *bias,
                      const float *keep, float *probabilities, Rows out, AttentionScratch &scratch);

/// Gradients of q, k, v and, where dBias is not null, of bias [keys], from dOut. All are overwritten.
void attentionBackward(const AttentionShape &shape, ConstRows q, ConstRows k, ConstRows v, const float *probabilities,
                       const float *keep, ConstRows dOut, Rows dQ, Rows dK, Rows dV, float *dBias,
                       AttentionScratch &scratch);

} // namespace ard::kernels
