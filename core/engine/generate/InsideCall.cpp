// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The stages inside one model call.
#include "base/Guard.h"
#include "engine/Runtime.h"
#include "engine/generate/InsightParts.h"
#include "engine/generate/Insights.h"
#include <c10/core/GradMode.h>

namespace ard {
namespace {

/// The latents of all stages, [1,N,E] each, and what the last of them took.
struct Stages {
    std::array<torch::Tensor, kCallStages> latents;
    torch::Tensor eps;
};

Stages stagesOf(const Sampler &sampler, int call, const SamplingState &state, const EncodedSource &source,
                NoiseSource &noise)
{
    const torch::Tensor prediction = sampler.predict(call - 1, state, source),
                        clamped = sampler.clamp(prediction, call, noise);
    Stages stages{{state.latent, prediction, clamped, sampler.mean(call, clamped, state),
                   sampler.step(call, clamped, state, noise).latent},
                  at::zeros_like(state.latent)};
    const auto row = static_cast<std::size_t>(call);
    const auto &timesteps = sampler.options().plan.timesteps;
    if (sampler.steps().addsNoise(call))
        stages.eps = noise.step(call, timesteps[row - 1], timesteps[row]).expand_as(state.latent);
    return stages;
}

CallStageView viewOf(const LoadedModel &model, const torch::Tensor &latent, int position)
{
    const torch::Tensor words = model.words.nearestWords(latent),
                        nearest = model.words.table().index_select(0, words.reshape({-1})).reshape(latent.sizes());
    const std::vector<float> point = floatsOf(model.projection.project(latent[0].narrow(0, position, 1)));
    return {
        idsOf(words), floatsOf((latent - nearest).norm(2, -1)), floatsOf(latent[0][position]), {point[0], point[1]}};
}

} // namespace

Result<CallInside> Insights::inspectCall(const RequestPlan &planned, int modelCall, int position,
                                         const std::atomic<bool> *cancel)
{
    ARD_TRY(checkCall(planned, modelCall));
    const int length = planned.request.schedule.length;
    if (position < 0 || position >= length)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the run has the positions 0 to {}: there is no position {}", length - 1, position));
    initialiseRuntime();
    return guarded("looking inside the model call", [&] { return lookInside(planned, modelCall, position, cancel); });
}

Result<CallInside> Insights::lookInside(const RequestPlan &planned, int modelCall, int position,
                                        const std::atomic<bool> *cancel)
{
    const c10::NoGradGuard noGradients;
    ARD_ASSIGN(const WordIds source, m_model.readSource(planned.request.source));
    const EncodedSource encoded = m_model.encode({&source});
    const Stretch &stretch = planned.stretches.back();
    ARD_ASSIGN(const SamplingState state,
               m_states.reach(planned, planned.stretches.size() - 1, modelCall, encoded, cancelledBy(cancel)));
    const Sampler sampler(m_model.denoiser, m_model.words, m_model.noiseSchedule,
                          samplingOptions(m_model, planned.request, stretch));
    PhiloxNoise noise = noiseOf(m_model, planned.request, {stretch.seed});
    const Stages stages = stagesOf(sampler, modelCall, state, encoded, noise);
    for (const torch::Tensor &latent : stages.latents)
        if (!latent.isfinite().all().item<bool>())
            return tl::unexpected<Error>(damagedWeightsError());

    const StepCoefficients &step = sampler.steps().step(modelCall, position);
    const auto row = static_cast<std::size_t>(modelCall), column = static_cast<std::size_t>(position);
    CallInside inside;
    inside.modelCall = modelCall;
    inside.position = position;
    inside.timestepBefore = planned.plan.timesteps[row - 1][column];
    inside.timestepAfter = planned.plan.timesteps[row][column];
    inside.latent = step.latent;
    inside.clean = step.clean;
    inside.previous = step.previous;
    inside.noise = step.noise;
    for (std::size_t i = 0; i < kCallStages; ++i)
        inside.stages[i] = viewOf(m_model, stages.latents[i], position);
    inside.eps = floatsOf(stages.eps[0][position]);
    if (step.previous != 0)
        inside.cleanBefore = floatsOf(state.previous[0][position]);
    inside.headWords = idsOf(m_model.words.mostProbableWords(stages.latents[1]));
    for (const std::int32_t id : inside.headWords)
        inside.words[id] = m_model.tokenizer->piece(id);
    for (const CallStageView &stage : inside.stages)
        for (const std::int32_t id : stage.words)
            inside.words[id] = m_model.tokenizer->piece(id);
    return inside;
}

} // namespace ard
