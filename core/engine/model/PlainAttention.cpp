// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Attention made of torch's own operations, as GPUs compute it.
#include "engine/model/PlainAttention.h"
#include "engine/model/Ops.h"

#include <ATen/ATen.h>
#include <cmath>
#include <torch/version.h>

namespace ard::ops {
namespace {

using torch::Tensor;

/// [B,H,N,D] to [B*H,N,D] in the type of the products.
Tensor together(const Tensor &x, torch::ScalarType type)
{
    return x.reshape({x.size(0) * x.size(1), x.size(2), x.size(3)}).to(type);
}

/// [B,H,N,D] to [B,N,H*D], float32.
Tensor sideBySide(const Tensor &mixed)
{
    return mixed.transpose(1, 2)
        .reshape({mixed.size(0), mixed.size(2), mixed.size(1) * mixed.size(3)})
        .to(torch::kFloat);
}

} // namespace

Tensor plainAttention(const Tensor &q, const Tensor &k, const Tensor &v, const Tensor &keyBias,
                      const Tensor &dropoutMask, bool causal, torch::ScalarType products)
{
    const int64_t batch = q.size(0), heads = q.size(1), queries = q.size(2), keys = k.size(2);
    const double scale = 1.0 / std::sqrt(static_cast<double>(q.size(3)));
    const Tensor bias = (keyBias.defined() ? keyBias : torch::zeros({1, 1, 1, 1}, q.options()))
                            .expand({batch, heads, 1, keys})
                            .reshape({batch * heads, 1, keys});
    const Tensor asked = together(q, products), answers = together(k, products).transpose(1, 2);
    // In float32 scale, product and bias are one call; in bfloat16 the sum with the bias would lose its last digits.
    Tensor scores = products == torch::kFloat
        ? at::baddbmm(bias.expand({batch * heads, queries, keys}), asked, answers, 1, scale)
        : at::bmm(asked, answers).to(torch::kFloat) * scale + bias;
    if (causal)
        scores = scores + at::triu(torch::full({queries, keys}, -1e30, q.options()), 1);
    Tensor probabilities = at::softmax(scores, -1);
    if (dropoutMask.defined())
        probabilities = probabilities * dropoutMask.view(probabilities.sizes());
    const Tensor mixed = at::bmm(probabilities.to(products), together(v, products));
    return sideBySide(mixed.view({batch, heads, queries, v.size(3)}));
}

Tensor narrowAttention(const Tensor &q, const Tensor &k, const Tensor &v, const Tensor &keyBias,
                       const Tensor &dropoutMask, bool causal)
{
#if TORCH_VERSION_MAJOR >= 2
    if (!dropoutMask.defined() && !causal) {
        // Its mask must be of the queries' type: -1e30 stays as far out of reach in bfloat16.
        c10::optional<Tensor> bias;
        if (keyBias.defined())
            bias = keyBias.to(torch::kBFloat16).expand({q.size(0), q.size(1), q.size(2), k.size(2)});
        return sideBySide(at::scaled_dot_product_attention(q.to(torch::kBFloat16), k.to(torch::kBFloat16),
                                                           v.to(torch::kBFloat16), bias));
    }
#endif
    return plainAttention(q, k, v, keyBias, dropoutMask, causal, torch::kBFloat16);
}

} // namespace ard::ops
