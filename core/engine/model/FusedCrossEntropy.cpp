// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/FusedCrossEntropy.h"

#include "engine/kernels/Kernels.h"
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

namespace ard::ops {
namespace {

using torch::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

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

Tensor fusedCrossEntropy(const Tensor &logits, const Tensor &targets)
{
    return FusedCrossEntropy::apply(logits, targets);
}

} // namespace ard::ops
