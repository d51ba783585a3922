// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/generate/Insights.h"

#include "base/Guard.h"
#include "base/Stopwatch.h"
#include "engine/Runtime.h"
#include "engine/generate/InsightParts.h"
#include "engine/generate/WordBook.h"
#include "engine/sample/Capture.h"
#include <c10/core/GradMode.h>
#include <climits>
#include <fmt/format.h>

namespace ard {
namespace {

/// What an answer may take: well below the largest message of the protocol.
constexpr std::int64_t kMaxAttentionBytes = std::int64_t{48} << 20;

} // namespace

Result<AttentionMap> Insights::attention(const RequestPlan &planned, int modelCall, int layer, int head,
                                         const std::atomic<bool> *cancel)
{
    ARD_TRY(checkCall(planned, modelCall));
    const ModelConfig &config = m_model.config();
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

Result<AttentionMap> Insights::lookAt(const RequestPlan &planned, AttentionMap map, const std::atomic<bool> *cancel)
{
    const c10::NoGradGuard noGradients;
    ARD_ASSIGN(const WordIds source, m_model.readSource(planned.request.source));
    map.sourceLength = static_cast<int>(source.size());
    const std::int64_t length = map.length;
    if (length * (3 * length + map.sourceLength) * std::int64_t{sizeof(float)} > kMaxAttentionBytes)
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format("the attention of {} positions is too large to be shown: use a shorter length", length));
    const EncodedSource encoded = m_model.encode({&source});
    ARD_ASSIGN(const SamplingState state,
               m_states.reach(planned, planned.stretches.size() - 1, map.modelCall, encoded, cancelledBy(cancel)));
    const std::vector<int> &row = planned.plan.timesteps[static_cast<std::size_t>(map.modelCall) - 1];
    const torch::Tensor timesteps =
        torch::tensor(std::vector<int64_t>(row.begin(), row.end()), torch::kInt64).unsqueeze(0).to(m_model.device);
    const BlockAttention block =
        m_model.denoiser.attention(state.latent, timesteps, encoded, state.selfCondition, map.layer);
    map.content = floatsOf(block.content[0][map.head]);
    map.time = floatsOf(block.time[0][map.head]);
    map.weights = floatsOf(block.weights[0][map.head]);
    map.cross = floatsOf(block.cross[0][map.head]);
    return map;
}

Result<FilledSteps> Insights::fillSkipped(const RequestPlan &planned, int modelCall, const GenerationObserver &observer)
{
    ARD_ASSIGN(const SamplingPlan dense, planSkipped(planned.stretches.back(), modelCall));
    initialiseRuntime();
    return guarded("filling in skipped steps", [&] { return fill(planned, dense, modelCall, observer); });
}

Result<FilledSteps> Insights::fill(const RequestPlan &planned, const SamplingPlan &dense, int modelCall,
                                   const GenerationObserver &observer)
{
    const c10::NoGradGuard noGradients;
    const Stopwatch watch;
    protocol::SourceReading reading;
    ARD_ASSIGN(const WordIds source, m_model.readSource(planned.request.source, &reading));
    const Stretch &stretch = planned.stretches.back();
    announce(recordHead(m_model, planned.request, dense), reading, observer);
    const EncodedSource encoded = m_model.encode({&source});
    SamplingObserver sampling;
    sampling.cancelled = cancelledBy(observer.cancel);
    ARD_ASSIGN(const SamplingState state,
               m_states.reach(planned, planned.stretches.size() - 1, modelCall, encoded, sampling.cancelled));
    PhiloxNoise noise = noiseOf(m_model, planned.request, {stretch.seed});

    SamplingOptions options = samplingOptions(m_model, planned.request, stretch);
    options.stopWhenSettled = options.repairCalls = 0;
    const bool lastCall = modelCall == stretch.plan.modelCalls();
    const Sampler jump(m_model.denoiser, m_model.words, m_model.noiseSchedule, options);
    const SamplingResult jumped = jump.resume(encoded, state, modelCall, modelCall, noise, sampling);
    // Every small step is clamped exactly when the jump is.
    options.clampFromCall = modelCall >= options.clampFromCall ? 1 : INT_MAX;
    options.plan = dense;
    options.movedFrom = movedFromBefore(stretch, modelCall);
    options.finalWords = lastCall;
    WordBook book(*m_model.tokenizer);
    Capture capture(m_model.denoiser, m_model.words, &m_model.projection);
    sampling.stepped = [&](const SampledStep &step) {
        const StepFrame frame = capture.frame(step);
        const auto fresh = book.add(frame);
        if (observer.frame)
            observer.frame(frame, fresh);
    };
    const Sampler small(m_model.denoiser, m_model.words, m_model.noiseSchedule, std::move(options));
    const SamplingResult filled = small.resume(encoded, state, 1, small.modelCalls(), noise, sampling);
    if (!jumped.complete || !filled.complete)
        return cancelledError();
    if (!jumped.finite || !filled.finite)
        return tl::unexpected<Error>(damagedWeightsError());

    FilledSteps result;
    result.modelCall = modelCall;
    result.modelCalls = dense.modelCalls();
    compare(jump, jumped, filled, encoded, result);
    result.seconds = watch.seconds();
    return result;
}

void Insights::compare(const Sampler &jump, const SamplingResult &jumped, const SamplingResult &filled,
                       const EncodedSource &source, FilledSteps &result) const
{
    const bool lastCall = result.modelCall == jump.modelCalls();
    const auto wordsOf = [&](const SamplingResult &sampled) {
        return idsOf(lastCall
                         ? sampled.ids[0]
                         : m_model.words.mostProbableWords(jump.predict(result.modelCall, sampled.state, source))[0]);
    };
    result.jumpWords = wordsOf(jumped);
    result.filledWords = wordsOf(filled);
    result.distance = floatsOf((jumped.latent - filled.latent)[0].norm(2, -1));
    for (const auto &words : {result.jumpWords, result.filledWords})
        for (const std::int32_t id : words)
            result.words[id] = m_model.tokenizer->piece(id);
}

} // namespace ard
