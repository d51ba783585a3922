// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/FusedGeglu.h"

#include "engine/kernels/Kernels.h"
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

namespace ard::ops {
namespace {

using torch::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

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

} // namespace

Tensor fusedGeglu(const Tensor &x)
{
    return FusedGeglu::apply(x);
}

} // namespace ard::ops
