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
#include <tuple>

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

std::vector<std::size_t> byLength(const std::vector<std::vector<std::int32_t>> &sources)
{
    std::vector<std::size_t> order(sources.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return sources[a].size() < sources[b].size(); });
    return order;
}

/// The request of a candidate of another length than the run's.
GenerationRequest withLength(GenerationRequest request, int length)
{
    request.candidateLengths.clear();
    takeLength(request, length);
    return request;
}

/// The same as it comes out when the source is run alone: what the run's length has shortened stays so.
GenerationRequest ofCandidate(const GenerationRequest &request, const std::vector<int> &lengths, std::size_t candidate)
{
    GenerationRequest first = withLength(request, lengths.front());
    return candidate > 0 && candidate < lengths.size() ? withLength(std::move(first), lengths[candidate]) : first;
}

/// What a length changes: N, block, tail. Candidates that agree in them share a plan.
using PlanKey = std::tuple<int, int, int>;

PlanKey planKey(const GenerationRequest &request)
{
    return {request.schedule.length, request.schedule.block, request.ruler.kind == "tail" ? request.ruler.tail : 0};
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
    return guarded("generating",
                   [&] { return runMany(encoded, parts, request.candidates, batchSize, progress, measurement); });
}

bool GeneratorImpl::choosesLength(const GenerationRequest &request) const
{
    return m_denoiser.config().lengthHead != LengthHead::None && request.schedule.length == 0;
}

Result<std::vector<std::vector<int>>> GeneratorImpl::lengthsOf(const std::vector<Ids> &sources,
                                                               const GenerationRequest &request, int batchSize) const
{
    ARD_TRY(checkCandidates(request.candidates));
    initialiseRuntime();
    return guarded("choosing the length", [&]() -> Result<std::vector<std::vector<int>>> {
        const c10::NoGradGuard noGradients;
        const int64_t different = lengthsMayDiffer(request, m_denoiser.config()) ? request.candidates : 1;
        std::vector<std::vector<int>> lengths(sources.size());
        const std::vector<std::size_t> order = byLength(sources);
        for (std::size_t begin = 0; begin < order.size(); begin += static_cast<std::size_t>(batchSize)) {
            const std::size_t end = std::min(begin + static_cast<std::size_t>(batchSize), order.size());
            std::vector<const Ids *> batch;
            for (std::size_t i = begin; i < end; ++i)
                batch.push_back(&sources[order[i]]);
            const torch::Tensor chosen =
                Denoiser::candidateLengths(m_denoiser.lengthLogits(encodeBatch(batch)), different)
                    .to(torch::kCPU)
                    .contiguous();
            const int64_t *row = chosen.data_ptr<int64_t>();
            for (std::size_t i = begin; i < end; ++i, row += different)
                lengths[order[i]].assign(row, row + different);
        }
        return lengths;
    });
}

Result<std::vector<GeneratorImpl::Part>> GeneratorImpl::partsOf(const RequestPlan &planned) const
{
    std::map<int, std::vector<Row>> byLength;
    for (std::size_t c = 0; c < static_cast<std::size_t>(planned.request.candidates); ++c)
        byLength[candidateLength(planned.request, c)].push_back({0, c});
    std::vector<Part> parts{{planned, byLength.extract(planned.request.schedule.length).mapped()}};
    for (auto &[length, rows] : byLength) {
        ARD_ASSIGN(RequestPlan plan, planRequest(withLength(planned.request, length), m_denoiser.config()));
        parts.push_back({std::move(plan), std::move(rows)});
    }
    return parts;
}

