// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Insight: what can be asked of a single model call of a run afterwards, as plain values: what its positions looked at, and
// what the sentence steps that it skipped would have changed.
#include <array>
#include <cstddef>
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

/// The stages inside a model call, in their order.
enum class CallStage {
    Noisy,      ///< x_t, which goes into the network
    Prediction, ///< x0_hat, as the network gives it
    Clamped,    ///< x0_hat as the step uses it
    Step,       ///< a x_t + b x0_hat (and of a multistep solver c times the x0_hat before): x_t' without its noise
    Noise       ///< x_t'
};
constexpr std::size_t kCallStages = 5;

struct CallStageView {
    std::vector<std::int32_t> words; ///< [N] the nearest word embedding
    std::vector<float> distance;     ///< [N] L2 distance to it
    std::vector<float> values;       ///< [E] of the asked position
    std::array<float, 2> point{};    ///< of the asked position on the plane of TokenState::projection
};

/// One model call from inside, one position of it in full:
/// x_t' = latent x_t + clean x0_hat + previous x0_hat_before + noise eps.
struct CallInside {
    int modelCall = 0; ///< 1..M
    int position = 0;
    int timestepBefore = 0, timestepAfter = 0;     ///< t and t' of the position
    double latent = 1;                             ///< a, factor of x_t
    double clean = 0;                              ///< b, factor of x0_hat as clamped
    double previous = 0;                           ///< c; of multistep solvers only
    double noise = 0;                              ///< sigma, factor of eps
    std::array<CallStageView, kCallStages> stages; ///< by CallStage
    std::vector<float> eps;                        ///< [E], zeros where no noise is added
    std::vector<float> cleanBefore;                ///< [E], the x0_hat before; empty where previous is 0
    std::vector<std::int32_t>
        headWords; ///< [N] most probable words of x0_hat, as frames show them: another rule than the nearest
    std::map<std::int32_t, std::string> words; ///< display text of all these words
};

/// The vocabulary of a model on the plane of TokenState::projection, the same for all its runs and steps.
struct VocabularyMap {
    std::vector<std::string> pieces;          ///< [V] display texts, by word id
    std::vector<std::array<float, 2>> points; ///< [V]
    float share = 0;                          ///< 0..1, of the variance of the word embeddings that the plane shows
    bool operator==(const VocabularyMap &) const = default;
};

} // namespace ard
