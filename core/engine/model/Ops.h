// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ops: the few operations that decide how long a step takes, with their own backward pass where torch's is slow on a CPU.
#include <string>
#include <torch/types.h>

namespace ard {

/// In what the matrix products of linear layers are computed, and on a GPU those of attention. Weights, their gradients and
/// moments, softmax, norms and losses stay float32: bfloat16 has float32's range, so no loss needs scaling.
enum class MatmulPrecision { Float32, BFloat16 };

/// BFloat16 where the device computes it in hardware (AVX-512 BF16, AMX, CUDA), Float32 elsewhere.
MatmulPrecision fastestPrecision(const torch::Device &device);
/// "auto" (the fastest), "float32" or "bfloat16", as a training configuration says it.
MatmulPrecision precisionNamed(const std::string &name, const torch::Device &device);

namespace ops {

/// x [..,I] times weight [O,I] transposed, plus bias [O] if defined: [..,O], float32.
torch::Tensor linear(const torch::Tensor &x, const torch::Tensor &weight, const torch::Tensor &bias,
                     MatmulPrecision precision);

/// A linear layer's weights as inference wants them.
struct LinearWeights {
    torch::Tensor weight, bias; ///< [O,I], [O] or undefined
    torch::Tensor narrow;       ///< the weight in bfloat16, where products are in bfloat16
};
LinearWeights preparedWeights(const torch::Tensor &weight, const torch::Tensor &bias, MatmulPrecision precision);
/// The same numbers as above, without gradients and without narrowing the weight again.
torch::Tensor linear(const torch::Tensor &x, const LinearWeights &weights);

/// Softmax attention: q [B,H,Nq,D], k and v [B,H,Nk,D]; keyBias [B or 1,H or 1,1,Nk] is added to the scaled scores if defined
/// (-inf masks a key). Returns [B,Nq,H*D]. dropoutMask, if defined, multiplies the probabilities [B,H,Nq,Nk]. causal: query i sees
/// keys 0..i only. BFloat16: narrowAttention where that is faster, which it is on a GPU only.
torch::Tensor attention(const torch::Tensor &q, const torch::Tensor &k, const torch::Tensor &v,
                        const torch::Tensor &keyBias, const torch::Tensor &dropoutMask, bool causal = false,
                        MatmulPrecision precision = MatmulPrecision::Float32);

/// The same with its two products in bfloat16, on any device; scores, softmax and the result are float32. Without dropout mask
/// and order LibTorch 2's scaled_dot_product_attention computes it, which never holds all probabilities at once.
torch::Tensor narrowAttention(const torch::Tensor &q, const torch::Tensor &k, const torch::Tensor &v,
                              const torch::Tensor &keyBias, const torch::Tensor &dropoutMask, bool causal = false);

/// Rows of table [V,E] at ids [..] int64: [..,E].
torch::Tensor embedding(const torch::Tensor &table, const torch::Tensor &ids);

/// -log softmax(logits)[target] per row: logits [M,V], targets [M] int64, result [M].
torch::Tensor crossEntropy(const torch::Tensor &logits, const torch::Tensor &targets);

/// value * gelu(gate), where x [..,2*I] holds value and gate side by side: [..,I].
torch::Tensor geglu(const torch::Tensor &x);

} // namespace ops
} // namespace ard
