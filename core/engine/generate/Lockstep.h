// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Lockstep: runs that advance together, model call by model call: call 1 of each in the order of the lanes, then call 2 of each
// that has one. Lanes of the same source and length are rows of one batch of the network, whatever else they differ in: the
// network takes timesteps a row, and what follows it is done lane by lane. A lane alone is the plain case.
#include "engine/generate/LaneRun.h"
#include <list>
#include <map>

namespace ard {

class Lockstep {
public:
    /// All must outlive this.
    Lockstep(const LoadedModel &model, const BatchRunner &batches, RunStates &states)
        : m_model(model), m_batches(batches), m_states(states)
    {
    }

    struct Lane {
        RequestPlan planned;
        GenerationObserver observer;
        std::function<void(Result<RunRecord>)> ended; ///< see Generator::Lane
    };
    /// recordFrames: see Generator::generate. Returns when all have ended.
    void run(const std::vector<Lane> &lanes, bool recordFrames);

private:
    struct Runner {
        Runner(const Lockstep &all, const Lane &its, bool recordFrames)
            : lane(its), run(all.m_model, all.m_batches, all.m_states, its.planned, its.observer, recordFrames)
        {
        }
        const Lane &lane;
        LaneRun run;
        const ReadSource *source = nullptr;
        torch::Tensor prediction; ///< of the call that is being made
        double milliseconds = 0;  ///< its share of the network's time
        Status made;              ///< the call; an error ends the lane
    };
    using Runners = std::vector<Runner *>;
    /// What is encoded once for all, by the source's text.
    using Sources = std::map<std::string, ReadSource>;
    /// Those of one source and length, with the source in as many rows as they have.
    struct Group {
        Runners runners;
        EncodedSource rows;
        int64_t count = 0;
    };
    using Groups = std::map<std::pair<const ReadSource *, int>, Group>;

    Status start(Runner &runner, Sources &sources) const;
    static void end(Runner &runner, Result<RunRecord> result) { runner.lane.ended(std::move(result)); }
    /// Lets the network predict for all of a group at once.
    Status predict(const ReadSource &source, Group &group) const;
    /// What follows the network, of those that it was made for.
    void finishAll(const Runners &going) const;
    /// One model call of each; those that failed have ended and are left out of what is returned.
    Runners advance(const Runners &going, Groups &groups) const;

    const LoadedModel &m_model;
    const BatchRunner &m_batches;
    RunStates &m_states;
};

} // namespace ard
