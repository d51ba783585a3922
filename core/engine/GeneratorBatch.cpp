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
#include <map>
#include <numeric>
#include <span>

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

std::vector<std::size_t> everyIndex(std::size_t count)
{
    std::vector<std::size_t> indices(count);
    std::iota(indices.begin(), indices.end(), std::size_t{0});
    return indices;
}

std::vector<std::size_t> byLength(const std::vector<std::vector<std::int32_t>> &sources, std::vector<std::size_t> which)
{
    std::stable_sort(which.begin(), which.end(),
                     [&](std::size_t a, std::size_t b) { return sources[a].size() < sources[b].size(); });
    return which;
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
    const bool oneLength = !choosesLength(request);
    if (oneLength)
        ARD_TRY(plan(request)); // what cannot be run is refused before any text is read
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
    ARD_ASSIGN(const std::vector<Part> parts, partsOf(encoded, request, batchSize));
    initialiseRuntime();
    return guarded("generating", [&] { return runMany(encoded, parts, batchSize, progress, measurement); });
}

bool GeneratorImpl::choosesLength(const GenerationRequest &request) const
{
    return m_denoiser.config().lengthHead != LengthHead::None && request.schedule.length == 0;
}

Result<std::vector<int>> GeneratorImpl::lengthsOf(const std::vector<Ids> &sources, int batchSize) const
{
    initialiseRuntime();
    return guarded("choosing the length", [&]() -> Result<std::vector<int>> {
        const c10::NoGradGuard noGradients;
        std::vector<int> lengths(sources.size());
        const std::vector<std::size_t> order = byLength(sources, everyIndex(sources.size()));
        for (std::size_t begin = 0; begin < order.size(); begin += static_cast<std::size_t>(batchSize)) {
            const std::size_t end = std::min(begin + static_cast<std::size_t>(batchSize), order.size());
            std::vector<const Ids *> batch;
            for (std::size_t i = begin; i < end; ++i)
                batch.push_back(&sources[order[i]]);
            const torch::Tensor chosen =
                Denoiser::likeliestLengths(m_denoiser.lengthLogits(encodeBatch(batch))).to(torch::kCPU);
            for (std::size_t i = begin; i < end; ++i)
                lengths[order[i]] = static_cast<int>(chosen.data_ptr<int64_t>()[i - begin]);
        }
        return lengths;
    });
}

Result<std::vector<GeneratorImpl::Part>> GeneratorImpl::partsOf(const std::vector<Ids> &sources,
                                                                const GenerationRequest &request, int batchSize) const
{
    std::map<int, std::vector<std::size_t>> byChosen;
    const bool chosen = choosesLength(request);
    if (chosen) {
        ARD_ASSIGN(const std::vector<int> lengths, lengthsOf(sources, batchSize));
        for (std::size_t i = 0; i < lengths.size(); ++i)
            byChosen[lengths[i]].push_back(i);
    } else {
        byChosen[request.schedule.length] = everyIndex(sources.size());
    }
    std::vector<Part> parts;
    for (auto &[length, which] : byChosen) {
        GenerationRequest mine = request;
        if (chosen)
            takeLength(mine, length);
        ARD_ASSIGN(RequestPlan planned, plan(std::move(mine)));
        // Sources of like length share a batch, so that little of it is padding.
        parts.push_back({std::move(planned), byLength(sources, std::move(which))});
    }
    return parts;
}

Result<std::vector<Generator::BatchOutput>> GeneratorImpl::runMany(const std::vector<Ids> &sources,
                                                                   const std::vector<Part> &parts, int batchSize,
                                                                   const ProgressSink &progress,
                                                                   BatchMeasurement *measurement)
{
    const c10::NoGradGuard noGradients;
    const auto start = Clock::now();
    double measuring = 0;
    if (measurement)
        *measurement = {std::vector<std::vector<Settling>>(sources.size()), m_denoiser.config().padId, 0};
    std::vector<BatchOutput> results(sources.size());
    std::size_t done = 0;
    for (const Part &part : parts) {
        const int atOnce = std::min(part.plan.request.candidates, kCandidateRows);
        const auto sourcesAtOnce = static_cast<std::size_t>(std::max(1, batchSize / atOnce));
        for (std::size_t begin = 0; begin < part.sources.size(); begin += sourcesAtOnce) {
            const std::size_t count = std::min(sourcesAtOnce, part.sources.size() - begin);
            runBatch(sources, part.plan, std::span(part.sources).subspan(begin, count), results, measurement, measuring);
            done += count;
            if (progress)
                progress("generating", static_cast<double>(done) / static_cast<double>(sources.size()));
        }
    }
    if (measurement)
        measurement->seconds = secondsSince(start) - measuring;
    return results;
}

void GeneratorImpl::runBatch(const std::vector<Ids> &sources, const RequestPlan &planned,
                             std::span<const std::size_t> which, std::vector<BatchOutput> &results,
                             BatchMeasurement *measurement, double &measuring)
{
    std::vector<const Ids *> batch;
    for (const std::size_t source : which)
        batch.push_back(&sources[source]);
    const EncodedSource encoded = encodeBatch(batch);
    const int candidates = planned.request.candidates;
    for (int first = 0; first < candidates; first += kCandidateRows) {
        const int count = std::min(kCandidateRows, candidates - first);
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
            const std::size_t source = which[row / static_cast<std::size_t>(count)];
            results[source].outputs.push_back(std::move(rows[row]));
            if (measurement)
                measurement->settling[source].push_back(settled.at(row));
        }
    }
    for (const std::size_t source : which)
        results[source].chosen = choose(results[source].outputs);
}

} // namespace ard
