// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LaneRun: one source run as a request says, watched and recorded as it goes. Lockstep drives it, alone or beside others.
#include "base/Stopwatch.h"
#include "engine/generate/CandidateRun.h"
#include "engine/generate/RunStates.h"
#include "engine/generate/WordBook.h"
#include "engine/sample/Capture.h"

namespace ard {

/// A source as the network reads it; lanes of the same source share one.
struct ReadSource {
    WordIds ids;
    EncodedSource encoded;
    protocol::SourceReading reading;
};

class LaneRun {
public:
    /// All must outlive this.
    LaneRun(const LoadedModel &model, const BatchRunner &batches, RunStates &states, const RequestPlan &planned,
            const GenerationObserver &observer, bool recordFrames);
    LaneRun(const LaneRun &) = delete; // its parts refer to each other
    LaneRun &operator=(const LaneRun &) = delete;

    const RequestPlan &planned() const { return m_planned; }
    /// Announces the run and goes to where its last stretch begins. source must outlive this.
    Status start(const ReadSource &source);
    /// The rows whose calls are to be made one by one; null where there are none: of the twin, or cancelled on the way.
    SamplingRun *calls() { return m_candidates ? m_candidates->first() : nullptr; }
    /// After each of the calls: remembers its state and shows its frame. The call itself touches nothing that lanes share, so that
    /// several can be finished at once.
    void deliver();
    /// The record, when the calls are made; complete == false: cancelled.
    Result<RunRecord> finish();

private:
    bool isCancelled() const { return m_observer.cancel && m_observer.cancel->load(); }
    void record(const SampledStep &step); ///< on the thread that finishes the call

    const LoadedModel &m_model;
    const BatchRunner &m_batches;
    RunStates &m_states;
    const RequestPlan &m_planned;
    const GenerationObserver &m_observer;
    const bool m_recordFrames;
    const Stopwatch m_watch;
    RunRecord m_record;
    std::string m_key; ///< of the states of the last stretch
    WordBook m_book;
    Capture m_capture;
    std::unique_ptr<CandidateRun> m_candidates;
    bool m_hasFrame = false; ///< one that is not delivered yet
};

} // namespace ard
