// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// DoubtfulWords: which positions of a finished sentence a repair takes back to noise. Ours, not the paper's. No torch; pure,
// thread-safe.
#include <cstdint>
#include <span>
#include <vector>

namespace ard {

/// What an id of the vocabulary is in a sentence.
enum class PieceKind : char {
    NoWord, ///< PAD, marks, numbers
    Begins, ///< a word, or its first piece
    GoesOn  ///< a later piece of the word on its left
};

/// A finished sentence: ids and their log probabilities [N], what the ids are [V].
struct JudgedSentence {
    std::span<const std::int64_t> ids;
    std::span<const float> logProbabilities;
    std::span<const PieceKind> kinds;
};

/// [N] true: back to noise. The less likely (mean log probability of its pieces; of equally likely ones the second) of two equal words
/// side by side, whatever marks stand between; likewise of two equal pieces side by side in a word. held: positions that stay
/// whatever is found.
std::vector<bool> doubtfulPositions(const JudgedSentence &sentence, std::span<const int> held);

} // namespace ard
