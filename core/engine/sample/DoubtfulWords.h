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

/// The share of the words (not PAD) that is taken back because the model finds them least likely.
constexpr double kDoubtfulShare = 0.2;

/// [N] true: back to noise. Of the positions that are not PAD the kDoubtfulShare (rounded up) with the least log probabilities [N], of equal
/// ones the left; the second of two equal words side by side, whatever marks stand between; a piece that is the same as the one
/// before it in its word. held: positions that stay whatever is found. kinds [V].
std::vector<bool> doubtfulPositions(std::span<const std::int64_t> ids, std::span<const float> logProbabilities,
                                    std::int64_t padId, std::span<const PieceKind> kinds, std::span<const int> held);

} // namespace ard
