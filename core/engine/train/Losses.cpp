// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/Losses.h"
#include "engine/model/Dropout.h"

#include <ATen/ATen.h>

namespace ard {

using torch::Tensor;

namespace {

Tensor asFloatTensor(const std::vector<double> &values, const torch::Device &device)
{
    return torch::tensor(values, torch::kDouble).to(torch::kFloat).to(device);
}

struct CrossEntropy {
    Tensor nll, smoothed; ///< [B,N]
};

/// smoothed: (1 - e) nll + e mean over the vocabulary of -log p, which is nll + e (logit of the target - mean logit).
CrossEntropy crossEntropy(const Tensor &logits, const Tensor &ids, double smoothing)
{
    CrossEntropy result;
    result.nll = ops::crossEntropy(logits.view({-1, logits.size(-1)}), ids.reshape({-1})).view(ids.sizes());
    result.smoothed = result.nll;
    if (smoothing > 0)
        result.smoothed = result.nll + smoothing * (logits.gather(-1, ids.unsqueeze(-1)).squeeze(-1) - logits.mean(-1));
    return result;
}

} // namespace

LengthLoss lengthLoss(const Denoiser &denoiser, const EncodedSource &source)
{
    const Tensor logits = denoiser.lengthLogits(source);
    return {ops::crossEntropy(logits, source.lengths), Denoiser::likeliestLengths(logits.detach()).eq(source.lengths)};
}

NoiseTables::NoiseTables(const NoiseSchedule &noise, const torch::Device &device)
{
    std::vector<double> signal, noisy;
    for (const double alphaBar : noise.alphaBar) {
        signal.push_back(std::sqrt(alphaBar));
        noisy.push_back(std::sqrt(1.0 - alphaBar));
    }
    sqrtAlphaBar = asFloatTensor(signal, device);
    sqrtOneMinusAlphaBar = asFloatTensor(noisy, device);
    alphaBar = torch::tensor(noise.alphaBar, torch::kDouble).to(device);
}

Tensor diffuse(const Tensor &x0, const Tensor &t, const Tensor &noise, const NoiseTables &tables)
{
    return at::take(tables.sqrtAlphaBar, t).unsqueeze(-1) * x0 +
        at::take(tables.sqrtOneMinusAlphaBar, t).unsqueeze(-1) * noise;
}

Tensor posteriorStep(const Tensor &latent, const Tensor &clean, const Tensor &noise, const Tensor &from,
                     const Tensor &to, const NoiseTables &tables)
{
    const Tensor a = at::take(tables.alphaBar, from), b = at::take(tables.alphaBar, to), ratio = a / b, rest = 1 - a;
    const auto factor = [](const Tensor &values) { return values.to(torch::kFloat).unsqueeze(-1); };
    const Tensor variance = ((1 - ratio) * (1 - b) / rest).masked_fill(to == 0, 0);
    const Tensor next = factor(ratio.sqrt() * (1 - b) / rest) * latent + factor(b.sqrt() * (1 - ratio) / rest) * clean +
        factor(variance.clamp_min(0).sqrt()) * noise;
    return at::where((from == to).unsqueeze(-1), latent, next);
}

Tensor noisyEmbedding(const Tensor &embedded, const Tensor &noise, const NoiseTables &tables)
{
    return embedded + tables.sqrtOneMinusAlphaBar[0] * noise;
}

LossTerms paperLosses(const Denoiser &denoiser, const EncodedSource &source, const Tensor &targetIds, const Tensor &t,
                      const Tensor &noiseX0, const Tensor &noiseXt, const NoiseSchedule &noise,
                      const Tensor &selfCondition, DropoutSource *dropout)
{
    const NoiseTables tables(noise, targetIds.device());
    const Tensor embedded = denoiser.embed(targetIds);
    const Tensor x0 = noisyEmbedding(embedded, noiseX0, tables);
    const Tensor predicted = denoiser.predict(diffuse(x0, t, noiseXt, tables), t, source, selfCondition, dropout);
    LossTerms terms;
    const Tensor toNoisy = (x0 - predicted).square().mean(-1), toClean = (embedded - predicted).square().mean(-1);
    terms.mse = at::where(t == 0, toClean, toNoisy);
    const Tensor &written = denoiser.config().headTransform ? predicted : x0;
    terms.decoderNll = crossEntropy(denoiser.logits(written), targetIds, 0).nll;
    terms.tT = (tables.sqrtAlphaBar[-1] * written).square().mean(-1);
    terms.loss = terms.mse + terms.decoderNll + terms.tT;
    return terms;
}

LossTerms autoregressiveLosses(const Denoiser &denoiser, const EncodedSource &source, const Tensor &targetIds,
                               double labelSmoothing, DropoutSource *dropout)
{
    const CrossEntropy entropy =
        crossEntropy(denoiser.nextWordLogits(targetIds, source, dropout), targetIds, labelSmoothing);
    LossTerms terms;
    terms.decoderNll = entropy.nll;
    terms.mse = at::zeros_like(entropy.nll.detach());
    terms.loss = entropy.smoothed;
    return terms;
}

LossTerms anchoredLosses(const Denoiser &denoiser, const EncodedSource &source, const Tensor &targetIds,
                         const Tensor &xt, const Tensor &t, double labelSmoothing, const Tensor &selfCondition,
                         DropoutSource *dropout)
{
    const Tensor embedded = denoiser.embed(targetIds);
    const Tensor predicted = denoiser.predict(xt, t, source, selfCondition, dropout);
    LossTerms terms;
    terms.mse = (embedded - predicted).square().mean(-1);
    const CrossEntropy entropy = crossEntropy(denoiser.logits(predicted), targetIds, labelSmoothing);
    terms.decoderNll = entropy.nll;
    terms.loss = terms.mse + entropy.smoothed;
    return terms;
}

} // namespace ard
