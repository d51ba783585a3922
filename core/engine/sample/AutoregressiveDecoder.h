// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// AutoregressiveDecoder: sentences of the twin (ModelConfig::autoregressive), word by word: greedy, the best of a beam, or drawn.
// A yardstick for the diffusion models. What the decoder makes of the words before is kept (WordCache).
#include "engine/model/Denoiser.h"
#include "engine/sample/WordDraw.h"

namespace ard {

struct AutoregressiveResult {
    torch::Tensor ids;  ///< [B,N] int64, PAD behind the sentence
    bool finite = true; ///< false: some score is not a finite number
    int modelCalls = 0; ///< decoder evaluations, each over one word of B * beam rows
};

/// beam 1 is greedy. Sentences end at their first PAD or at `length`. Among finished sentences the one with the largest mean log
/// probability of a word (its end included) wins, as is usual (Wu et al. 2016 with alpha 1).
AutoregressiveResult decodeAutoregressively(const Denoiser &denoiser, const EncodedSource &source, int length,
                                            int beam);
/// Every word drawn; draw.rows: one for each row of the source. Sentences end as above.
AutoregressiveResult drawAutoregressively(const Denoiser &denoiser, const EncodedSource &source, int length,
                                          const WordDraw &draw);

/// What the twin makes of given sentences: the natural logarithm of the probability of each, [B] double. ids [B,N] int64; of row i the first
/// words[i] count, [B] int64.
torch::Tensor logProbabilities(const Denoiser &denoiser, const EncodedSource &source, const torch::Tensor &ids,
                               const torch::Tensor &words);

} // namespace ard
