// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sample/Repair.h"

#include "engine/sample/DoubtfulWords.h"
#include <algorithm>

namespace ard {
namespace {

/// log probability [N] of each word of a row by the vocabulary head on x0_hat [N,E].
torch::Tensor logProbabilitiesOf(const Denoiser &denoiser, const torch::Tensor &prediction, const torch::Tensor &words)
{
    return denoiser.logits(prediction)
        .log_softmax(-1)
        .gather(-1, words.unsqueeze(-1))
        .squeeze(-1)
        .to(torch::kCPU, torch::kFloat32)
        .contiguous();
}

} // namespace

torch::Tensor Repair::embeddings(const torch::Tensor &words) const
{
    const torch::Tensor &table = m_sampler.words().table();
    const torch::Tensor ids = words.clamp_min(0); // WordSearch::kNoWord: the run ends with an error
    return table.index_select(0, ids.reshape({-1})).reshape({words.size(0), words.size(1), table.size(1)});
}

int Repair::timestepBefore(int call) const
{
    const std::int64_t calls = m_sampler.options().repairCalls,
                       left = m_sampler.modelCalls() + 1 - call; // of them
    return static_cast<int>((m_sampler.denoiser().config().diffusionSteps - 1) * left / calls);
}

SamplingState Repair::begin(const torch::Tensor &words, const torch::Tensor &prediction, NoiseSource &noise) const
{
    const SamplingOptions &options = m_sampler.options();
    std::vector<int> held;
    for (const PinnedWord &pin : options.pinned)
        held.push_back(pin.position);
    const torch::Tensor ids = words.to(torch::kCPU).contiguous(), open = at::zeros(words.sizes(), torch::kBool);
    const auto length = static_cast<std::size_t>(words.size(1));
    for (int64_t row = 0; row < words.size(0); ++row) {
        const torch::Tensor likely = logProbabilitiesOf(m_sampler.denoiser(), prediction[row], words[row]);
        const JudgedSentence sentence{{ids.data_ptr<int64_t>() + row * words.size(1), length},
                                      {likely.data_ptr<float>(), length},
                                      *options.pieceKinds};
        const std::vector<bool> marked = doubtfulPositions(sentence, held);
        std::copy(marked.begin(), marked.end(), open.data_ptr<bool>() + row * words.size(1));
    }
    SamplingState state;
    state.words = words;
    state.open = open.to(words.device());
    const torch::Tensor stays = embeddings(words), goesBack = state.open.unsqueeze(-1);
    state.latent = at::where(goesBack, noise.restarting(), stays);
    if (options.selfCondition)
        state.selfCondition = stays.masked_fill(goesBack, 0);
    return state;
}

torch::Tensor Repair::hold(const torch::Tensor &x, const SamplingState &state) const
{
    return at::where(state.open.unsqueeze(-1), x, embeddings(state.words));
}

torch::Tensor Repair::timesteps(int call, const SamplingState &state) const
{
    return state.open.to(torch::kInt64) * timestepBefore(call);
}

SamplingState Repair::step(int call, const torch::Tensor &prediction, const torch::Tensor &clamped,
                           const SamplingState &before, NoiseSource &noise) const
{
    const int from = timestepBefore(call), to = timestepBefore(call + 1);
    const StepCoefficients step = stepCoefficients(m_sampler.noiseSchedule(), from, to, m_sampler.options().eta);
    torch::Tensor moved = (before.latent * step.latent).add_(clamped, step.clean);
    if (step.noise != 0) {
        const auto length = static_cast<std::size_t>(before.latent.size(1));
        moved.add_(noise.step(call, std::vector<int>(length, from), std::vector<int>(length, to)), step.noise);
    }
    SamplingState after;
    after.open = before.open;
    after.latent = at::where(before.open.unsqueeze(-1), moved, before.latent);
    after.words =
        at::where(before.open, m_sampler.words().mostProbableWords(to == 0 ? after.latent : prediction), before.words);
    if (m_sampler.options().selfCondition)
        after.selfCondition = clamped;
    return after;
}

} // namespace ard
