// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/Ops.h"
#include "engine/kernels/Kernels.h"
#include "engine/model/FusedAttention.h"
#include "engine/model/PlainAttention.h"

#include <ATen/Parallel.h>
#include <algorithm>
#include <cmath>
#include <torch/csrc/autograd/custom_function.h>

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
namespace {

using torch::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

Tensor flattened(const Tensor &x)
{
    return x.reshape({-1, x.size(-1)});
}

constexpr int64_t kGrain = 1 << 15; ///< numbers a thread should have at least

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

/// Products in bfloat16 with float32 sums inside (oneDNN, cuBLAS): twice as fast as float32 on a CPU that has AVX-512 BF16, and
/// the saved input takes half the memory.
struct BFloat16Linear : torch::autograd::Function<BFloat16Linear> {
    /// bias of no elements: none (torch 1.13 takes no undefined tensor here).
    static Tensor forward(AutogradContext *context, const Tensor &x, const Tensor &weight, const Tensor &bias)
    {
        const Tensor narrowX = narrowed(flattened(x)), narrowWeight = narrowed(weight);
        context->save_for_backward({narrowX, narrowWeight});
        context->saved_data["bias"] = bias.numel() > 0;
        context->saved_data["shape"] = x.sizes().vec();
        auto shape = x.sizes().vec();
        shape.back() = weight.size(0);
        return widened(at::mm(narrowX, narrowWeight.t()), bias).view(shape);
    }

    static variable_list backward(AutogradContext *context, variable_list gradients)
    {
        const auto saved = context->get_saved_variables();
        const Tensor gradient = flattened(gradients[0]).contiguous();
        const Tensor narrow = narrowed(gradient);
        Tensor forX, forWeight, forBias;
        if (context->needs_input_grad(0))
            forX = widened(at::mm(narrow, saved[1])).view(context->saved_data["shape"].toIntVector());
        if (context->needs_input_grad(1))
            forWeight = widened(at::mm(narrow.t(), saved[0]));
        if (context->saved_data["bias"].toBool())
            forBias = columnSums(gradient);
        return {forX, forWeight, forBias};
    }

    static Tensor columnSums(const Tensor &x)
    {
        if (!x.device().is_cpu())
            return x.sum(0);
        Tensor sums = torch::zeros({x.size(1)}, x.options());
        kernels::addColumnSums(x.data_ptr<float>(), sums.data_ptr<float>(), x.size(0), x.size(1));
        return sums;
    }
};

/// torch's own backward of an embedding makes two small tensors a row.
struct Embedding : torch::autograd::Function<Embedding> {
    static Tensor forward(AutogradContext *context, const Tensor &table, const Tensor &ids)
    {
        context->save_for_backward({ids.contiguous()});
        context->saved_data["rows"] = table.size(0);
        return at::embedding(table, ids);
    }

    static variable_list backward(AutogradContext *context, variable_list gradients)
    {
        const Tensor ids = context->get_saved_variables()[0];
        const Tensor gradient = gradients[0].contiguous();
        const int64_t columns = gradient.size(-1);
        Tensor table = torch::zeros({context->saved_data["rows"].toInt(), columns}, gradient.options());
        kernels::addRows(gradient.data_ptr<float>(), ids.data_ptr<int64_t>(), table.data_ptr<float>(), ids.numel(),
                         columns);
        return {table, Tensor()};
    }
};

/// Exact GELU (erf) gate in one pass over memory; torch's chunk, gelu and product take five with their backward.
struct FusedGeglu : torch::autograd::Function<FusedGeglu> {
    static Tensor forward(AutogradContext *context, const Tensor &input)
    {
        const Tensor x = input.contiguous();
        context->save_for_backward({x});
        auto shape = x.sizes().vec();
        const int64_t inner = shape.back() / 2, rows = x.numel() / (2 * inner);
        shape.back() = inner;
        Tensor y = torch::empty(shape, x.options());
        const float *in = x.data_ptr<float>();
        float *out = y.data_ptr<float>();
        at::parallel_for(0, rows, 16, [&](int64_t begin, int64_t end) {
            kernels::gegluForward(in + begin * 2 * inner, out + begin * inner, end - begin, inner);
        });
        return y;
    }

