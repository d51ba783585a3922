// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SharedPart: what of two runs could not come out differently, because one goes on from the other or both from the same: the model
// calls before they part, and positions that are pinned. Where it could and did not, is another fact. Pure, thread-safe.
#include "trace/Branching.h"

namespace ard {

class SharedPart {
public:
    SharedPart() = default; ///< of runs that have nothing in common
    SharedPart(const RunRecord &a, const RunRecord &b);

    /// Model calls, counted alike in both, that both have of the same run.
    int calls() const { return m_calls; }
    bool isEmpty() const { return m_calls == 0 && m_pinsA.empty() && m_pinsB.empty(); }
    /// The word at a position after model call 1.. could not be another in one than in the other: the call is shared, or one of the
    /// two is held at a word there.
    bool isFixed(int call, int position) const { return call <= m_calls || isPinned(call, position); }
    bool isPinned(int call, int position) const
    {
        return pinAt(m_pinsA, call, position) || pinAt(m_pinsB, call, position);
    }

private:
    int m_calls = 0;
    std::vector<MadeChange> m_pinsA, m_pinsB; ///< all changes; empty where the runs have nothing in common
};

} // namespace ard
