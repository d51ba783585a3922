// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sample/DoubtfulWords.h"

#include <algorithm>
#include <cmath>

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

void markLeastLikely(std::span<const std::int64_t> ids, std::span<const float> logProbabilities, std::int64_t padId,
                     std::vector<bool> &marked)
{
    std::vector<std::size_t> order;
    for (std::size_t n = 0; n < ids.size(); ++n)
        if (ids[n] != padId)
            order.push_back(n);
    const auto count = static_cast<std::size_t>(std::ceil(kDoubtfulShare * static_cast<double>(order.size())));
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return logProbabilities[a] < logProbabilities[b]; });
    for (std::size_t i = 0; i < count; ++i)
        marked[order[i]] = true;
}

void markRepeated(std::span<const std::int64_t> ids, const std::vector<Word> &words, std::vector<bool> &marked)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto pieces = ids.subspan(words[i].first, words[i].end - words[i].first);
        for (std::size_t k = 1; k < pieces.size(); ++k)
            if (pieces[k] == pieces[k - 1])
                marked[words[i].first + k] = true;
        if (i == 0)
            continue;
        const auto before = ids.subspan(words[i - 1].first, words[i - 1].end - words[i - 1].first);
        if (std::equal(before.begin(), before.end(), pieces.begin(), pieces.end()))
            std::fill_n(marked.begin() + static_cast<std::ptrdiff_t>(words[i].first), pieces.size(), true);
    }
}

} // namespace

std::vector<bool> doubtfulPositions(std::span<const std::int64_t> ids, std::span<const float> logProbabilities,
                                    std::int64_t padId, std::span<const PieceKind> kinds, std::span<const int> held)
{
    std::vector<bool> marked(ids.size(), false);
    markLeastLikely(ids, logProbabilities, padId, marked);
    markRepeated(ids, wordsOf(ids, kinds), marked);
    for (const int position : held)
        marked[static_cast<std::size_t>(position)] = false;
    return marked;
}

} // namespace ard
