// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sample/WordLikelihood.h"

#include "base/Philox.h"
#include <algorithm>
#include <c10/core/GradMode.h>
#include <cmath>

namespace ard {
namespace {

constexpr double kLevel = 0.95; ///< of the timesteps

/// eps [N,E] of the judged positions at timestep t.
torch::Tensor judgingNoise(int64_t length, int64_t channels, int timestep)
{
    torch::Tensor noise = at::empty({length, channels}, torch::kFloat32);
    float *data = noise.data_ptr<float>();
    for (int64_t n = 0; n < length; ++n)
        fillStandardNormal({kJudgingSeed, static_cast<std::int32_t>(n), timestep},
                           {data + n * channels, static_cast<std::size_t>(channels)});
    return noise;
}

/// log p [B,N] of each word by the vocabulary head on x0_hat [B,N,E]; row by row, for the vocabulary can be large.
torch::Tensor logProbabilitiesOf(const Denoiser &denoiser, const torch::Tensor &prediction, const torch::Tensor &ids)
{
    std::vector<torch::Tensor> rows;
    for (int64_t row = 0; row < ids.size(0); ++row)
        rows.push_back(denoiser.logits(prediction[row]).log_softmax(-1).gather(-1, ids[row].unsqueeze(-1)).squeeze(-1));
    return at::stack(rows);
}

} // namespace

int judgingTimestep(int diffusionSteps)
{
    return std::clamp(static_cast<int>(kLevel * diffusionSteps), 1, diffusionSteps - 1);
}

torch::Tensor judgedPositions(const torch::Tensor &ids, int padId)
{
    const torch::Tensor isWord = ids.ne(padId);
    // Words at or behind a position, counted from the right; where there is none any more the sentence has ended.
    const torch::Tensor left = isWord.to(torch::kInt64).flip(1).cumsum(1).flip(1);
    const torch::Tensor isBehind = left.eq(0);
    return isWord.logical_or(isBehind.logical_and(isBehind.to(torch::kInt64).cumsum(1).eq(1)));
}

torch::Tensor meanLogLikelihoods(const Denoiser &denoiser, const torch::Tensor &table,
                                 const NoiseSchedule &noiseSchedule, const EncodedSource &source,
                                 const torch::Tensor &ids)
{
    const c10::NoGradGuard noGradients;
    const int64_t rows = ids.size(0), length = ids.size(1), channels = table.size(1);
    const int timestep = judgingTimestep(denoiser.config().diffusionSteps);
    const double kept = noiseSchedule.alphaBar[static_cast<std::size_t>(timestep)];
    const torch::Tensor clean = table.index_select(0, ids.reshape({-1})).reshape({rows, length, channels}),
                        noise = judgingNoise(length, channels, timestep).to(ids.device()),
                        noised = clean * std::sqrt(kept) + noise * std::sqrt(1 - kept),
                        group = at::arange(length, ids.options()).remainder(kJudgingCalls);
    torch::Tensor prediction = clean;
    for (int call = 0; call < kJudgingCalls; ++call) {
        const torch::Tensor asked = group.eq(call).unsqueeze(-1); // [N,1]
        const torch::Tensor timesteps = (group.eq(call) * timestep).unsqueeze(0).to(torch::kInt64);
        prediction = at::where(
            asked, denoiser.predict(at::where(asked, noised, clean), timesteps.expand({rows, length}), source),
            prediction);
    }
    const torch::Tensor logs = logProbabilitiesOf(denoiser, prediction, ids).to(torch::kFloat64),
                        counts = judgedPositions(ids, denoiser.config().padId).to(torch::kFloat64);
    return ((logs * counts).sum(1) / counts.sum(1)).clamp_max(0).to(torch::kCPU).contiguous();
}

} // namespace ard
