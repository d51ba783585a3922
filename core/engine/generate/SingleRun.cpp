// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/generate/SingleRun.h"

#include "base/Stopwatch.h"
#include "engine/generate/WordBook.h"
#include "engine/sample/Capture.h"
#include <c10/core/GradMode.h>

namespace ard {

Result<RunRecord> SingleRun::run(const RequestPlan &planned, bool recordFrames, const GenerationObserver &observer)
{
    const c10::NoGradGuard noGradients;
    const Stopwatch watch;
    ARD_ASSIGN(const WordIds source, m_model.readSource(planned.request.source));
    RunRecord record = recordHead(m_model, planned.request, planned.plan);
    announce(m_model, record, source, observer);
    WordBook book(*m_model.tokenizer);
    Capture capture(m_model.denoiser, m_model.words, &m_model.projection);
    SamplingObserver sampling;
    sampling.cancelled = [&] { return observer.cancel && observer.cancel->load(); };
    const EncodedSource encoded = m_model.encode({&source});
    record.complete = true;
    const std::size_t last = planned.stretches.size() - 1;
    SamplingState continued;
    if (last > 0) {
        auto reached =
            m_states.reach(planned, last - 1, planned.stretches[last - 1].calls + 1, encoded, sampling.cancelled);
        if (!reached && reached.error().code != ErrorCode::Cancelled)
            return tl::unexpected<Error>(std::move(reached).error());
        record.complete = reached.has_value();
        if (reached)
            continued = std::move(*reached);
    }
    const std::string key = RunStates::key(planned.request, last);
    const auto recorded = [&](const SampledStep &step) {
        if (step.stopped[0] > 0 && step.stopped[0] < step.call)
            return;                          // the recorded candidate is done, others of the batch are not
        if (planned.request.candidates == 1) // a batch rounds differently
            m_states.put(key, step.call + 1, *step.state);
        record.frames.push_back(capture.frame(step));
        const auto fresh = book.add(record.frames.back());
        if (observer.frame)
            observer.frame(record.frames.back(), fresh);
    };
    if (recordFrames)
        sampling.stepped = recorded;
    if (record.complete) {
        ARD_ASSIGN(
            record.complete,
            m_batches.writeCandidates(planned, encoded, last > 0 ? &continued : nullptr, sampling, record.outputs));
    }
    record.chosen = chosenOf(record.outputs);
    record.words = std::move(book.words);
    record.seconds = watch.seconds();
    return record;
}

} // namespace ard
