// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Many sources in batches: what the command line runs.
#include "engine/GeneratorImpl.h"

#include "base/Guard.h"
#include "base/Log.h"
#include "engine/Runtime.h"
#include "engine/sample/SettleRecorder.h"
#include <algorithm>
#include <c10/core/GradMode.h>
#include <chrono>
#include <numeric>

namespace ard {
namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

Settling leftToRight(int length)
{
    std::vector<int> calls(static_cast<std::size_t>(length));
    std::iota(calls.begin(), calls.end(), 1);
    return {calls, calls};
}

} // namespace

Result<std::vector<Generator::BatchOutput>> GeneratorImpl::generateMany(const std::vector<std::string> &sources,
                                                                        const GenerationRequest &request, int batchSize,
                                                                        const ProgressSink &progress,
                                                                        BatchMeasurement *measurement)
{
    if (batchSize < 1)
        return fail(ErrorCode::InvalidArgument, "a batch holds at least one source");
    if (!request.continuations.empty())
        return fail(ErrorCode::InvalidArgument, "a continued run has one source: generate it alone");
    ARD_ASSIGN(const RequestPlan planned, plan(request));
    std::vector<Ids> encoded;
    int cut = 0;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        bool truncated = false;
        auto ids = encodeSource(sources[i], truncated);
        if (!ids)
            return fail(ErrorCode::InvalidArgument,
                        sources.size() == 1 ? ids.error().message : "source " + std::to_string(i + 1) + " is empty");
        encoded.push_back(std::move(*ids));
        cut += truncated;
    }
    if (cut > 0)
        log::warn(std::to_string(cut) + " of " + std::to_string(sources.size()) +
                  " sources are longer than the model reads and were cut");
    initialiseRuntime();
    return guarded("generating", [&] { return runMany(encoded, planned, batchSize, progress, measurement); });
}

Result<std::vector<Generator::BatchOutput>> GeneratorImpl::runMany(const std::vector<Ids> &sources,
                                                                   const RequestPlan &planned, int batchSize,
                                                                   const ProgressSink &progress,
                                                                   BatchMeasurement *measurement)
{
    const c10::NoGradGuard noGradients;
    const auto start = Clock::now();
    double measuring = 0;
    if (measurement)
        *measurement = {std::vector<std::vector<Settling>>(sources.size()), m_denoiser.config().padId, 0};
    const int candidates = planned.request.candidates, atOnce = std::min(candidates, kCandidateRows);
    const auto sourcesAtOnce = static_cast<std::size_t>(std::max(1, batchSize / atOnce));
    std::vector<std::size_t> order(sources.size());
    std::iota(order.begin(), order.end(), 0);
    // Sources of like length share a batch, so that little of it is padding.
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return sources[a].size() < sources[b].size(); });
    std::vector<BatchOutput> results(sources.size());
    for (std::size_t begin = 0; begin < order.size(); begin += sourcesAtOnce) {
        const std::size_t end = std::min(begin + sourcesAtOnce, order.size());
        std::vector<const Ids *> batch;
        for (std::size_t i = begin; i < end; ++i)
            batch.push_back(&sources[order[i]]);
        const EncodedSource encoded = encodeBatch(batch);
        for (int first = 0; first < candidates; first += atOnce) {
            const int count = std::min(atOnce, candidates - first);
            SettleRecorder recorder(m_words);
            SamplingObserver observer;
            if (measurement)
                observer.stepped = [&](const SampledStep &step) { recorder.stepped(step); };
            std::vector<CandidateOutput> rows = outputs(sample(planned, encoded, nullptr, first, count, observer));
            std::vector<Settling> settled = recorder.settling();
            if (m_denoiser.config().autoregressive) // one call a word
                settled.assign(rows.size(), leftToRight(planned.request.schedule.length));
            measuring += recorder.seconds();
            for (std::size_t row = 0; row < rows.size(); ++row) {
                const std::size_t source = order[begin + row / static_cast<std::size_t>(count)];
                results[source].outputs.push_back(std::move(rows[row]));
                if (measurement)
                    measurement->settling[source].push_back(settled.at(row));
            }
        }
        for (std::size_t i = begin; i < end; ++i)
            results[order[i]].chosen = choose(results[order[i]].outputs);
        if (progress)
            progress("generating", static_cast<double>(end) / static_cast<double>(order.size()));
    }
    if (measurement)
        measurement->seconds = secondsSince(start) - measuring;
    return results;
}

} // namespace ard
