// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Insights: what can be asked about single model calls of a run: what it looked at, the steps that it skipped, and the stages
// inside it.
#include "engine/generate/RunStates.h"

namespace ard {

class Insights {
public:
    /// Both must outlive this.
    Insights(const LoadedModel &model, RunStates &states) : m_model(model), m_states(states) { }

    /// See Generator::attention.
    Result<AttentionMap> attention(const RequestPlan &planned, int modelCall, int layer, int head,
                                   const std::atomic<bool> *cancel);
    /// See Generator::fillSkipped.
    Result<FilledSteps> fillSkipped(const RequestPlan &planned, int modelCall, const GenerationObserver &observer);
    /// See Generator::inspectCall.
    Result<CallInside> inspectCall(const RequestPlan &planned, int modelCall, int position,
                                   const std::atomic<bool> *cancel);

private:
    Result<AttentionMap> lookAt(const RequestPlan &planned, AttentionMap wanted, const std::atomic<bool> *cancel);
    Result<CallInside> lookInside(const RequestPlan &planned, int modelCall, int position,
                                  const std::atomic<bool> *cancel);
    Result<FilledSteps> fill(const RequestPlan &planned, const SamplingPlan &dense, int modelCall,
                             const GenerationObserver &observer);
    void compare(const Sampler &jump, const SamplingResult &jumped, const SamplingResult &filled,
                 const EncodedSource &source, FilledSteps &result) const;

    const LoadedModel &m_model;
    RunStates &m_states;
};

} // namespace ard
