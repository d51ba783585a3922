// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SeenRun: a recorded run and how much of it may be known. Facts about runs (this folder) are pure functions of it: what lies
// behind the calls that are seen changes no answer. Nothing here keeps state; all is thread-safe.
#include "trace/RunRecord.h"
#include <algorithm>
#include <string_view>

namespace ard {

class SettleHistory;

/// The record must outlive the value. calls: model calls that are seen, 0 (the starting noise) to the number of frames.
/// history: of this record and of at least those calls, where it is kept: facts are then read from it instead of all frames.
class SeenRun {
public:
    SeenRun(const RunRecord &record, int calls, const SettleHistory *history = nullptr)
        : m_record(&record), m_calls(std::clamp(calls, 0, static_cast<int>(record.frames.size()))), m_history(history)
    {
    }
    /// All that there is.
    explicit SeenRun(const RunRecord &record) : SeenRun(record, static_cast<int>(record.frames.size())) { }

    const RunRecord &record() const { return *m_record; }
    int calls() const { return m_calls; }
    const SettleHistory *history() const { return m_history; } ///< nullptr: nobody keeps one
    int length() const                                         ///< N; 0: no plan and no frame
    {
        if (!m_record->frames.empty())
            return static_cast<int>(m_record->frames.front().tokens.size());
        return m_record->plan.timesteps.empty() ? 0 : static_cast<int>(m_record->plan.timesteps.front().size());
    }
    /// The words that are seen last are final: those of the last planned call, or of a run that ended early by itself.
    bool isEndSeen() const
    {
        const bool isLast = m_calls > 0 && m_calls == static_cast<int>(m_record->frames.size());
        return isLast && (m_calls >= m_record->plan.modelCalls() || m_record->complete);
    }
    /// Token after model call 1..calls(), position 0..N-1; nullptr outside.
    const TokenState *token(int call, int position) const
    {
        if (call < 1 || call > m_calls || position < 0)
            return nullptr;
        const auto &tokens = m_record->frames[static_cast<std::size_t>(call - 1)].tokens;
        return static_cast<std::size_t>(position) < tokens.size() ? &tokens[static_cast<std::size_t>(position)]
                                                                  : nullptr;
    }
    /// As the tokenizer has it, with U+2581 for a leading space; empty where it is not recorded.
    std::string_view piece(std::int32_t word) const
    {
        const auto found = m_record->words.find(word);
        return found != m_record->words.end() ? std::string_view(found->second) : std::string_view();
    }
    bool isPadding(std::int32_t word) const { return piece(word) == "[PAD]"; }

private:
    const RunRecord *m_record;
    int m_calls;
    const SettleHistory *m_history = nullptr;
};

} // namespace ard
