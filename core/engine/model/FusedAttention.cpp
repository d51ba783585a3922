// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/FusedAttention.h"
#include "engine/kernels/Attention.h"

#include <ATen/Parallel.h>
#include <cmath>
#include <torch/csrc/autograd/custom_function.h>

namespace ard::ops {
namespace {

using torch::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

Tensor innermost(const Tensor &x)
{
    return x.stride(-1) == 1 ? x : x.contiguous();
}

kernels::ConstRows rowsOf(const Tensor &x, int64_t batch, int64_t head)
{
    return {x.data_ptr<float>() + batch * x.stride(0) + head * x.stride(1), x.stride(2)};
}

kernels::Rows writableRows(const Tensor &x, int64_t batch, int64_t head)
{
    return {x.data_ptr<float>() + batch * x.stride(0) + head * x.stride(1), x.stride(2)};
}

const float *maskOf(const Tensor &keep, int64_t batch, int64_t head)
{
    return keep.numel() > 0 ? rowsOf(keep, batch, head).data : nullptr;
}

/// [B,H,N,D] over memory laid out [B,N,H,D], as the projections have it.
Tensor emptyHeads(const Tensor &like)
{
    return torch::empty({like.size(0), like.size(2), like.size(1), like.size(3)}, like.options()).transpose(1, 2);
}

kernels::AttentionShape shapeOf(const Tensor &q, const Tensor &k, bool causal)
{
    return {q.size(2), k.size(2), q.size(3), static_cast<float>(1.0 / std::sqrt(static_cast<double>(q.size(3)))),
            causal};
}

/// Calls work(batch, head, scratch) for every head of every sentence.
template <class Work>
void forEachHead(const Tensor &q, const Work &work)
{
    const int64_t heads = q.size(1);
    at::parallel_for(0, q.size(0) * heads, 4, [&](int64_t begin, int64_t end) {
        kernels::AttentionScratch scratch;
        for (int64_t i = begin; i < end; ++i)
            work(i / heads, i % heads, scratch);
    });
}

struct FusedAttention : torch::autograd::Function<FusedAttention> {
    /// bias [B,H,1,Nk], expanded; keep [B,H,Nq,Nk]; of no elements: none.
    static Tensor forward(AutogradContext *context, const Tensor &query, const Tensor &key, const Tensor &value,
                          const Tensor &bias, const Tensor &keep, bool causal)
    {
        const Tensor q = innermost(query), k = innermost(key), v = innermost(value), b = innermost(bias);
        Tensor out = torch::empty({q.size(0), q.size(2), q.size(1), q.size(3)}, q.options());
        Tensor probabilities = torch::empty({q.size(0), q.size(1), q.size(2), k.size(2)}, q.options());
        const Tensor outHeads = out.transpose(1, 2);
        const auto shape = shapeOf(q, k, causal);
        const bool biased = b.numel() > 0;
        forEachHead(q, [&](int64_t batch, int64_t head, kernels::AttentionScratch &scratch) {
            kernels::attentionForward(shape, rowsOf(q, batch, head), rowsOf(k, batch, head), rowsOf(v, batch, head),
                                      biased ? rowsOf(b, batch, head).data : nullptr, maskOf(keep, batch, head),
                                      writableRows(probabilities, batch, head).data,
                                      writableRows(outHeads, batch, head), scratch);
        });
        context->save_for_backward({q, k, v, probabilities, keep});
        return out.view({q.size(0), q.size(2), q.size(1) * q.size(3)});
    }

    static variable_list backward(AutogradContext *context, variable_list gradients)
    {
        const auto saved = context->get_saved_variables();
        const Tensor &q = saved[0], &k = saved[1], &v = saved[2], &probabilities = saved[3];
        const Tensor dOut =
            gradients[0].contiguous().view({q.size(0), q.size(2), q.size(1), q.size(3)}).transpose(1, 2);
        const Tensor dQ = emptyHeads(q), dK = emptyHeads(k), dV = emptyHeads(v);
        Tensor dBias;
        if (context->needs_input_grad(3))
            dBias = torch::empty({q.size(0), q.size(1), 1, k.size(2)}, q.options());
        const auto shape = shapeOf(q, k, false); // what was not seen has a probability of 0, and so no gradient
        forEachHead(q, [&](int64_t batch, int64_t head, kernels::AttentionScratch &scratch) {
            kernels::attentionBackward(shape, rowsOf(q, batch, head), rowsOf(k, batch, head), rowsOf(v, batch, head),
                                       rowsOf(probabilities, batch, head).data, maskOf(saved[4], batch, head),
                                       rowsOf(dOut, batch, head), writableRows(dQ, batch, head),
                                       writableRows(dK, batch, head), writableRows(dV, batch, head),
                                       dBias.defined() ? writableRows(dBias, batch, head).data : nullptr, scratch);
        });
        return {dQ, dK, dV, dBias, Tensor(), Tensor()};
    }
};

} // namespace

Tensor fusedAttention(const Tensor &q, const Tensor &k, const Tensor &v, const Tensor &keyBias,
                      const Tensor &dropoutMask, bool causal)
{
    const Tensor none = torch::empty({0}, q.options().requires_grad(false));
    const Tensor bias = keyBias.defined() ? keyBias.expand({q.size(0), q.size(1), 1, k.size(2)}) : none;
    return FusedAttention::apply(q, k, v, bias, dropoutMask.defined() ? dropoutMask.contiguous() : none, causal);
}

} // namespace ard::ops
