// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sample/Changes.h"

#include "base/Philox.h"
#include <c10/core/GradMode.h>
#include <cmath>

namespace ard {
namespace {

/// [B,E]: the noise of every row at one position and timestep.
torch::Tensor noiseAt(int position, int timestep, const std::vector<std::uint64_t> &rowSeeds, int64_t width)
{
    torch::Tensor noise = at::empty({static_cast<int64_t>(rowSeeds.size()), width}, torch::kFloat32);
    float *data = noise.data_ptr<float>();
    for (std::size_t row = 0; row < rowSeeds.size(); ++row)
        fillStandardNormal({rowSeeds[row], position, timestep},
                           {data + static_cast<int64_t>(row) * width, static_cast<std::size_t>(width)});
    return noise;
}

} // namespace

SamplingState withChanges(const SamplingState &state, const std::vector<PositionChange> &changes,
                          const std::vector<int> &timesteps, const std::vector<std::uint64_t> &rowSeeds,
                          const NoiseSchedule &noiseSchedule, const torch::Tensor &wordTable)
{
    if (changes.empty())
        return state;
    const c10::NoGradGuard noGradients;
    SamplingState changed = state;
    changed.latent = state.latent.clone(at::MemoryFormat::Contiguous);
    if (state.selfCondition.defined())
        changed.selfCondition = state.selfCondition.clone(at::MemoryFormat::Contiguous);
    const int64_t width = wordTable.size(1);
    const int last = noiseSchedule.diffusionSteps() - 1;
    for (const PositionChange &change : changes) {
        const bool renoised = change.kind == PositionChange::Kind::Renoise;
        const int t = renoised ? last : timesteps[static_cast<std::size_t>(change.position)];
        const int key = t == last ? NoiseKey::startingNoise : t;
        torch::Tensor latent = noiseAt(change.position, key, rowSeeds, width).to(wordTable.device());
        torch::Tensor told = at::zeros_like(latent);
        if (!renoised) {
            const double signal = noiseSchedule.alphaBar[static_cast<std::size_t>(t)];
            told = wordTable[change.word].expand_as(latent);
            latent = told * std::sqrt(signal) + latent * (t == 0 ? 0.0 : std::sqrt(1 - signal));
        }
        changed.latent.select(1, change.position).copy_(latent);
        if (changed.selfCondition.defined())
            changed.selfCondition.select(1, change.position).copy_(told);
    }
    return changed;
}

} // namespace ard
