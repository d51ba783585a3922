// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The autoregressive twin: all words of a sentence at once for training, one after the other for writing.
#include "engine/model/Denoiser.h"

#include <ATen/ATen.h>

namespace ard {

using torch::Tensor;

void WordCache::select(const Tensor &rows)
{
    for (std::vector<Tensor> *parts : {&keys, &values, &keyBias})
        for (Tensor &part : *parts)
            if (part.defined())
                part = part.index_select(0, rows);
}

Tensor Denoiser::nextWordLogits(const Tensor &ids, const EncodedSource &source, DropoutSource *dropout) const
{
    // The words one place to the right, PAD as the word before the first; no noise, so timestep 0 everywhere.
    const Tensor first = torch::full({ids.size(0), 1}, m_config.padId, ids.options());
    const Tensor before = at::cat({first, ids.narrow(1, 0, ids.size(1) - 1)}, 1);
    return logits(predict(embed(before), torch::zeros_like(ids), source, {}, dropout));
}

Tensor Denoiser::nextWordLogits(const Tensor &word, const EncodedSource &source, WordCache &cache) const
{
    for (std::vector<Tensor> *parts : {&cache.keys, &cache.values, &cache.keyBias})
        parts->resize(m_config.decoderLayers);
    const Tensor timesteps = torch::zeros({1, 1}, word.options());
    Tensor x = decoderInput(embed(word.unsqueeze(1)), timesteps, source, {}, nullptr, cache.positions);
    const Tensor sourceBias = paddingBias(source.mask);
    for (int i = 0; i < m_config.decoderLayers; ++i)
        x = decoderBlock(
            i, x, [&](const Tensor &y) { return cachedSelfAttention(i, y, timesteps, cache); },
            [&](const Tensor &y) { return crossAttention(i, y, source, sourceBias, nullptr); }, nullptr);
    ++cache.positions;
    return logits(outputProjection(x)).squeeze(1);
}

Tensor Denoiser::cachedSelfAttention(int layer, const Tensor &x, const Tensor &timesteps, WordCache &cache) const
{
    const std::string block = blockName(layer);
    const SelfInputs inputs = selfInputs(block, x, timesteps, nullptr);
    const SelfKeys mine = selfKeys(block, inputs);
    const auto append = [](Tensor &all, const Tensor &one, int64_t dim) {
        if (one.defined())
            all = all.defined() ? at::cat({all, one}, dim) : one;
    };
    append(cache.keys[layer], mine.keys, 2);
    append(cache.values[layer], inputs.v, 2);
    append(cache.keyBias[layer], mine.keyBias, 3);
    return linear(attend(inputs.q, cache.keys[layer], cache.values[layer], cache.keyBias[layer], nullptr),
                  block + ".attn1.to_out.0");
}

} // namespace ard
