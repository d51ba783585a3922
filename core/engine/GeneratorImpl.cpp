// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/GeneratorImpl.h"

#include "base/Guard.h"
#include "base/Log.h"
#include "engine/Device.h"
#include "engine/Runtime.h"
#include "engine/WordBook.h"
#include "engine/sample/AutoregressiveDecoder.h"
#include "engine/sample/Changes.h"
#include "metrics/MinimumBayesRisk.h"
#include "text/SentenceForm.h"
#include <algorithm>
#include <c10/core/GradMode.h>
#include <chrono>
#include <ctime>
#include <fmt/chrono.h>

namespace ard {
namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// On a GPU as the training configuration says, or the fastest; on the CPU float32, so that frames do not depend on which CPU it is.
MatmulPrecision precisionFor(const nlohmann::json &modelJson, const torch::Device &device)
{
    static const nlohmann::json::json_pointer where("/training/configuration/precision");
    if (!device.is_cuda())
        return MatmulPrecision::Float32;
    const bool said = modelJson.contains(where) && modelJson[where].is_string();
    return precisionNamed(said ? modelJson[where].get<std::string>() : "auto", device);
}

} // namespace

int GeneratorImpl::choose(const std::vector<CandidateOutput> &outputs)
{
    std::vector<std::string> texts;
    for (const CandidateOutput &output : outputs)
        texts.push_back(output.text);
    return minimumBayesRiskChoice(texts);
}

GeneratorImpl::GeneratorImpl(ModelFolder model, std::shared_ptr<const Tokenizer> tokenizer, NoiseSchedule noiseSchedule,
                             torch::Device device)
    : m_denoiser(
          on(device, precisionFor(model.description, device), std::move(model.config), std::move(model.parameters))),
      m_words(m_denoiser), m_projection(m_words.table()), m_noiseSchedule(std::move(noiseSchedule)),
      m_tokenizer(std::move(tokenizer)), m_summary(std::move(model.summary)), m_device(device),
      m_asSentences(model.description.value("display", nlohmann::json()) == "sentence")
{
}

Denoiser GeneratorImpl::on(torch::Device device, MatmulPrecision precision, ModelConfig config, Parameters parameters)
{
    Denoiser denoiser(std::move(config), std::move(parameters));
    denoiser.to(device);
    denoiser.setPrecision(precision);
    return denoiser;
}

std::string GeneratorImpl::device() const
{
    return deviceName(m_device);
}

Result<GeneratorImpl::Ids> GeneratorImpl::encodeSource(const std::string &source, bool &truncated) const
{
    Ids ids = m_tokenizer->encode(source);
    if (ids.empty())
        return fail(ErrorCode::InvalidArgument, "the source is empty: give the model some words to start from");
    const auto longest = static_cast<std::size_t>(m_denoiser.config().maxPositions);
    truncated = ids.size() > longest;
    if (truncated)
        m_tokenizer->shorten(ids, longest);
    return ids;
}

EncodedSource GeneratorImpl::encodeBatch(const std::vector<const Ids *> &sources) const
{
    const auto batch = static_cast<int64_t>(sources.size());
    int64_t longest = 1;
    for (const Ids *ids : sources)
        longest = std::max(longest, static_cast<int64_t>(ids->size()));
    torch::Tensor ids = at::full({batch, longest}, m_denoiser.config().padId, torch::kInt64),
                  mask = at::zeros({batch, longest}, torch::kBool);
    for (int64_t b = 0; b < batch; ++b) {
        const Ids &row = *sources[static_cast<std::size_t>(b)];
        std::copy(row.begin(), row.end(), ids.data_ptr<int64_t>() + b * longest);
        std::fill_n(mask.data_ptr<bool>() + b * longest, row.size(), true);
    }
    return m_denoiser.encode(ids.to(m_device), mask.to(m_device));
}

SamplingOptions GeneratorImpl::optionsOf(const GenerationRequest &request, const Stage &stage) const
{
    SamplingOptions options;
    options.plan = stage.plan;
    options.eta = request.eta;
    options.clamp = request.clamp;
    options.clampFromCall = std::max(1, request.clampFromCall - stage.callsBefore);
    options.selfCondition = m_denoiser.config().selfCondition;
    options.solver = request.solver;
    options.stopWhenSettled = request.stopWhenSettled;
    for (const PositionChange &pin : stage.pinned)
        options.pinned.push_back({pin.position, pin.word});
    options.movedFrom = stage.movedFrom;
    return options;
}

PhiloxNoise GeneratorImpl::noiseOf(const GenerationRequest &request, const std::vector<std::uint64_t> &seeds) const
{
    return {seeds, request.schedule.length, m_denoiser.config().embeddingWidth, m_device, request.noiseTopP};
}

SamplingResult GeneratorImpl::sample(const RequestPlan &planned, const EncodedSource &sources,
                                     std::span<const Row> rows, const SamplingState *from,
                                     const SamplingObserver &observer) const
{
    const Stage &stage = planned.stages.back();
    if (m_denoiser.config().autoregressive) {
        AutoregressiveResult written =
            decodeAutoregressively(m_denoiser, sources, stage.schedule.length, planned.request.beam);
        SamplingResult result;
        result.rowCalls.assign(static_cast<std::size_t>(written.ids.size(0)), written.modelCalls);
        result.ids = std::move(written.ids);
        result.modelCalls = written.modelCalls;
        result.complete = true;
        return result;
    }
    std::vector<std::uint64_t> seeds;
    for (const Row &row : rows)
        seeds.push_back(stage.seed + row.candidate);
    PhiloxNoise noise = noiseOf(planned.request, seeds);
    const Sampler sampler(m_denoiser, m_words, m_noiseSchedule, optionsOf(planned.request, stage));
    if (!from)
        return sampler.run(sources, noise, observer);
    SamplingState state = withChanges(from->repeated(static_cast<int64_t>(rows.size())), stage.changes,
                                      stage.plan.timesteps.front(), seeds, m_noiseSchedule, m_words.table());
    return sampler.resume(sources, std::move(state), 1, sampler.modelCalls(), noise, observer);
}

