// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/NarrowLinear.h"

#include "engine/kernels/Kernels.h"
#include <ATen/Parallel.h>
#include <algorithm>
#include <torch/csrc/autograd/custom_function.h>

namespace ard::ops {
namespace {

using torch::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

Tensor flattened(const Tensor &x)
{
    return x.reshape({-1, x.size(-1)});
}

constexpr int64_t kGrain = 1 << 15; ///< numbers a thread should have at least

/// x [M,O] bfloat16 to float32, plus bias if it has elements.
Tensor widened(const Tensor &x, const Tensor &bias = {})
{
    const bool biased = bias.defined() && bias.numel() > 0;
    if (!x.device().is_cpu())
        return biased ? x.to(torch::kFloat).add_(bias) : x.to(torch::kFloat);
    const Tensor from = x.contiguous();
    Tensor to = torch::empty(from.sizes(), from.options().dtype(torch::kFloat));
    const auto *in = static_cast<const std::uint16_t *>(from.data_ptr());
    float *out = to.data_ptr<float>();
    const float *add = biased ? bias.data_ptr<float>() : nullptr;
    const int64_t columns = from.size(1);
    at::parallel_for(0, from.size(0), std::max<int64_t>(1, kGrain / columns), [&](int64_t begin, int64_t end) {
        kernels::widen(in + begin * columns, add, out + begin * columns, end - begin, columns);
    });
    return to;
}

/// oneDNN multiplies bfloat16 with float32 sums only where there is AVX-512; without it LibTorch's own loop sums in bfloat16, too.
bool sumsNarrowly(const Tensor &x)
{
#if defined(__x86_64__) && defined(__GNUC__)
    static const bool hasWide =
        __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
    return x.device().is_cpu() && !hasWide;
#else
    return x.device().is_cpu();
#endif
}

/// a b of bfloat16, summed and returned in float32, plus bias if it has elements.
Tensor wideProduct(const Tensor &a, const Tensor &b, const Tensor &bias = {})
{
    if (!sumsNarrowly(a))
        return widened(at::mm(a, b), bias);
    const Tensor result = at::mm(a.to(torch::kFloat), b.to(torch::kFloat));
    return bias.defined() && bias.numel() > 0 ? result.add_(bias) : result;
}

/// Rows of a tensor of this shape, and its last dimension, through the layer.
Tensor product(const Tensor &narrowX, const Tensor &narrowWeight, const Tensor &bias, torch::IntArrayRef shape)
{
    std::vector<int64_t> result = shape.vec();
    result.back() = narrowWeight.size(0);
    return wideProduct(narrowX, narrowWeight.t(), bias).view(result);
}

/// Products in bfloat16 with float32 sums inside (oneDNN, cuBLAS): twice as fast as float32 on a CPU that has AVX-512 BF16, and
/// the saved input takes half the memory.
struct NarrowLinear : torch::autograd::Function<NarrowLinear> {
    /// bias of no elements: none (torch 1.13 takes no undefined tensor here).
    static Tensor forward(AutogradContext *context, const Tensor &x, const Tensor &weight, const Tensor &bias)
    {
        const Tensor narrowX = narrowed(flattened(x)), narrowWeight = narrowed(weight);
        context->save_for_backward({narrowX, narrowWeight});
        context->saved_data["bias"] = bias.numel() > 0;
        context->saved_data["shape"] = x.sizes().vec();
        return product(narrowX, narrowWeight, bias, x.sizes());
    }

    static variable_list backward(AutogradContext *context, variable_list gradients)
    {
        const auto saved = context->get_saved_variables();
        const Tensor gradient = flattened(gradients[0]).contiguous();
        const Tensor narrow = narrowed(gradient);
        Tensor forX, forWeight, forBias;
        if (context->needs_input_grad(0))
            forX = wideProduct(narrow, saved[1]).view(context->saved_data["shape"].toIntVector());
        if (context->needs_input_grad(1))
            forWeight = wideProduct(narrow.t(), saved[0]);
        if (context->saved_data["bias"].toBool())
            forBias = columnSums(gradient);
        return {forX, forWeight, forBias};
    }
};

} // namespace

Tensor columnSums(const Tensor &x)
{
    if (!x.device().is_cpu())
        return x.sum(0);
    Tensor sums = torch::zeros({x.size(1)}, x.options());
    kernels::addColumnSums(x.data_ptr<float>(), sums.data_ptr<float>(), x.size(0), x.size(1));
    return sums;
}

Tensor narrowed(const Tensor &x)
{
    if (!x.device().is_cpu())
        return x.to(torch::kBFloat16);
    const Tensor from = x.contiguous();
    Tensor to = torch::empty(from.sizes(), from.options().dtype(torch::kBFloat16));
    const float *in = from.data_ptr<float>();
    auto *out = static_cast<std::uint16_t *>(to.data_ptr());
    at::parallel_for(0, from.numel(), kGrain,
                     [&](int64_t begin, int64_t end) { kernels::narrow(in + begin, out + begin, end - begin); });
    return to;
}

Tensor narrowLinear(const Tensor &x, const Tensor &weight, const Tensor &bias)
{
    return NarrowLinear::apply(x, weight,
                               bias.defined() ? bias : torch::empty({0}, weight.options().requires_grad(false)));
}

Tensor narrowProduct(const Tensor &x, const Tensor &narrowWeight, const Tensor &bias)
{
    return product(narrowed(flattened(x)), narrowWeight, bias, x.sizes());
}

} // namespace ard::ops
