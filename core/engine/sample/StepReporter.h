// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StepReporter: reports a run to its observer: each model call with its place in the plan and the time that it took.
#include "base/Stopwatch.h"
#include "engine/sample/Sampler.h"

namespace ard {

class StepReporter {
public:
    /// Both must outlive this.
    StepReporter(const SamplingPlan &plan, const SamplingObserver &observer) : m_plan(plan), m_observer(observer) { }

    bool cancelled() const { return m_observer.cancelled && m_observer.cancelled(); }
    /// Starts the clock of what follows the network; the step with its place in the plan.
    SampledStep begin(int call)
    {
        const auto index = static_cast<std::size_t>(call - 1);
        SampledStep step;
        step.call = call;
        step.sentenceStepBefore = m_plan.sentenceSteps[index];
        step.sentenceStepAfter = m_plan.sentenceSteps[index + 1];
        step.before = m_plan.timesteps[index];
        step.after = m_plan.timesteps[index + 1];
        m_watch.restart();
        return step;
    }
    /// The same of a call behind the plan's, which stays at sentence step 0. Timesteps [N].
    SampledStep beginRepair(int call, std::span<const int> before, std::span<const int> after)
    {
        SampledStep step;
        step.call = call;
        step.before = before;
        step.after = after;
        m_watch.restart();
        return step;
    }
    /// networkMilliseconds: what was spent before begin().
    void end(SampledStep &step, const SamplingState &state, std::span<const int> stopped,
             double networkMilliseconds) const
    {
        if (!m_observer.stepped)
            return;
        step.latent.flatten()[0].item<float>(); // waits for the device, so that the time is the step's
        step.milliseconds = networkMilliseconds + m_watch.milliseconds();
        step.state = &state;
        step.stopped = stopped;
        m_observer.stepped(step);
    }

private:
    const SamplingPlan &m_plan;
    const SamplingObserver &m_observer;
    Stopwatch m_watch;
};

} // namespace ard
