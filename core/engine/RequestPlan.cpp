// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/RequestPlan.h"

#include <fmt/format.h>

namespace ard {

namespace {

/// The twin has one way to write: one call a word, from left to right.
Status checkDecoder(const GenerationRequest &request, const ModelConfig &config)
{
    if (request.beam < 1 || request.beam > kMaxBeam)
        return fail(ErrorCode::InvalidArgument, fmt::format("the beam must lie between 1 and {}, not {}", kMaxBeam, request.beam));
    if (!config.autoregressive && request.beam > 1)
        return fail(ErrorCode::InvalidArgument, "a beam is for autoregressive models: ask this one for candidates");
    if (config.autoregressive && (request.schedule.kind != "autoregressive" || request.samplingSteps != request.schedule.length ||
                                  request.ruler.kind != "stride" || request.candidates != 1))
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("this model writes word by word, without diffusion: use the timestep schedule autoregressive, {} sampling "
                                "steps and one candidate", request.schedule.length));
    return {};
}

} // namespace

Result<RequestPlan> planRequest(GenerationRequest request, const ModelConfig &config)
{
    if (request.schedule.length == 0)
        request.schedule.length = config.length;
    request.schedule.diffusionSteps = config.diffusionSteps;
    if (request.schedule.length < 1 || request.schedule.length > config.maxPositions)
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format("this model writes 1 to {} positions, not {}", config.maxPositions, request.schedule.length));
    if (!(request.eta >= 0 && request.eta <= 1))
        return fail(ErrorCode::InvalidArgument, fmt::format("eta must lie between 0 and 1, not {}", request.eta));
    if (request.candidates < 1 || request.candidates > kMaxCandidates)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the number of candidates must lie between 1 and {}, not {}", kMaxCandidates,
                                request.candidates));
    if (request.clampFromCall < 1)
        return fail(ErrorCode::InvalidArgument,
                    "model calls are counted from 1: clamping cannot start before the first");
    ARD_TRY(checkDecoder(request, config));
    ARD_ASSIGN(SamplingPlan plan, makeSamplingPlan(request.schedule, request.samplingSteps, request.ruler));
    request.samplingSteps = plan.modelCalls(); // a ruler that is a list may have left it open
    return RequestPlan{std::move(request), std::move(plan)};
}

} // namespace ard
