// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What one block of the decoder looks at, taken apart for people.
#include "engine/model/Denoiser.h"

#include <ATen/ATen.h>
#include <cmath>

namespace ard {

using torch::Tensor;

BlockAttention Denoiser::attention(const Tensor &xt, const Tensor &timesteps, const EncodedSource &source,
                                   const Tensor &selfCondition, int layer) const
{
    Tensor x = decoderInput(xt, timesteps, source, selfCondition, nullptr);
    for (int i = 0; i < layer; ++i)
        x = decoderBlock(i, x, timesteps, source, nullptr);
    const std::string block = blockName(layer);
    const double scale = 1.0 / std::sqrt(static_cast<double>(m_config.width / m_config.heads));
    const Tensor normed = norm(x, block + ".norm1", m_config.decoderNormEps);
    const SelfInputs inputs = selfInputs(block, normed, timesteps, nullptr);
    BlockAttention result;
    if (m_config.timeAttention) {
        const Tensor rw = m_parameters[block + ".r_w_bias"].unsqueeze(1),
                     rr = m_parameters[block + ".r_r_bias"].unsqueeze(1);
        result.content = at::matmul(inputs.q + rw, inputs.k.transpose(-1, -2)) * scale;
        result.time = at::matmul(inputs.q + rr, inputs.tau.transpose(-1, -2)) * scale;
    } else {
        result.content = at::matmul(inputs.q, inputs.k.transpose(-1, -2)) * scale;
        result.time = at::zeros_like(result.content);
    }
    const Tensor padding = lengthBias(source, xt.size(1));
    const Tensor scores = result.content + result.time;
    result.weights = at::softmax(padding.defined() ? scores + padding : scores, -1);
    result.values = inputs.v;
    result.output = selfAttention(block, normed, timesteps, source, nullptr);
    x = result.output + x;
    const Tensor q = heads(linear(norm(x, block + ".norm2", m_config.decoderNormEps), block + ".attn2.to_q"));
    result.cross =
        at::softmax(at::matmul(q, source.keys[layer].transpose(-1, -2)) * scale + paddingBias(source.mask), -1);
    return result;
}

} // namespace ard
