// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernels/WordScores.h"
#include "engine/kernels/Clones.h"

#include <algorithm>
#include <cmath>

namespace ard::kernels {
namespace {

constexpr int64_t kBlock = 64;

ARD_CLONES float largestOf(const float *values, int64_t n)
{
    float largest = values[0];
    for (int64_t i = 1; i < n; ++i)
        largest = values[i] > largest ? values[i] : largest;
    return largest;
}

struct Sums {
    float weights, weighted; ///< of exp(d), and of exp(d) d, where d is what a score is below the largest
};

ARD_CLONES Sums sumsOf(const float *scores, int64_t n, float largest)
{
    float weights = 0, weighted = 0;
    for (int64_t i = 0; i < n; ++i) {
        const float below = scores[i] - largest, bounded = below < -1e4f ? -1e4f : below, weight = expf(bounded);
        weights += weight;
        weighted += weight * bounded; // a weight that underflows to 0 must add 0, not 0 times infinity
    }
    return {weights, weighted};
}

/// Puts a word where it belongs among the best so far.
void insert(WordScores &best, std::array<float, WordScores::kMost> &scores, int top, std::int32_t id, float score)
{
    int at = top - 1;
    for (; at > 0 && score > scores[static_cast<std::size_t>(at - 1)]; --at) {
        scores[static_cast<std::size_t>(at)] = scores[static_cast<std::size_t>(at - 1)];
        best.ids[static_cast<std::size_t>(at)] = best.ids[static_cast<std::size_t>(at - 1)];
    }
    scores[static_cast<std::size_t>(at)] = score;
    best.ids[static_cast<std::size_t>(at)] = id;
}

} // namespace

WordScores sumUp(const float *scores, int64_t words, int top)
{
    constexpr float kNone = -3.4e38f;
    WordScores result;
    std::array<float, WordScores::kMost> best;
    best.fill(kNone);
    const auto worst = static_cast<std::size_t>(top - 1);
    for (int64_t begin = 0; begin < words; begin += kBlock) {
        const int64_t count = std::min(kBlock, words - begin);
        if (!(largestOf(scores + begin, count) > best[worst]))
            continue; // most blocks hold no word that is wanted
        for (int64_t i = begin; i < begin + count; ++i)
            if (scores[i] > best[worst])
                insert(result, best, top, static_cast<std::int32_t>(i), scores[i]);
    }
    const float largest = best[0] > kNone ? best[0] : scores[0];
    const Sums sums = sumsOf(scores, words, largest);
    for (std::size_t i = 0; i <= worst; ++i)
        result.probabilities[i] = expf(best[i] - largest) / sums.weights;
    result.entropy = logf(sums.weights) - sums.weighted / sums.weights;
    return result;
}

} // namespace ard::kernels
