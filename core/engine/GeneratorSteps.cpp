// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a Generator answers about single model calls of a run: where it stood, what it looked at, what it skipped.
#include "engine/GeneratorImpl.h"

#include "base/Guard.h"
#include "base/Log.h"
#include "engine/Runtime.h"
#include "engine/WordBook.h"
#include "engine/sample/Changes.h"
#include "trace/RunJson.h"
#include <c10/core/GradMode.h>
#include <chrono>
#include <climits>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ard {
namespace {

/// What an answer may take: well below the largest message of the protocol.
constexpr std::int64_t kMaxAttentionBytes = std::int64_t{48} << 20;

tl::unexpected<Error> cancelledError()
{
    return fail(ErrorCode::Cancelled, "the request was cancelled");
}

std::vector<float> floatsOf(const torch::Tensor &tensor)
{
    const torch::Tensor values = tensor.to(torch::kCPU, torch::kFloat32).contiguous();
    return {values.data_ptr<float>(), values.data_ptr<float>() + values.numel()};
}

std::vector<std::int32_t> idsOf(const torch::Tensor &ids)
{
    const torch::Tensor values = ids.to(torch::kCPU, torch::kInt32).contiguous();
    return {values.data_ptr<std::int32_t>(), values.data_ptr<std::int32_t>() + values.numel()};
}

std::function<bool()> cancelledBy(const std::atomic<bool> *cancel)
{
    return [cancel] { return cancel && cancel->load(); };
}

Status checkCall(const RequestPlan &planned, int modelCall)
{
    if (modelCall < 1 || modelCall > planned.plan.modelCalls())
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the run has the model calls 1 to {}: there is no call {}", planned.plan.modelCalls(),
                                modelCall));
    return {};
}

} // namespace

Result<std::int32_t> GeneratorImpl::wordOf(const std::string &text) const
{
    const Ids ids = m_tokenizer->encode(text);
    if (ids.size() == 1 && ids.front() != m_tokenizer->unknownId())
        return ids.front();
    for (std::int32_t id = 0; id < m_tokenizer->size(); ++id)
        if (m_tokenizer->piece(id) == text)
            return id;
    std::vector<std::string> pieces;
    for (const std::int32_t id : ids)
        pieces.push_back(m_tokenizer->piece(id));
    return fail(ErrorCode::InvalidArgument,
                fmt::format("'{}' is not one word of this model's vocabulary, but these pieces: {}; give each position "
                            "one piece",
                            text, fmt::join(pieces, " ")));
}

Result<RequestPlan> GeneratorImpl::plan(GenerationRequest request) const
{
    const auto learn = [this](TimestepScheduleSpec &schedule) {
        if (schedule.kind == "learned" && !schedule.knots) // a run that is asked about again brings its own
            schedule.knots = m_summary.learnedTimesteps;
    };
    learn(request.schedule);
    for (Continuation &continuation : request.continuations)
        if (continuation.schedule)
            learn(*continuation.schedule);
    if (choosesLength(request)) {
        bool truncated = false; // said when the source is encoded for the run
        ARD_ASSIGN(const Ids source, encodeSource(request.source, truncated));
        ARD_ASSIGN(auto lengths, lengthsOf({source}, request, 1));
        takeLength(request, lengths.front().front());
        request.candidateLengths.clear();
        if (lengths.front().size() > 1)
            request.candidateLengths = std::move(lengths.front());
    }
    for (Continuation &continuation : request.continuations)
        for (PositionChange &change : continuation.changes) {
            if (change.kind == PositionChange::Kind::Renoise)
                continue;
            if (change.word < 0) {
                ARD_ASSIGN(change.word, wordOf(change.text));
            }
            if (change.word < m_tokenizer->size())
                change.text = m_tokenizer->piece(change.word);
        }
    return planRequest(std::move(request), m_denoiser.config());
}

Result<RequestPlan> GeneratorImpl::planWithSteps(const GenerationRequest &request) const
{
    if (m_denoiser.config().autoregressive)
        return fail(ErrorCode::Unsupported,
                    "this model writes word by word, without diffusion: it has no steps to show");
    return plan(request);
}

Result<GeneratorImpl::Ids> GeneratorImpl::encodeOne(const std::string &source) const
{
    bool truncated = false;
    ARD_ASSIGN(Ids ids, encodeSource(source, truncated));
    if (truncated)
        log::warn("the source is longer than the model reads and was cut to its first " + std::to_string(ids.size()) +
                  " pieces");
    return ids;
}

