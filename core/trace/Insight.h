// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Insight: what can be asked of a single model call of a run afterwards, as plain values: what its positions looked at, and
// what the sentence steps that it skipped would have changed.
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace ard {

/// One head of one decoder block in one model call. Tables are row by row: row i asks, column j is looked at.
struct AttentionMap {
    int modelCall = 0;          ///< 1..M
    int layer = 0, head = 0;    ///< 0-based
    int layers = 0, heads = 0;  ///< how many the model has
    int length = 0;             ///< N
    int sourceLength = 0;       ///< S, pieces of the source
    std::vector<float> content; ///< [N x N] logits (q_i + r_w) k_j / sqrt(d)
    std::vector<float> time; ///< [N x N] logits (q_i + r_r) tau(t_j) / sqrt(d); with content they are all of the logits
    std::vector<float> weights; ///< [N x N] softmax of the sum, a row adds up to 1
    std::vector<float> cross;   ///< [N x S] weights of the attention to the source
};

/// The sentence steps that one model call skips, run one by one, against the jump.
struct FilledSteps {
    int modelCall = 0;  ///< the call that was taken apart
    int modelCalls = 0; ///< into so many
    /// [N] the most probable word after the jump, and after the steps one by one: of the next x0_hat, or the final word
    /// where the call is the run's last.
    std::vector<std::int32_t> jumpWords, filledWords;
    std::vector<float> distance;               ///< [N] L2 distance of the two latents
    std::map<std::int32_t, std::string> words; ///< display text of those words
    double seconds = 0;
};

} // namespace ard
