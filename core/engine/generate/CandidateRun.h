// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CandidateRun: all candidates of one source. Their first batch, which candidate 0 is in, can be advanced call by call together
// with other runs; what is left is written when the run is finished.
#include "engine/generate/BatchRunner.h"
#include <optional>

namespace ard {

class CandidateRun {
public:
    /// runner and planned must outlive this. from: the state that the last stretch goes on from, where there is more than one.
    /// observer.stepped sees the first batch only. Error: no plan for the length of a candidate.
    static Result<std::unique_ptr<CandidateRun>> start(const BatchRunner &runner, const RequestPlan &planned,
                                                       EncodedSource source, std::optional<SamplingState> from,
                                                       SamplingObserver observer);

    /// The first batch, before its first call; null for a model that has no calls (the twin).
    SamplingRun *first() { return m_first ? &m_first->run : nullptr; }
    /// [k] outputs into written, when the calls of the first batch are made. false: cancelled, and nothing written.
    Result<bool> finish(std::vector<CandidateOutput> &written);

private:
    CandidateRun(const BatchRunner &runner, EncodedSource source, std::optional<SamplingState> from,
                 SamplingObserver observer);
    SamplingResult resultOf(const BatchRunner::Batch &batch, const EncodedSource &sources);

    const BatchRunner &m_runner;
    EncodedSource m_source;
    std::optional<SamplingState> m_from;
    SamplingObserver m_observer;
    std::vector<BatchRunner::Part> m_parts;
    std::vector<BatchRunner::Batch> m_batches;
    std::unique_ptr<BatchRunner::Flight> m_first;
};

} // namespace ard