RunRecord GeneratorImpl::header(const GenerationRequest &request, const SamplingPlan &plan) const
{
    RunRecord record;
    record.request = request;
    record.plan = plan;
    record.provenance = provenance();
    return record;
}

void GeneratorImpl::announce(const RunRecord &header, const Ids &source, const GenerationObserver &observer) const
{
    if (!observer.started)
        return;
    std::vector<std::string> pieces;
    for (const std::int32_t id : source)
        pieces.push_back(m_tokenizer->piece(id));
    observer.started(header, pieces);
}

std::string GeneratorImpl::stateKey(GenerationRequest request, std::size_t stage)
{
    request.continuations.resize(stage);
    request.candidates = 1;
    request.candidateLengths.clear();
    request.stopWhenSettled = 0; // where a run ends changes nothing before its end
    const std::vector<std::uint8_t> bytes = nlohmann::json::to_cbor(requestToJson(request));
    return {bytes.begin(), bytes.end()};
}

Result<SamplingState> GeneratorImpl::reach(const RequestPlan &planned, std::size_t stageIndex, int call,
                                           const EncodedSource &source, const std::function<bool()> &cancelled)
{
    const Stage &stage = planned.stages[stageIndex];
    const std::string key = stateKey(planned.request, stageIndex);
    const std::vector<std::uint64_t> seeds{stage.seed};
    PhiloxNoise noise = noiseOf(planned.request, seeds);
    SamplingState state;
    int at = 1;
    if (const SamplingState *known = m_states.find(key, call, at)) {
        state = *known;
    } else if (stageIndex == 0) {
        state.latent =
            noise.starting().expand({1, planned.request.schedule.length, m_denoiser.config().embeddingWidth});
    } else {
        ARD_ASSIGN(const SamplingState before,
                   reach(planned, stageIndex - 1, planned.stages[stageIndex - 1].calls + 1, source, cancelled));
        state =
            withChanges(before, stage.changes, stage.plan.timesteps.front(), seeds, m_noiseSchedule, m_words.table());
    }
    m_states.put(key, at, state);
    if (at == call)
        return state;
    SamplingOptions options = optionsOf(planned.request, stage);
    options.stopWhenSettled = 0;
    SamplingObserver observer;
    observer.cancelled = cancelled;
    observer.stepped = [&](const SampledStep &step) { m_states.put(key, step.call + 1, *step.state); };
    const Sampler sampler(m_denoiser, m_words, m_noiseSchedule, std::move(options));
    SamplingResult result = sampler.resume(source, std::move(state), at, call - 1, noise, observer);
    if (!result.complete)
        return cancelledError();
    return std::move(result.state);
}

Result<AttentionMap> GeneratorImpl::attention(const GenerationRequest &request, int modelCall, int layer, int head,
                                              const std::atomic<bool> *cancel)
{
    ARD_ASSIGN(const RequestPlan planned, planWithSteps(request));
    ARD_TRY(checkCall(planned, modelCall));
    const ModelConfig &config = m_denoiser.config();
    if (layer < 0 || layer >= config.decoderLayers)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the model's decoder has the layers 0 to {}: there is no layer {}",
                                config.decoderLayers - 1, layer));
    if (head < 0 || head >= config.heads)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("each layer has the heads 0 to {}: there is no head {}", config.heads - 1, head));
    AttentionMap wanted;
    wanted.modelCall = modelCall;
    wanted.layer = layer;
    wanted.head = head;
    wanted.layers = config.decoderLayers;
    wanted.heads = config.heads;
    wanted.length = planned.request.schedule.length;
    initialiseRuntime();
    return guarded("looking at the attention", [&] { return lookAt(planned, std::move(wanted), cancel); });
}

