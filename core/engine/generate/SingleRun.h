// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SingleRun: one source run as a request says, watched and recorded as it goes.
#include "engine/generate/BatchRunner.h"
#include "engine/generate/RunStates.h"

namespace ard {

class SingleRun {
public:
    /// All must outlive this.
    SingleRun(const LoadedModel &model, const BatchRunner &batches, RunStates &states)
        : m_model(model), m_batches(batches), m_states(states)
    {
    }
    /// See Generator::generate.
    Result<RunRecord> run(const RequestPlan &planned, bool recordFrames, const GenerationObserver &observer);

private:
    const LoadedModel &m_model;
    const BatchRunner &m_batches;
    RunStates &m_states;
};

} // namespace ard
