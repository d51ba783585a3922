// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Alignment: which words of several sentences stand for each other.
#include "facts/SentenceWords.h"

namespace ard {

/// A longest common subsequence of two sentences, by wordKey(): pairs of indices, both rising. Hunt and Szymanski 1977,
/// O((n + matches) log n).
std::vector<std::pair<int, int>> commonWords(const std::vector<SentenceWord> &a, const std::vector<SentenceWord> &b);

/// Column c, sentence s: index of its word there, -1: it has none. In each sentence the indices rise.
struct Alignment {
    std::vector<std::vector<int>> columns; ///< [C][S]
};

/// The first sentence is what the others are laid on: a word that is common to both shares its column, words between two
/// common ones share columns in order, further ones get columns of their own.
Alignment alignSentences(const std::vector<std::vector<SentenceWord>> &sentences);

} // namespace ard
