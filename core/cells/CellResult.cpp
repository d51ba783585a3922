// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cells/CellResult.h"

#include "metrics/KendallTau.h"
#include <algorithm>
#include <cmath>

namespace ard {

namespace {

/// -1: no frame has any.
std::int32_t padIdOf(const RunRecord &run)
{
    const auto pad =
        std::find_if(run.words.begin(), run.words.end(), [](const auto &word) { return word.second == "[PAD]"; });
    return pad == run.words.end() ? -1 : pad->first;
}

} // namespace

void CellSums::add(const CandidateOutput &output, const Settling *settling, std::int32_t padId)
{
    m_modelCalls += output.modelCalls;
    if (!settling)
        return;
    const auto &words = output.tokens;
    m_tauByWord.push_back(settleOrder(settling->byWord, words, padId));
    m_tauBySchedule.push_back(settleOrder(settling->bySchedule, words, padId));
    for (std::size_t n = 0; n < words.size(); ++n) {
        if (words[n] == padId)
            continue;
        m_settledAfter += static_cast<double>(settling->byWord.at(n)) / output.modelCalls;
        ++m_words;
    }
}

void CellSums::fill(CellResult &result, double runs) const
{
    result.modelCalls = std::llround(m_modelCalls / runs);
    result.seconds = m_seconds / runs;
    result.tauByWord = meanOf(m_tauByWord);
    result.tauBySchedule = meanOf(m_tauBySchedule);
    if (m_words > 0)
        result.settledAfter = m_settledAfter / static_cast<double>(m_words);
}

CellResult cellOfRuns(const std::vector<const RunRecord *> &runs)
{
    CellResult result;
    CellSums sums;
    for (const RunRecord *run : runs) {
        CandidateOutput output = run->outputs.at(static_cast<std::size_t>(run->chosen));
        if (output.modelCalls == 0) // an older file
            output.modelCalls = static_cast<int>(run->frames.size());
        result.seeds.push_back({{output.text}, {}});
        const Settling settled = settling(run->frames);
        sums.add(output, &settled, padIdOf(*run));
        sums.addSeconds(run->seconds);
    }
    sums.fill(result, static_cast<double>(runs.size()));
    return result;
}

} // namespace ard
