// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/Ops.h"

#include "engine/model/EmbeddingGradient.h"
#include "engine/model/FusedAttention.h"
#include "engine/model/FusedCrossEntropy.h"
#include "engine/model/FusedGeglu.h"
#include "engine/model/NarrowLinear.h"
#include "engine/model/PackedLinear.h"
#include "engine/model/PlainAttention.h"
#include <ATen/ATen.h>

namespace ard {

MatmulPrecision fastestPrecision(const torch::Device &device)
{
    if (device.is_cuda())
        return MatmulPrecision::BFloat16;
#if defined(__x86_64__) && defined(__GNUC__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512bf16"))
        return MatmulPrecision::BFloat16;
#endif
    return MatmulPrecision::Float32;
}

MatmulPrecision precisionNamed(const std::string &name, const torch::Device &device)
{
    if (name == "auto")
        return fastestPrecision(device);
    return name == "bfloat16" ? MatmulPrecision::BFloat16 : MatmulPrecision::Float32;
}

namespace ops {

using torch::Tensor;

Tensor linear(const Tensor &x, const Tensor &weight, const Tensor &bias, MatmulPrecision precision)
{
    if (precision == MatmulPrecision::BFloat16)
        return narrowLinear(x, weight, bias);
    if (x.device().is_cpu() && x.scalar_type() == torch::kFloat && weight.requires_grad())
        return packedLinear(x, weight, bias);
    auto shape = x.sizes().vec();
    shape.back() = weight.size(0);
    // mm and an added bias: at::linear runs at half the speed of mm with OpenBLAS.
    Tensor y = at::mm(x.reshape({-1, x.size(-1)}), weight.t());
    return (bias.defined() ? y.add_(bias) : y).view(shape);
}

LinearWeights preparedWeights(const Tensor &weight, const Tensor &bias, MatmulPrecision precision)
{
    return {weight, bias, precision == MatmulPrecision::BFloat16 ? narrowed(weight) : Tensor()};
}

Tensor linear(const Tensor &x, const LinearWeights &weights)
{
    return weights.narrow.defined() ? narrowProduct(x, weights.narrow, weights.bias)
                                    : linear(x, weights.weight, weights.bias, MatmulPrecision::Float32);
}

Tensor embedding(const Tensor &table, const Tensor &ids)
{
    return table.device().is_cpu() && table.requires_grad() ? embeddingWithGradient(table, ids)
                                                            : at::embedding(table, ids);
}

Tensor attention(const Tensor &q, const Tensor &k, const Tensor &v, const Tensor &keyBias, const Tensor &dropoutMask,
                 bool causal, MatmulPrecision precision)
{
    if (q.device().is_cpu() && q.scalar_type() == torch::kFloat)
        return fusedAttention(q, k, v, keyBias, dropoutMask, causal);
    if (precision == MatmulPrecision::BFloat16 && q.is_cuda())
        return narrowAttention(q, k, v, keyBias, dropoutMask, causal);
    return plainAttention(q, k, v, keyBias, dropoutMask, causal, torch::kFloat);
}

Tensor crossEntropy(const Tensor &logits, const Tensor &targets)
{
    if (logits.device().is_cpu() && logits.scalar_type() == torch::kFloat)
        return fusedCrossEntropy(logits, targets);
    return at::cross_entropy_loss(logits, targets, {}, at::Reduction::None);
}

Tensor geglu(const Tensor &x)
{
    if (x.device().is_cpu() && x.scalar_type() == torch::kFloat)
        return fusedGeglu(x);
    const auto halves = x.chunk(2, -1);
    return halves[0] * at::gelu(halves[1]);
}

} // namespace ops
} // namespace ard
