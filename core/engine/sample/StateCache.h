// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StateCache: the states that recent runs went through, so that a run that is continued, filled or looked into need not be
// repeated from its start. Only memory is bounded, never what can be asked: what is not here is computed again.
#include "engine/sample/Sampler.h"
#include <list>
#include <map>
#include <string>

namespace ard {

class StateCache {
public:
    /// key: everything that a stretch of a run depends on. state: before model call `call` (1..).
    void put(const std::string &key, int call, const SamplingState &state);
    /// The latest state before a call that is at most `call`; null when there is none. found: its call. Valid until put.
    const SamplingState *find(const std::string &key, int call, int &found);

private:
    struct StretchStates {
        std::string key;
        std::map<int, SamplingState> states;
        std::size_t bytes = 0;
    };
    std::list<StretchStates> m_stretches; ///< the most recently used first
};

} // namespace ard