    static variable_list backward(AutogradContext *context, variable_list gradients)
    {
        const Tensor x = context->get_saved_variables()[0];
        const Tensor gradient = gradients[0].contiguous();
        const int64_t inner = gradient.size(-1), rows = gradient.numel() / inner;
        Tensor result = torch::empty_like(x);
        const float *in = x.data_ptr<float>(), *dy = gradient.data_ptr<float>();
        float *dx = result.data_ptr<float>();
        at::parallel_for(0, rows, 16, [&](int64_t begin, int64_t end) {
            kernels::gegluBackward(in + begin * 2 * inner, dy + begin * inner, dx + begin * 2 * inner, end - begin,
                                   inner);
        });
        return {result};
    }
};

/// Softmax and its loss in one pass a row; torch's log_softmax over a large vocabulary is several times slower on a CPU.
struct FusedCrossEntropy : torch::autograd::Function<FusedCrossEntropy> {
    static Tensor forward(AutogradContext *context, const Tensor &logits, const Tensor &targets)
    {
        Tensor probabilities = logits.clone(at::MemoryFormat::Contiguous);
        Tensor losses = torch::empty({logits.size(0)}, logits.options());
        const int64_t vocabulary = logits.size(1);
        float *rows = probabilities.data_ptr<float>(), *out = losses.data_ptr<float>();
        const auto target = targets.contiguous();
        const int64_t *ids = target.data_ptr<int64_t>();
        at::parallel_for(0, logits.size(0), 8, [&](int64_t begin, int64_t end) {
            for (int64_t r = begin; r < end; ++r)
                out[r] = kernels::softmaxCrossEntropyRow(rows + r * vocabulary, vocabulary, ids[r]);
        });
        context->save_for_backward({probabilities, target});
        return losses;
    }

    static variable_list backward(AutogradContext *context, variable_list gradients)
    {
        const auto saved = context->get_saved_variables();
        const Tensor gradient = gradients[0].unsqueeze(1);
        Tensor result = saved[0] * gradient;
        result.scatter_add_(1, saved[1].unsqueeze(1), -gradient.contiguous());
        return {result, Tensor()};
    }
};

} // namespace

Tensor linear(const Tensor &x, const Tensor &weight, const Tensor &bias, MatmulPrecision precision)
{
    if (precision == MatmulPrecision::BFloat16)
        return BFloat16Linear::apply(x, weight,
                                     bias.defined() ? bias : torch::empty({0}, weight.options().requires_grad(false)));
    auto shape = x.sizes().vec();
    shape.back() = weight.size(0);
    // mm and an added bias: at::linear runs at half the speed of mm with OpenBLAS.
    Tensor y = at::mm(flattened(x), weight.t());
    return (bias.defined() ? y.add_(bias) : y).view(shape);
}

Tensor embedding(const Tensor &table, const Tensor &ids)
{
    return table.device().is_cpu() && table.requires_grad() ? Embedding::apply(table, ids) : at::embedding(table, ids);
}

Tensor attention(const Tensor &q, const Tensor &k, const Tensor &v, const Tensor &keyBias, const Tensor &dropoutMask,
                 bool causal, MatmulPrecision precision)
{
    if (q.device().is_cpu() && q.scalar_type() == torch::kFloat && !dropoutMask.defined())
        return fusedAttention(q, k, v, keyBias, causal);
    if (precision == MatmulPrecision::BFloat16 && q.is_cuda())
        return narrowAttention(q, k, v, keyBias, dropoutMask, causal);
    return plainAttention(q, k, v, keyBias, dropoutMask, causal, torch::kFloat);
}

Tensor crossEntropy(const Tensor &logits, const Tensor &targets)
{
    if (logits.device().is_cpu() && logits.scalar_type() == torch::kFloat)
        return FusedCrossEntropy::apply(logits, targets);
    return at::cross_entropy_loss(logits, targets, {}, at::Reduction::None);
}

Tensor geglu(const Tensor &x)
{
    if (x.device().is_cpu() && x.scalar_type() == torch::kFloat)
        return FusedGeglu::apply(x);
    const auto halves = x.chunk(2, -1);
    return halves[0] * at::gelu(halves[1]);
}

} // namespace ops
} // namespace ard
