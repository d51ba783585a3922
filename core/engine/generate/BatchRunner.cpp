// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/generate/BatchRunner.h"

#include "base/Guard.h"
#include "base/Log.h"
#include "base/Stopwatch.h"
#include "engine/Runtime.h"
#include "engine/generate/StretchSampling.h"
#include "engine/sample/AutoregressiveDecoder.h"
#include "engine/sample/Changes.h"
#include "engine/sample/SettleRecorder.h"
#include "engine/sample/WordLikelihood.h"
#include "metrics/MinimumBayesRisk.h"
#include <algorithm>
#include <c10/core/GradMode.h>
#include <map>
#include <numeric>

namespace ard {
namespace {

/// The twin settles one word a call, from left to right.
Settling leftToRight(int length)
{
    std::vector<int> calls(static_cast<std::size_t>(length));
    std::iota(calls.begin(), calls.end(), 1);
    return {calls, calls};
}

GenerationRequest withLength(GenerationRequest request, int length)
{
    request.candidateLengths.clear();
    takeLength(request, length);
    return request;
}

/// The request of one candidate of a source. The first candidate's length is taken first, as it is when the source is run
/// alone: a block or tail that was cut to fit it stays cut for the other candidates.
GenerationRequest ofCandidate(const GenerationRequest &request, const std::vector<int> &lengths, std::size_t candidate)
{
    GenerationRequest first = withLength(request, lengths.front());
    return candidate > 0 && candidate < lengths.size() ? withLength(std::move(first), lengths[candidate]) : first;
}

/// What a length changes: N, block, tail. Candidates that agree in them share a plan.
using PlanKey = std::vector<double>;

PlanKey planKey(const GenerationRequest &request)
{
    PlanKey key{double(request.schedule.length), request.ruler.kind == "tail" ? double(request.ruler.tail) : 0};
    for (const ScheduleParameter &parameter : scheduleParameters())
        if (parameter.limit == ScheduleParameter::Limit::Length)
            key.push_back(parameter.get(request.schedule));
    return key;
}

AutoregressiveResult decoded(const Denoiser &denoiser, const EncodedSource &sources, const BatchRunner::Batch &batch)
{
    const GenerationRequest &request = batch.plan->request;
    if (request.temperature == 0)
        return decodeAutoregressively(denoiser, sources, request.schedule.length, request.beam);
    WordDraw draw{request.temperature, request.topP, {}};
    for (const BatchRunner::Row &row : batch.rows)
        draw.rows.push_back({request.seed + row.candidate, row.drawKey});
    return drawAutoregressively(denoiser, sources, request.schedule.length, draw);
}

SamplingResult writtenWordByWord(const Denoiser &denoiser, const EncodedSource &sources,
                                 const BatchRunner::Batch &batch)
{
    AutoregressiveResult written = decoded(denoiser, sources, batch);
    SamplingResult result;
    result.rowCalls.assign(static_cast<std::size_t>(written.ids.size(0)), written.modelCalls);
    result.ids = std::move(written.ids);
    result.modelCalls = written.modelCalls;
    result.finite = written.finite;
    result.complete = true;
    return result;
}

} // namespace

int chosenOf(ChoiceRule rule, const std::vector<CandidateOutput> &outputs)
{
    std::vector<std::string> texts;
    for (const CandidateOutput &output : outputs)
        texts.push_back(output.text);
    const std::vector<double> agreement = riskMatrix(texts).mean;
    std::vector<double> scores;
    for (std::size_t i = 0; i < outputs.size(); ++i)
        scores.push_back(candidateScore(rule, agreement[i], outputs[i].logLikelihood.value_or(0)));
    return std::max(bestCandidate(rule, scores), 0);
}

Result<std::vector<WordIds>> BatchRunner::readSources(const std::vector<std::string> &sources) const
{
    std::vector<WordIds> read;
    int cut = 0;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        int leftOut = 0;
        auto ids = m_model.readSource(sources[i], leftOut);
        if (!ids)
            return fail(ErrorCode::InvalidArgument,
                        sources.size() == 1 ? ids.error().message : "source " + std::to_string(i + 1) + " is empty");
        read.push_back(std::move(*ids));
        cut += leftOut > 0;
    }
    if (cut > 0)
        log::warn(std::to_string(cut) + " of " + std::to_string(sources.size()) +
                  " sources are longer than the model reads and were cut");
    return read;
}