Result<AttentionMap> GeneratorImpl::lookAt(const RequestPlan &planned, AttentionMap map,
                                           const std::atomic<bool> *cancel)
{
    const c10::NoGradGuard noGradients;
    ARD_ASSIGN(const Ids source, encodeOne(planned.request.source));
    map.sourceLength = static_cast<int>(source.size());
    const std::int64_t length = map.length;
    if (length * (3 * length + map.sourceLength) * std::int64_t{sizeof(float)} > kMaxAttentionBytes)
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format("the attention of {} positions is too large to be shown: use a shorter length", length));
    const EncodedSource encoded = encodeBatch({&source});
    ARD_ASSIGN(const SamplingState state,
               reach(planned, planned.stages.size() - 1, map.modelCall, encoded, cancelledBy(cancel)));
    const std::vector<int> &row = planned.plan.timesteps[static_cast<std::size_t>(map.modelCall) - 1];
    const torch::Tensor timesteps =
        torch::tensor(std::vector<int64_t>(row.begin(), row.end()), torch::kInt64).unsqueeze(0).to(m_device);
    const BlockAttention block = m_denoiser.attention(state.latent, timesteps, encoded, state.selfCondition, map.layer);
    map.content = floatsOf(block.content[0][map.head]);
    map.time = floatsOf(block.time[0][map.head]);
    map.weights = floatsOf(block.weights[0][map.head]);
    map.cross = floatsOf(block.cross[0][map.head]);
    return map;
}

Result<FilledSteps> GeneratorImpl::fillSkipped(const GenerationRequest &request, int modelCall,
                                               const GenerationObserver &observer)
{
    ARD_ASSIGN(const RequestPlan planned, planWithSteps(request));
    ARD_ASSIGN(const SamplingPlan dense, planSkipped(planned.stages.back(), modelCall));
    initialiseRuntime();
    return guarded("filling in skipped steps", [&] { return fill(planned, dense, modelCall, observer); });
}

Result<FilledSteps> GeneratorImpl::fill(const RequestPlan &planned, const SamplingPlan &dense, int modelCall,
                                        const GenerationObserver &observer)
{
    const c10::NoGradGuard noGradients;
    const auto begin = std::chrono::steady_clock::now();
    ARD_ASSIGN(const Ids source, encodeOne(planned.request.source));
    const Stage &stage = planned.stages.back();
    announce(header(planned.request, dense), source, observer);
    const EncodedSource encoded = encodeBatch({&source});
    SamplingObserver sampling;
    sampling.cancelled = cancelledBy(observer.cancel);
    ARD_ASSIGN(const SamplingState state,
               reach(planned, planned.stages.size() - 1, modelCall, encoded, sampling.cancelled));
    PhiloxNoise noise = noiseOf(planned.request, {stage.seed});

    SamplingOptions options = optionsOf(planned.request, stage);
    options.stopWhenSettled = 0;
    const bool lastCall = modelCall == planned.plan.modelCalls();
    const Sampler jump(m_denoiser, m_words, m_noiseSchedule, options);
    const SamplingResult jumped = jump.resume(encoded, state, modelCall, modelCall, noise, sampling);
    // Every small step is clamped exactly when the jump is.
    options.clampFromCall = modelCall >= options.clampFromCall ? 1 : INT_MAX;
    options.plan = dense;
    options.movedFrom = movedFromBefore(stage, modelCall);
    options.finalWords = lastCall;
    WordBook book(*m_tokenizer);
    Capture capture(m_denoiser, m_words, &m_projection);
    sampling.stepped = [&](const SampledStep &step) {
        const StepFrame frame = capture.frame(step);
        const auto fresh = book.add(frame);
        if (observer.frame)
            observer.frame(frame, fresh);
    };
    const Sampler small(m_denoiser, m_words, m_noiseSchedule, std::move(options));
    const SamplingResult filled = small.resume(encoded, state, 1, small.modelCalls(), noise, sampling);
    if (!jumped.complete || !filled.complete)
        return cancelledError();

    FilledSteps result;
    result.modelCall = modelCall;
    result.modelCalls = dense.modelCalls();
    compare(jump, jumped, filled, encoded, result);
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return result;
}

void GeneratorImpl::compare(const Sampler &jump, const SamplingResult &jumped, const SamplingResult &filled,
                            const EncodedSource &source, FilledSteps &result) const
{
    const bool lastCall = result.modelCall == jump.modelCalls();
    const auto wordsOf = [&](const SamplingResult &sampled) {
        return idsOf(lastCall ? sampled.ids[0]
                              : m_words.mostProbableWords(jump.predict(result.modelCall, sampled.state, source))[0]);
    };
    result.jumpWords = wordsOf(jumped);
    result.filledWords = wordsOf(filled);
    result.distance = floatsOf((jumped.latent - filled.latent)[0].norm(2, -1));
    for (const auto &words : {result.jumpWords, result.filledWords})
        for (const std::int32_t id : words)
            result.words[id] = m_tokenizer->piece(id);
}

} // namespace ard