Result<std::vector<GeneratorImpl::Part>> GeneratorImpl::partsOf(const std::vector<Ids> &sources,
                                                                const GenerationRequest &request, int batchSize) const
{
    const bool chosen = choosesLength(request);
    std::vector<std::vector<int>> lengths(sources.size());
    if (chosen) {
        ARD_ASSIGN(lengths, lengthsOf(sources, request, batchSize));
    }
    std::map<PlanKey, Part> parts;
    for (const std::size_t source :
         byLength(sources)) // those of like length share a batch, so that little of it is padding
        for (std::size_t c = 0; c < static_cast<std::size_t>(request.candidates); ++c) {
            GenerationRequest mine = chosen ? ofCandidate(request, lengths[source], c) : request;
            const auto [part, fresh] = parts.try_emplace(planKey(mine));
            if (fresh) {
                ARD_ASSIGN(part->second.plan, plan(std::move(mine)));
            }
            part->second.rows.push_back({source, c});
        }
    std::vector<Part> result;
    for (auto &[key, part] : parts)
        result.push_back(std::move(part));
    return result;
}

std::vector<GeneratorImpl::Batch> GeneratorImpl::batchesOf(const std::vector<Part> &parts, std::size_t rows)
{
    std::vector<Batch> batches;
    for (const Part &part : parts)
        for (std::size_t begin = 0; begin < part.rows.size(); begin += rows)
            batches.push_back(
                {&part.plan, std::span(part.rows).subspan(begin, std::min(rows, part.rows.size() - begin))});
    return batches;
}

Result<std::vector<Generator::BatchOutput>> GeneratorImpl::runMany(const std::vector<Ids> &sources,
                                                                   const std::vector<Part> &parts, int candidates,
                                                                   int batchSize, const ProgressSink &progress,
                                                                   BatchMeasurement *measurement)
{
    const c10::NoGradGuard noGradients;
    const auto start = Clock::now();
    const auto k = static_cast<std::size_t>(candidates);
    double measuring = 0;
    if (measurement)
        *measurement = {std::vector<std::vector<Settling>>(sources.size(), std::vector<Settling>(k)),
                        m_denoiser.config().padId, 0};
    std::vector<BatchOutput> results(sources.size(), {std::vector<CandidateOutput>(k)});
    std::size_t done = 0;
    // One source's candidates are a batch also where the batch is smaller: as when it is run alone.
    const std::size_t rows = std::max(static_cast<std::size_t>(batchSize), std::min(k, kCandidateRows));
    for (const Batch &batch : batchesOf(parts, rows)) {
        runBatch(sources, batch, results, measurement, measuring);
        done += batch.rows.size();
        if (progress)
            progress("generating", static_cast<double>(done) / static_cast<double>(sources.size() * k));
    }
    for (BatchOutput &result : results)
        result.chosen = choose(result.outputs);
    if (measurement)
        measurement->seconds = secondsSince(start) - measuring;
    return results;
}

EncodedSource GeneratorImpl::encodeRows(const std::vector<Ids> &sources, std::span<const Row> rows) const
{
    std::vector<const Ids *> different;
    std::vector<int64_t> which;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i == 0 || rows[i].source != rows[i - 1].source)
            different.push_back(&sources[rows[i].source]);
        which.push_back(static_cast<int64_t>(different.size()) - 1);
    }
    const EncodedSource encoded = encodeBatch(different);
    return different.size() == rows.size() ? encoded : encoded.select(torch::tensor(which, torch::kInt64).to(m_device));
}

void GeneratorImpl::runBatch(const std::vector<Ids> &sources, const Batch &batch, std::vector<BatchOutput> &results,
                             BatchMeasurement *measurement, double &measuring)
{
    SettleRecorder recorder(m_words);
    SamplingObserver observer;
    if (measurement)
        observer.stepped = [&](const SampledStep &step) { recorder.stepped(step); };
    std::vector<CandidateOutput> written =
        outputs(sample(*batch.plan, encodeRows(sources, batch.rows), batch.rows, nullptr, observer));
    std::vector<Settling> settled = recorder.settling();
    if (m_denoiser.config().autoregressive) // one call a word
        settled.assign(written.size(), leftToRight(batch.plan->request.schedule.length));
    measuring += recorder.seconds();
    for (std::size_t i = 0; i < written.size(); ++i) {
        const Row &row = batch.rows[i];
        results[row.source].outputs[row.candidate] = std::move(written[i]);
        if (measurement)
            measurement->settling[row.source][row.candidate] = settled.at(i);
    }
}

} // namespace ard
