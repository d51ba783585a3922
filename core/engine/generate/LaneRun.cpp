// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/generate/LaneRun.h"

#include "trace/Repair.h"
#include <utility>

namespace ard {

LaneRun::LaneRun(const LoadedModel &model, const BatchRunner &batches, RunStates &states, const RequestPlan &planned,
                 const GenerationObserver &observer, bool recordFrames)
    : m_model(model), m_batches(batches), m_states(states), m_planned(planned), m_observer(observer),
      m_recordFrames(recordFrames), m_key(RunStates::key(planned.request, planned.stretches.size() - 1)),
      m_book(*model.tokenizer), m_capture(model.denoiser, model.words, &model.projection)
{
}

Status LaneRun::start(const ReadSource &source)
{
    m_record = recordHead(m_model, m_planned.request, m_planned.plan);
    m_record.lengthChoice = m_planned.lengthChoice;
    announce(m_record, source.reading, m_observer);
    SamplingObserver sampling;
    sampling.cancelled = [this] { return isCancelled(); };
    if (m_recordFrames)
        sampling.stepped = [this](const SampledStep &step) { record(step); };
    std::optional<SamplingState> from;
    if (const std::size_t last = m_planned.stretches.size() - 1; last > 0) {
        auto reached = m_states.reach(m_planned, last - 1, m_planned.stretches[last - 1].calls + 1, source.encoded,
                                      sampling.cancelled);
        if (!reached && reached.error().code == ErrorCode::Cancelled)
            return {};
        ARD_ASSIGN(from, std::move(reached));
    }
    ARD_ASSIGN(m_candidates,
               CandidateRun::start(m_batches, m_planned, source.encoded, std::move(from), std::move(sampling)));
    return {};
}

void LaneRun::record(const SampledStep &step)
{
    if (step.stopped[0] > 0 && step.stopped[0] < step.call)
        return; // the recorded candidate is done, others of the batch are not
    StepFrame frame = m_capture.frame(step);
    takeRepair(m_record, frame);
    m_record.frames.push_back(std::move(frame));
    m_hasFrame = true;
}

void LaneRun::deliver()
{
    if (!std::exchange(m_hasFrame, false))
        return;
    if (m_planned.request.candidates == 1) // a batch of candidates rounds differently
        m_states.put(m_key, m_record.frames.back().modelCall + 1, calls()->state());
    const auto fresh = m_book.add(m_record.frames.back());
    if (m_observer.frame)
        m_observer.frame(m_record.frames.back(), fresh);
}

Result<RunRecord> LaneRun::finish()
{
    if (m_candidates) {
        ARD_ASSIGN(m_record.complete, m_candidates->finish(m_record.outputs));
    }
    m_record.chosen = chosenOf(m_planned.request.choose, m_record.outputs);
    m_record.words = std::move(m_book.words);
    m_record.seconds = m_watch.seconds();
    return std::move(m_record);
}

} // namespace ard
