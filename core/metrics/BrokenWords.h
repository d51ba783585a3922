// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BrokenWords: two faults of models that write all positions at once, which BLEU hides: words that nobody writes ("demonstrateing",
// pieces that two positions wrote without knowing of each other), and the same word twice side by side. A word is a run of letters and
// apostrophes, lower-cased. Ours, not the paper's. Pure; thread-safe for readers.
#include "base/Result.h"
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace ard {

/// What counts as a word: all words of some texts, such as the training text and a word list of the language.
class KnownWords {
public:
    bool add(std::string_view text);                                                ///< whether there was a word
    bool contains(const std::string &word) const { return m_words.contains(word); } ///< word: lower-cased

private:
    std::unordered_set<std::string> m_words;
};

/// All words of the files. Error: one that cannot be read, or that has no word.
Result<KnownWords> readKnownWords(const std::vector<std::string> &paths);

/// The words of a text that are not known, in order.
std::vector<std::string> brokenWords(std::string_view text, const KnownWords &known);
/// The words that are the same as the one before them, whatever marks stand between ("the the", "a pub, pub"), in order.
std::vector<std::string> repeatedWords(std::string_view text);

} // namespace ard
