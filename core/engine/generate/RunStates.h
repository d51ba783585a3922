// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RunStates: the state in which a run stood before any of its model calls: remembered from a recent run, or computed
// again from the request. Of candidate 0, computed alone, since a batch rounds differently.
#include "engine/generate/StretchSampling.h"
#include "engine/sample/StateCache.h"

namespace ard {

class RunStates {
public:
    /// The model must outlive this.
    explicit RunStates(const LoadedModel &model) : m_model(model) { }

    /// Everything that one stretch (0 is the first) of a request's first candidate depends on.
    static std::string key(GenerationRequest request, std::size_t stretch);
    /// Remembers the state before model call `call` of the stretch with this key.
    void put(const std::string &key, int call, const SamplingState &state) { m_cache.put(key, call, state); }
    /// The state before model call `call` (1..M+1) of a stretch. Error Cancelled.
    Result<SamplingState> reach(const RequestPlan &planned, std::size_t stretch, int call, const EncodedSource &source,
                                const std::function<bool()> &cancelled);

private:
    Result<SamplingState> stateAtStart(const RequestPlan &planned, std::size_t stretch, const EncodedSource &source,
                                       const std::function<bool()> &cancelled);

    const LoadedModel &m_model;
    StateCache m_cache;
};

/// The error of a request that its owner has cancelled.
tl::unexpected<Error> cancelledError();

} // namespace ard