Result<std::vector<Generator::BatchOutput>> BatchRunner::runMany(const std::vector<std::string> &sources,
                                                                 const GenerationRequest &request, int batchSize,
                                                                 const ProgressSink &progress,
                                                                 Generator::BatchMeasurement *measurement) const
{
    if (batchSize < 1)
        return fail(ErrorCode::InvalidArgument, "a batch holds at least one source");
    if (!request.continuations.empty())
        return fail(ErrorCode::InvalidArgument, "a continued run has one source: generate it alone");
    if (!m_resolver.choosesLength(request))
        ARD_TRY(m_resolver.plan(request)); // what cannot be run is refused before any text is read
    ARD_ASSIGN(const std::vector<WordIds> read, readSources(sources));
    std::vector<ChosenLengths> lengths;
    if (m_resolver.choosesLength(request)) {
        ARD_ASSIGN(lengths, m_resolver.lengthsOf(read, request, batchSize));
    }
    ARD_ASSIGN(const std::vector<Part> parts, partsOf(read, request, lengths));
    initialiseRuntime();
    auto results = guarded("generating",
                           [&] { return runParts(read, parts, request.candidates, batchSize, progress, measurement); });
    for (std::size_t i = 0; results && i < results->size(); ++i)
        (*results)[i].lengthChoice = lengths.empty() ? m_resolver.lengthGiven(request) : lengths[i].choice;
    return results;
}

Result<std::vector<BatchRunner::Part>> BatchRunner::partsOf(const RequestPlan &planned) const
{
    std::map<int, std::vector<Row>> byLength;
    int leftOut = 0; // reported when the source is read for the run
    ARD_ASSIGN(const WordIds source, m_model.readSource(planned.request.source, leftOut));
    for (std::size_t c = 0; c < static_cast<std::size_t>(planned.request.candidates); ++c)
        byLength[candidateLength(planned.request, c)].push_back({0, c, drawKeyOf(source)});
    std::vector<Part> parts{{planned, byLength.extract(planned.request.schedule.length).mapped()}};
    for (auto &[length, rows] : byLength) {
        ARD_ASSIGN(RequestPlan plan, planRequest(withLength(planned.request, length), m_model.config()));
        parts.push_back({std::move(plan), std::move(rows)});
    }
    return parts;
}

Result<std::vector<BatchRunner::Part>> BatchRunner::partsOf(const std::vector<WordIds> &sources,
                                                            const GenerationRequest &request,
                                                            const std::vector<ChosenLengths> &lengths) const
{
    std::map<PlanKey, Part> parts;
    for (const std::size_t source : byLength(sources))
        for (std::size_t c = 0; c < static_cast<std::size_t>(request.candidates); ++c) {
            GenerationRequest mine = lengths.empty() ? request : ofCandidate(request, lengths[source].candidates, c);
            const auto [part, fresh] = parts.try_emplace(planKey(mine));
            if (fresh) {
                ARD_ASSIGN(part->second.plan, m_resolver.plan(std::move(mine)));
            }
            part->second.rows.push_back({source, c, drawKeyOf(sources[source])});
        }
    std::vector<Part> result;
    for (auto &[key, part] : parts)
        result.push_back(std::move(part));
    return result;
}

std::vector<BatchRunner::Batch> BatchRunner::batchesOf(const std::vector<Part> &parts, std::size_t rows)
{
    std::vector<Batch> batches;
    for (const Part &part : parts)
        for (std::size_t begin = 0; begin < part.rows.size(); begin += rows)
            batches.push_back(
                {&part.plan, std::span(part.rows).subspan(begin, std::min(rows, part.rows.size() - begin))});
    return batches;
}

std::unique_ptr<BatchRunner::Flight> BatchRunner::begin(const Batch &batch, const SamplingState *from,
                                                        const SamplingObserver &observer) const
{
    const c10::NoGradGuard noGradients;
    const Stretch &stretch = batch.plan->stretches.back();
    const auto rows = static_cast<int64_t>(batch.rows.size());
    std::vector<std::uint64_t> seeds;
    for (const Row &row : batch.rows)
        seeds.push_back(stretch.seed + row.candidate);
    PhiloxNoise noise = noiseOf(m_model, batch.plan->request, seeds);
    Sampler sampler(m_model.denoiser, m_model.words, m_model.noiseSchedule,
                    samplingOptions(m_model, batch.plan->request, stretch));
    SamplingState state = from ? withChanges(from->repeated(rows), stretch.changes, stretch.plan.timesteps.front(),
                                             seeds, m_model.noiseSchedule, m_model.words.table())
                               : sampler.start(rows, noise);
    return std::make_unique<Flight>(std::move(noise), std::move(sampler), std::move(state), observer);
}

SamplingResult BatchRunner::sample(const Batch &batch, const EncodedSource &sources, const SamplingState *from,
                                   const SamplingObserver &observer) const
{
    if (m_model.config().autoregressive)
        return writtenWordByWord(m_model.denoiser, sources, batch);
    return begin(batch, from, observer)->run.complete(sources);
}

