// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SettleHistory: when the words of a growing run changed, in which calls, and how unsure the model was, so that what is known
// after any number of calls is read without a second look at every frame. Kept up in O(N) a call; what is asked of one position
// takes O(log of its changes). One thread at a time.
#include "trace/RunRecord.h"

namespace ard {

class SettleHistory {
public:
    /// Takes up the frames that were not taken up, at most as many calls as said; those it has must not have changed.
    void follow(const RunRecord &record, int calls);
    void follow(const RunRecord &record) { follow(record, static_cast<int>(record.frames.size())); }

    int calls() const { return static_cast<int>(m_flips.size()); } ///< that were taken up
    /// As known after so many calls, 1..calls(): the call since which the word is what it is then; 0: there is no such word.
    int byWord(int position, int calls) const;
    /// The call since which the timestep is 0; 0: not yet after so many calls.
    int bySchedule(int position, int calls) const;
    int byWord(int position) const { return byWord(position, calls()); }
    int bySchedule(int position) const { return bySchedule(position, calls()); }
    Settling settling() const; ///< after all calls

    const std::vector<int> &flips() const { return m_flips; } ///< [calls] words that became others
    /// [calls] mean over the positions that hold no PAD after that call, nats; 0 where all do.
    const std::vector<double> &entropy() const { return m_entropy; }

private:
    void take(const RunRecord &record, const StepFrame &frame);

    std::vector<std::vector<int>> m_changes; ///< [N] calls with another word than before, rising; first call 1
    /// [N] calls after which the timestep is 0 and was not, and (where a branch makes it noise again) is not and was, in turns.
    std::vector<std::vector<int>> m_clean;
    std::vector<std::int32_t> m_words; ///< [N] of the last call
    std::vector<int> m_flips;
    std::vector<double> m_entropy;
};

} // namespace ard
