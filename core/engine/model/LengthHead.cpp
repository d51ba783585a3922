// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The length of a sentence in the network: one table scores it from the encoded source and, as the reference's
// length_embedding, adds it to every position of the decoder's input.
#include "engine/model/Denoiser.h"

#include <ATen/ATen.h>

namespace ard {

using torch::Tensor;

Tensor Denoiser::lengthLogits(const EncodedSource &source) const
{
    Tensor features = source.hidden.select(1, 0);
    if (m_config.lengthHead == LengthHead::MeanPool) {
        const Tensor tokens = source.mask.to(torch::kFloat).unsqueeze(-1);
        features = (source.hidden * tokens).sum(1) / tokens.sum(1);
    }
    return at::mm(features, m_parameters["length_embedding.weight"].t());
}

Tensor Denoiser::likeliestLengths(const Tensor &lengthLogits)
{
    return lengthLogits.slice(1, 1).argmax(-1) + 1;
}

std::pair<Tensor, Tensor> Denoiser::lengthsByProbability(const Tensor &lengthLogits, int64_t most)
{
    const Tensor scores = lengthLogits.slice(1, 1).to(torch::kCPU, torch::kDouble);
    // Stable, so that of two as likely the shorter comes first, as argmax takes it.
    const Tensor order = std::get<1>(scores.sort(/*stable=*/true, -1, /*descending=*/true)).slice(1, 0, most);
    return {scores.softmax(-1).gather(1, order).to(torch::kFloat), (order + 1).contiguous()};
}

Tensor Denoiser::candidateLengths(const Tensor &lengthLogits, int64_t k)
{
    // Multiples of the golden ratio fill 0..1 evenly however many there are.
    constexpr double kGoldenRatio = 0.6180339887498949;
    const Tensor upTo = lengthLogits.slice(1, 1).to(torch::kDouble).softmax(-1).cumsum(-1);
    const Tensor quantiles =
        at::arange(k, upTo.options()).mul(kGoldenRatio).frac().expand({upTo.size(0), k}).contiguous();
    Tensor lengths = at::searchsorted(upTo, quantiles, false, true).clamp_max(upTo.size(1) - 1) + 1;
    lengths.select(1, 0).copy_(likeliestLengths(lengthLogits));
    return lengths;
}

Tensor Denoiser::lengthEmbedding(const EncodedSource &source, int64_t positions) const
{
    const Tensor &table = m_parameters["length_embedding.weight"];
    return source.lengths.defined() ? ops::embedding(table, source.lengths).unsqueeze(1)
                                    : table.narrow(0, positions, 1).unsqueeze(0);
}

Tensor Denoiser::lengthBias(const EncodedSource &source, int64_t positions)
{
    if (!source.lengths.defined())
        return {};
    return paddingBias(at::arange(positions, source.lengths.options()).unsqueeze(0) < source.lengths.unsqueeze(1));
}

} // namespace ard
