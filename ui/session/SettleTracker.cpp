// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/SettleTracker.h"

namespace ard::ui {

void SettleTracker::reset(int length)
{
    m_settling = {};
    m_settling.byWord.assign(static_cast<std::size_t>(length), 0);
    m_settling.bySchedule.assign(static_cast<std::size_t>(length), 0);
    m_lastWords.clear();
}

void SettleTracker::add(const StepFrame &frame, int call)
{
    const bool isFirst = m_lastWords.empty();
    if (isFirst)
        m_lastWords.resize(m_settling.byWord.size());
    for (std::size_t n = 0; n < m_lastWords.size(); ++n) {
        const TokenState &token = frame.tokens[n];
        if (isFirst || token.wordId != m_lastWords[n])
            m_settling.byWord[n] = call;
        m_lastWords[n] = token.wordId;
        if (token.timestepAfter > 0)
            m_settling.bySchedule[n] = 0; // started again from noise
        else if (m_settling.bySchedule[n] == 0)
            m_settling.bySchedule[n] = call;
    }
}

int SettleTracker::byWord(int position) const
{
    const auto n = static_cast<std::size_t>(position);
    return position >= 0 && n < m_settling.byWord.size() ? m_settling.byWord[n] : 0;
}

int SettleTracker::bySchedule(int position) const
{
    const auto n = static_cast<std::size_t>(position);
    return position >= 0 && n < m_settling.bySchedule.size() ? m_settling.bySchedule[n] : 0;
}

} // namespace ard::ui
