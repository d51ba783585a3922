// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WordScores: what a frame says of the scores of a whole vocabulary at one position, in two passes over them.
#include <array>
#include <cstdint>

namespace ard::kernels {

struct WordScores {
    static constexpr int kMost = 8;
    std::array<std::int32_t, kMost>
        ids{}; ///< the most probable words, the best first; of equal ones the first in the vocabulary
    std::array<float, kMost> probabilities{}; ///< softmax of their scores; not finite where a score is not
    float entropy = 0;                        ///< of the softmax, in nats
};

/// scores [words], words >= 1; top: how many words are wanted, 1..kMost and at most `words`.
WordScores sumUp(const float *scores, int64_t words, int top);

} // namespace ard::kernels