std::vector<CandidateOutput> GeneratorImpl::outputs(const SamplingResult &sampled) const
{
    const torch::Tensor rows = sampled.ids.to(torch::kCPU, torch::kInt32).contiguous();
    std::vector<CandidateOutput> result(static_cast<std::size_t>(rows.size(0)));
    const std::int32_t *data = rows.data_ptr<std::int32_t>();
    for (std::size_t row = 0; row < result.size(); ++row, data += rows.size(1)) {
        result[row].tokens.assign(data, data + rows.size(1));
        result[row].text = m_tokenizer->decode(result[row].tokens);
        if (m_asSentences)
            result[row].text = asSentence(result[row].text);
        result[row].modelCalls = sampled.rowCalls[row];
    }
    return result;
}

Provenance GeneratorImpl::provenance() const
{
    Provenance provenance;
    provenance.modelName = m_summary.name;
    provenance.modelFingerprint = m_summary.fingerprint;
    provenance.engineVersion = ARD_VERSION;
    provenance.device = device();
    provenance.createdUtc = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
    return provenance;
}

Result<RunRecord> GeneratorImpl::generate(const GenerationRequest &request, bool recordFrames,
                                          const GenerationObserver &observer)
{
    ARD_ASSIGN(RequestPlan planned, recordFrames ? planWithSteps(request) : plan(request));
    initialiseRuntime();
    return guarded("generating", [&] { return run(std::move(planned), recordFrames, observer); });
}

bool GeneratorImpl::writeCandidates(const std::vector<Part> &parts, const EncodedSource &source,
                                    const SamplingState *from, SamplingObserver &observer,
                                    std::vector<CandidateOutput> &written) const
{
    std::vector<CandidateOutput> all(static_cast<std::size_t>(parts.front().plan.request.candidates));
    for (const Batch &batch : batchesOf(parts, kCandidateRows)) {
        if (batch.rows.front().candidate > 0) // only the first is watched
            observer.stepped = nullptr;
        const EncodedSource sources = source.repeated(static_cast<int64_t>(batch.rows.size()));
        const SamplingResult result = sample(*batch.plan, sources, batch.rows, from, observer);
        if (!result.complete)
            return false;
        std::vector<CandidateOutput> some = outputs(result);
        for (std::size_t i = 0; i < some.size(); ++i)
            all[batch.rows[i].candidate] = std::move(some[i]);
    }
    written = std::move(all);
    return true;
}

Result<RunRecord> GeneratorImpl::run(RequestPlan planned, bool recordFrames, const GenerationObserver &observer)
{
    const c10::NoGradGuard noGradients;
    const auto start = Clock::now();
    ARD_ASSIGN(const Ids source, encodeOne(planned.request.source));
    RunRecord record = header(planned.request, planned.plan);
    announce(record, source, observer);
    WordBook book(*m_tokenizer);
    Capture capture(m_denoiser, m_words, &m_projection);
    SamplingObserver sampling;
    sampling.cancelled = [&] { return observer.cancel && observer.cancel->load(); };
    const EncodedSource encoded = encodeBatch({&source});
    record.complete = true;
    const std::size_t last = planned.stages.size() - 1;
    SamplingState continued;
    if (last > 0) {
        auto reached = reach(planned, last - 1, planned.stages[last - 1].calls + 1, encoded, sampling.cancelled);
        record.complete = reached.has_value();
        if (reached)
            continued = std::move(*reached);
    }
    const std::string key = stateKey(planned.request, last);
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
    ARD_ASSIGN(const std::vector<Part> parts, partsOf(planned));
    if (record.complete)
        record.complete = writeCandidates(parts, encoded, last > 0 ? &continued : nullptr, sampling, record.outputs);
    record.chosen = choose(record.outputs);
    record.words = std::move(book.words);
    record.seconds = secondsSince(start);
    return record;
}

Result<std::unique_ptr<Generator>> Generator::load(const std::filesystem::path &modelFolder, const std::string &device,
                                                   const ProgressSink &progress)
{
    initialiseRuntime();
    ARD_ASSIGN(const torch::Device target, resolveDevice(device));
    ARD_ASSIGN(ModelFolder model, readModelFolder(modelFolder, progress));
    if (progress)
        progress("reading the vocabulary", -1);
    ARD_ASSIGN(std::shared_ptr<const Tokenizer> tokenizer, loadTokenizer(modelFolder));
    if (tokenizer->size() != model.config.vocabulary || tokenizer->padId() != model.config.padId)
        return fail(ErrorCode::Format,
                    modelFolder.string() + ": the tokenizer does not belong to this model: it has " +
                        std::to_string(tokenizer->size()) + " pieces and PAD is " + std::to_string(tokenizer->padId()) +
                        ", the model has " + std::to_string(model.config.vocabulary) + " words and PAD is " +
                        std::to_string(model.config.padId));
    ARD_ASSIGN(NoiseSchedule noiseSchedule, makeNoiseSchedule(model.config.noiseSchedule, model.config.diffusionSteps));
    if (progress)
        progress("preparing the network", -1);
    return guarded("preparing the model", [&]() -> Result<std::unique_ptr<Generator>> {
        return std::make_unique<GeneratorImpl>(std::move(model), std::move(tokenizer), std::move(noiseSchedule),
                                               target);
    });
}

} // namespace ard
