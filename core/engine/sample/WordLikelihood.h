// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WordLikelihood: how likely a model that diffuses finds finished sentences, by what it makes of each word from those around it. Ours,
// not the paper's: no bound on the true likelihood, but a number by which candidates of one source can be compared. In call g = 0..4 the
// positions n with n mod 5 = g are nearly pure noise (timestep judgingTimestep) and all others the clean embeddings of their words
// at timestep 0; where the network conditions itself it is given zeros. The noise is a function of (kJudgingSeed, position,
// timestep, channel), the same for all sentences: what a sentence gets depends on the model, its source and its words alone.
#include "diffusion/NoiseSchedule.h"
#include "engine/model/Denoiser.h"
#include "trace/ChoiceRule.h"

namespace ard {

constexpr std::uint64_t kJudgingSeed = 0x6c696b656c69686fULL;

/// Of T diffusion steps, 1..T-1.
int judgingTimestep(int diffusionSteps);
/// Which positions of the sentences ids [B,N] int64 count, [B,N] bool: every word, and the PAD behind the last one, which ends the
/// sentence, where there is room for it.
torch::Tensor judgedPositions(const torch::Tensor &ids, int padId);
/// [B] float64 on the CPU: the mean of log p(word) over these positions, natural logarithm, p by the vocabulary head on x0_hat. Takes
/// kJudgingCalls calls of the network. ids must be words of the vocabulary; source: [B] rows; table: WordSearch::table().
torch::Tensor meanLogLikelihoods(const Denoiser &denoiser, const torch::Tensor &table,
                                 const NoiseSchedule &noiseSchedule, const EncodedSource &source,
                                 const torch::Tensor &ids);

} // namespace ard
