// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What one block of the decoder looks at, taken apart for people.
#include "engine/model/Denoiser.h"

#include <ATen/ATen.h>

namespace ard {

using torch::Tensor;

BlockAttention Denoiser::attention(const Tensor &xt, const Tensor &timesteps, const EncodedSource &source,
                                   const Tensor &selfCondition, int layer) const
{
    const std::string block = blockName(layer);
    const Tensor sourceBias = paddingBias(source.mask);
    BlockAttention seen;
    const auto self = [&](const Tensor &x) {
        lookAtSelf(block, x, timesteps, source, seen);
        return seen.output;
    };
    const auto cross = [&](const Tensor &x) {
        const Tensor q = heads(linear(x, block + ".attn2.to_q"));
        seen.cross = at::softmax(at::matmul(q, source.keys[layer].transpose(-1, -2)) * scoreScale() + sourceBias, -1);
        return crossAttention(layer, x, source, sourceBias, nullptr);
    };
    const Tensor x = decoderInput(xt, timesteps, source, selfCondition, nullptr);
    decoderBlock(layer, decoderBlocks(layer, x, timesteps, source, nullptr), self, cross, nullptr);
    return seen;
}

void Denoiser::lookAtSelf(const std::string &block, const Tensor &x, const Tensor &timesteps,
                          const EncodedSource &source, BlockAttention &seen) const
{
    const SelfInputs inputs = selfInputs(block, x, timesteps, nullptr);
    const auto scores = [&](const Tensor &q, const Tensor &k) {
        return at::matmul(q, k.transpose(-1, -2)) * scoreScale();
    };
    if (m_config.timeAttention) {
        const Tensor rw = m_parameters[block + ".r_w_bias"].unsqueeze(1),
                     rr = m_parameters[block + ".r_r_bias"].unsqueeze(1);
        seen.content = scores(inputs.q + rw, inputs.k);
        seen.time = scores(inputs.q + rr, inputs.tau);
    } else {
        seen.content = scores(inputs.q, inputs.k);
        seen.time = at::zeros_like(seen.content);
    }
    const Tensor padding = lengthBias(source, x.size(1)), logits = seen.content + seen.time;
    seen.weights = at::softmax(padding.defined() ? logits + padding : logits, -1);
    seen.values = inputs.v;
    seen.output = selfAttention(block, x, timesteps, source, nullptr);
}

} // namespace ard
