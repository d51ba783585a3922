// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/PackedLinear.h"

#include "engine/kernels/Product.h"
#include "engine/model/NarrowLinear.h"
#include <ATen/Parallel.h>
#include <algorithm>
#include <torch/csrc/autograd/custom_function.h>

namespace ard::ops {
namespace {

using torch::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

constexpr int64_t kTile = 96; ///< rows that are multiplied together: they stay in the second-level cache

/// The memory that a thread lays matrices out in.
kernels::PackedMatrix &layout()
{
    thread_local kernels::PackedMatrix kept;
    return kept;
}

kernels::ConstRows rowsOf(const Tensor &x)
{
    return {x.data_ptr<float>(), x.size(1)};
}

/// Calls work(first row, rows) for all rows of a result, tile by tile.
template <class Work>
void forEachTile(int64_t rows, const Work &work)
{
    at::parallel_for(0, (rows + kTile - 1) / kTile, 1, [&](int64_t begin, int64_t end) {
        for (int64_t tile = begin; tile < end; ++tile)
            work(tile * kTile, std::min(kTile, rows - tile * kTile));
    });
}

/// x W^T of a matrix W that is laid out: [rows of x, columns].
Tensor product(const kernels::PackedMatrix &matrix, const Tensor &x)
{
    Tensor y = torch::empty({x.size(0), matrix.columns()}, x.options());
    const auto [data, stride] = rowsOf(x);
    float *to = y.data_ptr<float>();
    forEachTile(x.size(0), [&, data = data, stride = stride](int64_t first, int64_t count) {
        kernels::multiply(matrix, {data + first * stride, stride}, count,
                          {to + first * matrix.columns(), matrix.columns()});
    });
    return y;
}

/// dY^T x [O,I]: the gradient of a weight.
Tensor weightGradient(const Tensor &gradient, const Tensor &x)
{
    if (x.size(0) == 0)
        return torch::zeros({gradient.size(1), x.size(1)}, x.options());
    kernels::PackedMatrix &matrix = layout();
    const int64_t outputs = gradient.size(1), inputs = x.size(1);
    matrix.packAcross(rowsOf(x), inputs, x.size(0));
    Tensor result = torch::empty({outputs, inputs}, x.options());
    const auto [data, stride] = rowsOf(gradient);
    float *to = result.data_ptr<float>();
    forEachTile(outputs, [&, data = data, stride = stride](int64_t first, int64_t count) {
        kernels::multiplyAcross(matrix, {data + first, stride}, count, {to + first * inputs, inputs});
    });
    return result;
}

struct PackedLinear : torch::autograd::Function<PackedLinear> {
    /// bias of no elements: none (torch 1.13 takes no undefined tensor here).
    static Tensor forward(AutogradContext *context, const Tensor &x, const Tensor &weight, const Tensor &bias)
    {
        const Tensor rows = x.reshape({-1, x.size(-1)}).contiguous(), whole = weight.contiguous();
        context->save_for_backward({rows, whole});
        context->saved_data["bias"] = bias.numel() > 0;
        context->saved_data["shape"] = x.sizes().vec();
        kernels::PackedMatrix &matrix = layout();
        matrix.pack(whole.data_ptr<float>(), bias.numel() > 0 ? bias.data_ptr<float>() : nullptr, whole.size(0),
                    whole.size(1));
        std::vector<int64_t> shape = x.sizes().vec();
        shape.back() = weight.size(0);
        return product(matrix, rows).view(shape);
    }

    static variable_list backward(AutogradContext *context, variable_list gradients)
    {
        const auto saved = context->get_saved_variables();
        const Tensor &x = saved[0], &weight = saved[1];
        const Tensor gradient = gradients[0].reshape({x.size(0), weight.size(0)}).contiguous();
        Tensor forX, forWeight, forBias;
        if (context->needs_input_grad(0)) {
            kernels::PackedMatrix &matrix = layout();
            matrix.packAcross(rowsOf(weight), weight.size(1), weight.size(0));
            forX = product(matrix, gradient).view(context->saved_data["shape"].toIntVector());
        }
        if (context->needs_input_grad(1))
            forWeight = weightGradient(gradient, x);
        if (context->saved_data["bias"].toBool())
            forBias = columnSums(gradient);
        return {forX, forWeight, forBias};
    }
};

} // namespace

Tensor packedLinear(const Tensor &x, const Tensor &weight, const Tensor &bias)
{
    return PackedLinear::apply(x, weight,
                               bias.defined() ? bias : torch::empty({0}, weight.options().requires_grad(false)));
}

} // namespace ard::ops
