// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StepFrame: what one model call did to every position, as plain values. Written by the engine, drawn by the window.
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace ard {

constexpr int kTopWords = 8;

struct TokenState {
    std::int32_t timestepBefore = 0;
    std::int32_t timestepAfter = 0;
    std::int32_t wordId = 0; ///< most probable word of x0_hat before clamping; in the last frame the final word
    std::array<std::int32_t, kTopWords>
        topIds{}; ///< words of x0_hat, most probable first; -1 where the vocabulary is smaller
    std::array<float, kTopWords> topProbabilities{}; ///< softmax of the vocabulary head on x0_hat
    float entropy = 0;                               ///< of that distribution, in nats
    float distance = 0;                              ///< L2 distance of x0_hat to the nearest word embedding
    bool changed = false;                           ///< wordId differs from the frame before (false in the first frame)
    std::optional<std::array<float, 2>> projection; ///< x_t' on a fixed plane through the embeddings
};

/// Probability of the word that the frame shows, 0..1; 0 when it is not among the recorded ones. In the last frame the
/// final word stands, which need not be the most probable word of x0_hat.
inline double wordProbability(const TokenState &token)
{
    for (std::size_t rank = 0; rank < token.topIds.size(); ++rank)
        if (token.topIds[rank] == token.wordId)
            return static_cast<double>(token.topProbabilities[rank]);
    return 0;
}

struct StepFrame {
    std::int32_t candidate = 0;
    std::int32_t modelCall = 0; ///< 1..M
    std::int32_t sentenceStepBefore = 0;
    std::int32_t sentenceStepAfter = 0;
    double milliseconds = 0;        ///< of this model call and step
    std::vector<TokenState> tokens; ///< [N]
};

} // namespace ard
