// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SentenceWords: the words of a sentence as a reader sees them: pieces joined, PAD left out, and for each word the positions
// that it is made of.
#include "facts/SeenRun.h"
#include <string>

namespace ard {

struct SentenceWord {
    std::string text; ///< without a leading space
    int first = 0;    ///< positions that its pieces hold; PAD may stand between them
    int last = 0;
    bool operator==(const SentenceWord &) const = default;
};

/// After model call 1..run.calls(); empty outside. Sentence marks (.,;:!?) are words of their own, as in wordsOfText().
std::vector<SentenceWord> sentenceWords(const SeenRun &run, int call);

/// Typed text cut in the same way; first and last are the number of the word.
std::vector<SentenceWord> wordsOfText(std::string_view text);

/// By which two words are the same: without regard to upper and lower case.
std::string wordKey(std::string_view word);

} // namespace ard
