// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sample/DoubtfulWords.h"

#include <algorithm>
#include <numeric>

namespace ard {
namespace {

/// A word's pieces: positions first..end-1.
struct Word {
    std::size_t first = 0, end = 0;
};

std::vector<Word> wordsOf(std::span<const std::int64_t> ids, std::span<const PieceKind> kinds)
{
    std::vector<Word> words;
    bool inWord = false;
    for (std::size_t n = 0; n < ids.size(); ++n) {
        const PieceKind kind = kinds[static_cast<std::size_t>(ids[n])];
        if (kind != PieceKind::NoWord && !(kind == PieceKind::GoesOn && inWord))
            words.push_back({n, n});
        inWord = kind != PieceKind::NoWord;
        if (inWord)
            words.back().end = n + 1;
    }
    return words;
}

float likelihood(const JudgedSentence &sentence, const Word &word)
{
    const auto logs = sentence.logProbabilities.subspan(word.first, word.end - word.first);
    return std::accumulate(logs.begin(), logs.end(), 0.f) / static_cast<float>(logs.size());
}

bool areEqual(const JudgedSentence &sentence, const Word &a, const Word &b)
{
    const auto first = sentence.ids.subspan(a.first, a.end - a.first);
    const auto second = sentence.ids.subspan(b.first, b.end - b.first);
    return std::equal(first.begin(), first.end(), second.begin(), second.end());
}

/// Of equal neighbours the less likely one is marked; what is marked already is not compared with the next.
void markRepeated(const JudgedSentence &sentence, const std::vector<Word> &units, std::vector<bool> &marked)
{
    for (std::size_t i = 1; i < units.size(); ++i) {
        const Word &before = units[i - 1], &word = units[i];
        if (!areEqual(sentence, before, word))
            continue;
        const bool isFirst = !marked[before.first] && likelihood(sentence, before) < likelihood(sentence, word);
        const Word &doubtful = isFirst ? before : word;
        for (std::size_t n = doubtful.first; n < doubtful.end; ++n)
            marked[n] = true;
    }
}

} // namespace

std::vector<bool> doubtfulPositions(const JudgedSentence &sentence, std::span<const int> held)
{
    std::vector<bool> marked(sentence.ids.size(), false);
    const std::vector<Word> words = wordsOf(sentence.ids, sentence.kinds);
    markRepeated(sentence, words, marked);
    for (const Word &word : words) {
        std::vector<Word> pieces;
        for (std::size_t n = word.first; n < word.end; ++n)
            pieces.push_back({n, n + 1});
        markRepeated(sentence, pieces, marked);
    }
    for (const int position : held)
        marked[static_cast<std::size_t>(position)] = false;
    return marked;
}

} // namespace ard
