// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/SettleHistory.h"

#include "facts/SeenRun.h"
#include <algorithm>

namespace ard {

void SettleHistory::follow(const RunRecord &record, int calls)
{
    const auto last = std::min(record.frames.size(), static_cast<std::size_t>(std::max(0, calls)));
    while (m_flips.size() < last)
        take(record, record.frames[m_flips.size()]);
}

void SettleHistory::take(const RunRecord &record, const StepFrame &frame)
{
    const int call = calls() + 1;
    const std::size_t length = frame.tokens.size(), before = m_words.size();
    m_changes.resize(std::max(before, length));
    m_clean.resize(std::max(before, length));
    m_words.resize(std::max(before, length));
    const SeenRun run(record, 0);
    int flips = 0, words = 0;
    double entropy = 0;
    for (std::size_t n = 0; n < length; ++n) {
        const TokenState &token = frame.tokens[n];
        if (m_changes[n].empty() || token.wordId != m_words[n]) {
            flips += !m_changes[n].empty();
            m_changes[n].push_back(call);
        }
        m_words[n] = token.wordId;
        if ((token.timestepAfter == 0) != (m_clean[n].size() % 2 == 1))
            m_clean[n].push_back(call);
        if (run.isPadding(token.wordId))
            continue;
        entropy += static_cast<double>(token.entropy);
        ++words;
    }
    m_flips.push_back(flips);
    m_entropy.push_back(words > 0 ? entropy / words : 0);
}

int SettleHistory::byWord(int position, int calls) const
{
    if (position < 0 || static_cast<std::size_t>(position) >= m_changes.size())
        return 0;
    const std::vector<int> &changes = m_changes[static_cast<std::size_t>(position)];
    const auto later = std::upper_bound(changes.begin(), changes.end(), calls);
    return later == changes.begin() ? 0 : *(later - 1);
}

int SettleHistory::bySchedule(int position, int calls) const
{
    if (position < 0 || static_cast<std::size_t>(position) >= m_clean.size())
        return 0;
    const std::vector<int> &turns = m_clean[static_cast<std::size_t>(position)];
    const auto later = std::upper_bound(turns.begin(), turns.end(), calls);
    return (later - turns.begin()) % 2 == 1 ? *(later - 1) : 0;
}

Settling SettleHistory::settling() const
{
    Settling result;
    for (std::size_t n = 0; n < m_changes.size(); ++n) {
        result.byWord.push_back(byWord(static_cast<int>(n)));
        result.bySchedule.push_back(bySchedule(static_cast<int>(n)));
    }
    return result;
}

} // namespace ard
