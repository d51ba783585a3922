// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/Differences.h"

#include "facts/Alignment.h"

namespace ard {

namespace {

constexpr std::string_view padding = "[PAD]";

/// nullopt: no words yet.
std::optional<std::string_view> textAt(const SeenRun &run, int call, int position)
{
    if (call < 1 || call > run.calls())
        return std::nullopt;
    const TokenState *token = run.token(call, position);
    return token ? run.piece(token->wordId) : padding;
}

/// By what is read, so that runs of models with other vocabularies can be compared; what has no text is told by its id.
bool isSame(const SeenRun &a, int callA, const SeenRun &b, int callB, int position, std::string_view wordA,
            std::string_view wordB)
{
    if (!wordA.empty() || !wordB.empty())
        return wordA == wordB;
    return a.token(callA, position)->wordId == b.token(callB, position)->wordId;
}

int longer(const SeenRun &a, const SeenRun &b)
{
    return std::max(a.length(), b.length());
}

double probabilityAt(const SeenRun &run, int call, int position)
{
    const TokenState *token = run.token(call, position);
    return token ? wordProbability(*token) : 0;
}

/// Both of one model, which numbers words alike.
bool isSameModel(const SeenRun &a, const SeenRun &b)
{
    const std::string &model = a.record().provenance.modelFingerprint;
    return !model.empty() && model == b.record().provenance.modelFingerprint;
}

/// isOther() after the same call; what has the same number in the same model needs no look at its text.
bool isOtherAfter(const SeenRun &a, const SeenRun &b, int call, int position, bool sameModel)
{
    const TokenState *tokenA = a.token(call, position), *tokenB = b.token(call, position);
    if (sameModel && tokenA && tokenB && tokenA->wordId == tokenB->wordId)
        return false;
    return isOther(a, call, b, call, position).value_or(false);
}

/// The leftmost; -1: none.
int firstOther(const SeenRun &a, const SeenRun &b, int call, bool sameModel)
{
    for (int n = 0; n < longer(a, b); ++n)
        if (isOtherAfter(a, b, call, n, sameModel))
            return n;
    return -1;
}

} // namespace

std::optional<bool> isOther(const SeenRun &a, int callA, const SeenRun &b, int callB, int position)
{
    const auto wordA = textAt(a, callA, position), wordB = textAt(b, callB, position);
    if (!wordA || !wordB)
        return std::nullopt;
    return !isSame(a, callA, b, callB, position, *wordA, *wordB);
}

std::vector<bool> differingPositions(const SeenRun &a, const SeenRun &b)
{
    std::vector<bool> differs(static_cast<std::size_t>(longer(a, b)), false);
    for (int n = 0; n < longer(a, b); ++n)
        differs[static_cast<std::size_t>(n)] = isOther(a, a.calls(), b, b.calls(), n).value_or(false);
    return differs;
}

std::vector<bool> positionsOfOtherWords(const SeenRun &run, const SeenRun &other)
{
    std::vector<bool> differs(static_cast<std::size_t>(run.length()), false);
    if (run.calls() == 0 || other.calls() == 0)
        return differs;
    const auto words = sentenceWords(run, run.calls());
    std::vector<bool> isCommon(words.size(), false);
    for (const auto &[mine, theirs] : commonWords(words, sentenceWords(other, other.calls())))
        isCommon[static_cast<std::size_t>(mine)] = true;
    for (std::size_t w = 0; w < words.size(); ++w)
        for (int n = words[w].first; n <= words[w].last; ++n)
            differs[static_cast<std::size_t>(n)] = !isCommon[w];
    return differs;
}

Divergence divergence(const SeenRun &a, const SeenRun &b)
{
    return PartingTrace().divergence(a, b);
}

Divergence PartingTrace::divergence(const SeenRun &a, const SeenRun &b)
{
    Divergence found;
    found.calls = std::min(a.calls(), b.calls());
    const bool sameModel = isSameModel(a, b);
    while (!m_call && m_calls < found.calls)
        if (m_position = firstOther(a, b, ++m_calls, sameModel); m_position >= 0)
            m_call = m_calls;
    if (m_call && *m_call <= found.calls) {
        found.call = m_call;
        found.position = m_position;
    }
    for (int n = 0; n < longer(a, b); ++n) {
        const auto wordA = textAt(a, a.calls(), n), wordB = textAt(b, b.calls(), n);
        if (!wordA || !wordB || (*wordA == padding && *wordB == padding))
            continue;
        ++found.words;
        found.equal += isSame(a, a.calls(), b, b.calls(), n, *wordA, *wordB);
    }
    return found;
}

std::vector<DifferenceCell> differenceRow(const SeenRun &a, const SeenRun &b, int call)
{
    const bool sameModel = isSameModel(a, b);
    std::vector<DifferenceCell> row(static_cast<std::size_t>(longer(a, b)));
    for (int n = 0; n < longer(a, b); ++n)
        row[static_cast<std::size_t>(n)] = {isOtherAfter(a, b, call, n, sameModel),
                                            probabilityAt(b, call, n) - probabilityAt(a, call, n)};
    return row;
}

std::vector<std::vector<DifferenceCell>> differenceGrid(const SeenRun &a, const SeenRun &b)
{
    std::vector<std::vector<DifferenceCell>> grid;
    for (int call = 1; call <= std::min(a.calls(), b.calls()); ++call)
        grid.push_back(differenceRow(a, b, call));
    return grid;
}

} // namespace ard
