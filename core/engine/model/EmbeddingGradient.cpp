// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/EmbeddingGradient.h"

#include "engine/kernels/Kernels.h"
#include <torch/csrc/autograd/custom_function.h>

namespace ard::ops {
namespace {

using torch::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

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

} // namespace

Tensor embeddingWithGradient(const Tensor &table, const Tensor &ids)
{
    return Embedding::apply(table, ids);
}

} // namespace ard::ops
