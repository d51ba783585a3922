// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/generate/RunStates.h"

#include "engine/sample/Changes.h"
#include "trace/RunJson.h"
#include <nlohmann/json.hpp>

namespace ard {

tl::unexpected<Error> cancelledError()
{
    return fail(ErrorCode::Cancelled, "the request was cancelled");
}

std::string RunStates::key(GenerationRequest request, std::size_t stretch)
{
    request.continuations.resize(stretch);
    request.candidates = 1;
    request.choose = ChoiceRule::Agreement;
    request.candidateLengths.clear();
    request.stopWhenSettled = 0; // where a run ends changes nothing before its end
    const std::vector<std::uint8_t> bytes = nlohmann::json::to_cbor(requestToJson(request));
    return {bytes.begin(), bytes.end()};
}

Result<SamplingState> RunStates::stateAtStart(const RequestPlan &planned, std::size_t index,
                                              const EncodedSource &source, const std::function<bool()> &cancelled)
{
    const Stretch &stretch = planned.stretches[index];
    if (index == 0) {
        SamplingState state;
        state.latent = noiseOf(m_model, planned.request, {stretch.seed}).starting();
        return state;
    }
    ARD_ASSIGN(const SamplingState before,
               reach(planned, index - 1, planned.stretches[index - 1].calls + 1, source, cancelled));
    return withChanges(before, stretch.changes, stretch.plan.timesteps.front(), {stretch.seed}, m_model.noiseSchedule,
                       m_model.words.table());
}

Result<SamplingState> RunStates::reach(const RequestPlan &planned, std::size_t index, int call,
                                       const EncodedSource &source, const std::function<bool()> &cancelled)
{
    const Stretch &stretch = planned.stretches[index];
    const std::string stretchKey = key(planned.request, index);
    SamplingState state;
    int at = 1;
    if (const SamplingState *known = m_cache.find(stretchKey, call, at)) {
        state = *known;
    } else {
        ARD_ASSIGN(state, stateAtStart(planned, index, source, cancelled));
    }
    put(stretchKey, at, state);
    if (at == call)
        return state;
    SamplingOptions options = samplingOptions(m_model, planned.request, stretch);
    options.stopWhenSettled = options.repairCalls = 0; // nothing that is asked for lies behind the plan
    SamplingObserver observer;
    observer.cancelled = cancelled;
    observer.stepped = [&](const SampledStep &step) { put(stretchKey, step.call + 1, *step.state); };
    const Sampler sampler(m_model.denoiser, m_model.words, m_model.noiseSchedule, std::move(options));
    PhiloxNoise noise = noiseOf(m_model, planned.request, {stretch.seed});
    SamplingResult result = sampler.resume(source, std::move(state), at, call - 1, noise, observer);
    if (!result.complete)
        return cancelledError();
    if (!result.finite)
        return tl::unexpected<Error>(damagedWeightsError());
    return std::move(result.state);
}

} // namespace ard
