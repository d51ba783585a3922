// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/generate/CandidateRun.h"

namespace ard {

CandidateRun::CandidateRun(const BatchRunner &runner, EncodedSource source, std::optional<SamplingState> from,
                           SamplingObserver observer)
    : m_runner(runner), m_source(std::move(source)), m_from(std::move(from)), m_observer(std::move(observer))
{
}

Result<std::unique_ptr<CandidateRun>> CandidateRun::start(const BatchRunner &runner, const RequestPlan &planned,
                                                          EncodedSource source, std::optional<SamplingState> from,
                                                          SamplingObserver observer)
{
    std::unique_ptr<CandidateRun> run(
        new CandidateRun(runner, std::move(source), std::move(from), std::move(observer)));
    ARD_ASSIGN(run->m_parts, runner.partsOf(planned));
    run->m_batches = BatchRunner::batchesOf(run->m_parts, BatchRunner::kCandidateRows);
    if (runner.hasCalls())
        run->m_first = runner.begin(run->m_batches.front(), run->m_from ? &*run->m_from : nullptr, run->m_observer);
    return run;
}

SamplingResult CandidateRun::resultOf(const BatchRunner::Batch &batch, const EncodedSource &sources)
{
    if (&batch == &m_batches.front() && m_first)
        return m_first->run.result();
    if (&batch != &m_batches.front())
        m_observer.stepped = nullptr;
    return m_runner.sample(batch, sources, m_from ? &*m_from : nullptr, m_observer);
}

Result<bool> CandidateRun::finish(std::vector<CandidateOutput> &written)
{
    std::vector<CandidateOutput> all;
    for (const BatchRunner::Batch &batch : m_batches) {
        const EncodedSource sources = m_source.repeated(static_cast<int64_t>(batch.rows.size()));
        const SamplingResult result = resultOf(batch, sources);
        if (!result.complete)
            return false;
        ARD_ASSIGN(std::vector<CandidateOutput> some, m_runner.outputsOf(result, batch, sources));
        for (std::size_t i = 0; i < some.size(); ++i) {
            all.resize(std::max(all.size(), batch.rows[i].candidate + 1));
            all[batch.rows[i].candidate] = std::move(some[i]);
        }
    }
    written = std::move(all);
    return true;
}

} // namespace ard