Status BatchRunner::judge(const torch::Tensor &ids, const EncodedSource &sources,
                          std::vector<CandidateOutput> &outputs) const
{
    const torch::Tensor likely =
        meanLogLikelihoods(m_model.denoiser, m_model.words.table(), m_model.noiseSchedule, sources, ids);
    if (!likely.isfinite().all().item<bool>())
        return tl::unexpected<Error>(damagedWeightsError());
    for (std::size_t row = 0; row < outputs.size(); ++row)
        outputs[row].logLikelihood = likely.data_ptr<double>()[row];
    return {};
}

Result<std::vector<CandidateOutput>> BatchRunner::outputsOf(const SamplingResult &sampled, const Batch &batch,
                                                            const EncodedSource &sources) const
{
    if (!sampled.finite)
        return tl::unexpected<Error>(damagedWeightsError());
    const torch::Tensor rows = sampled.ids.to(torch::kCPU, torch::kInt32).contiguous();
    std::vector<CandidateOutput> outputs(static_cast<std::size_t>(rows.size(0)));
    const std::int32_t *data = rows.data_ptr<std::int32_t>();
    for (std::size_t row = 0; row < outputs.size(); ++row, data += rows.size(1)) {
        outputs[row].tokens.assign(data, data + rows.size(1));
        outputs[row].text = m_model.textOf(outputs[row].tokens);
        outputs[row].modelCalls = sampled.rowCalls[row];
    }
    if (judgingCalls(batch.plan->request) > 0)
        ARD_TRY(judge(sampled.ids, sources, outputs));
    return outputs;
}

Result<std::vector<Generator::BatchOutput>> BatchRunner::runParts(const std::vector<WordIds> &sources,
                                                                  const std::vector<Part> &parts, int candidates,
                                                                  int batchSize, const ProgressSink &progress,
                                                                  Generator::BatchMeasurement *measurement) const
{
    const c10::NoGradGuard noGradients;
    const Stopwatch watch;
    const auto k = static_cast<std::size_t>(candidates);
    if (measurement)
        *measurement = {std::vector<std::vector<Settling>>(sources.size(), std::vector<Settling>(k)),
                        m_model.config().padId, 0};
    Collected collected;
    collected.results.assign(sources.size(), {std::vector<CandidateOutput>(k)});
    collected.measurement = measurement;
    std::size_t done = 0;
    // One source's candidates are a batch also where the batch is smaller: as when it is run alone.
    const std::size_t rows = std::max(static_cast<std::size_t>(batchSize), std::min(k, kCandidateRows));
    for (const Batch &batch : batchesOf(parts, rows)) {
        ARD_TRY(runBatch(sources, batch, collected));
        done += batch.rows.size();
        if (progress)
            progress("generating", static_cast<double>(done) / static_cast<double>(sources.size() * k));
    }
    for (Generator::BatchOutput &result : collected.results)
        result.chosen = chosenOf(parts.front().plan.request.choose, result.outputs);
    if (measurement)
        measurement->seconds = watch.seconds() - collected.measuringSeconds;
    return std::move(collected.results);
}

EncodedSource BatchRunner::encodeRows(const std::vector<WordIds> &sources, std::span<const Row> rows) const
{
    std::vector<const WordIds *> different;
    std::vector<int64_t> which;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i == 0 || rows[i].source != rows[i - 1].source)
            different.push_back(&sources[rows[i].source]);
        which.push_back(static_cast<int64_t>(different.size()) - 1);
    }
    const EncodedSource encoded = m_model.encode(different);
    return different.size() == rows.size() ? encoded
                                           : encoded.select(torch::tensor(which, torch::kInt64).to(m_model.device));
}

Status BatchRunner::runBatch(const std::vector<WordIds> &sources, const Batch &batch, Collected &collected) const
{
    SettleRecorder recorder(m_model.words);
    SamplingObserver observer;
    if (collected.measurement)
        observer.stepped = [&](const SampledStep &step) { recorder.stepped(step); };
    const EncodedSource encoded = encodeRows(sources, batch.rows);
    ARD_ASSIGN(std::vector<CandidateOutput> written,
               outputsOf(sample(batch, encoded, nullptr, observer), batch, encoded));
    std::vector<Settling> settled = recorder.settling();
    if (m_model.config().autoregressive)
        settled.assign(written.size(), leftToRight(batch.plan->request.schedule.length));
    collected.measuringSeconds += recorder.seconds();
    for (std::size_t i = 0; i < written.size(); ++i) {
        const Row &row = batch.rows[i];
        collected.results[row.source].outputs[row.candidate] = std::move(written[i]);
        if (collected.measurement)
            collected.measurement->settling[row.source][row.candidate] = settled.at(i);
    }
    return {};
}

} // namespace ard
