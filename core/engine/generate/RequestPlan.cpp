// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/generate/RequestPlan.h"
#include "trace/RequestParameters.h"

#include <algorithm>
#include <fmt/format.h>

namespace ard {
namespace {

int longestLength(const ModelConfig &config)
{
    return config.lengthHead == LengthHead::None ? config.maxPositions : config.length;
}

Status checkNumbers(const GenerationRequest &request, const ModelConfig &config)
{
    const auto wrong = [](std::string sentence) { return fail(ErrorCode::InvalidArgument, std::move(sentence)); };
    const int longest = longestLength(config);
    if (request.schedule.length < 1 || request.schedule.length > longest)
        return wrong(fmt::format("this model writes 1 to {} positions, not {}", longest, request.schedule.length));
    ARD_TRY(checkParameters(request));
    if (request.repair > 0 && request.stopWhenSettled > 0)
        return wrong("a repair follows a run's last call, and a run that stops when it has settled has none: give one "
                     "of the two");
    if (request.continuations.size() > static_cast<std::size_t>(kMaxContinuations))
        return wrong(
            fmt::format("a run can be continued {} times, not {}", kMaxContinuations, request.continuations.size()));
    return {};
}

/// Lengths of candidates come from files and messages, too: as many as candidates, and the first, which is the recorded one, the run's.
Status checkCandidateLengths(const GenerationRequest &request, const ModelConfig &config)
{
    const std::vector<int> &lengths = request.candidateLengths;
    if (lengths.empty())
        return {};
    if (!lengthsMayDiffer(request, config))
        return fail(ErrorCode::InvalidArgument,
                    "the candidates of this request must have one length: leave out the lengths of the candidates");
    const int longest = longestLength(config);
    const auto [least, most] = std::minmax_element(lengths.begin(), lengths.end());
    if (lengths.size() != static_cast<std::size_t>(request.candidates) || lengths.front() != request.schedule.length ||
        *least < 1 || *most > longest)
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format("the lengths of the candidates must be {} numbers from 1 to {}, the first of them the run's",
                        request.candidates, longest));
    return {};
}

Status checkDraws(const GenerationRequest &request, const ModelConfig &config)
{
    if (!config.autoregressive) {
        if (request.clamp == ClampMode::Drawn || (request.temperature == 0 && request.topP == 1))
            return {};
        return fail(ErrorCode::InvalidArgument,
                    "a temperature and top-p are for words that are drawn: give the clamp drawn too, or another seed");
    }
    const bool draws = request.temperature > 0;
    if (!draws && request.topP < 1)
        return fail(ErrorCode::InvalidArgument, "top-p leaves out words that could be drawn: give a temperature too");
    if (draws && request.beam > 1)
        return fail(ErrorCode::InvalidArgument,
                    "a beam looks for the likeliest words and a temperature draws them: give one of the two");
    return {};
}

/// The twin writes one word a call, from left to right.
Status checkDecoder(const GenerationRequest &request, const ModelConfig &config)
{
    if (!config.autoregressive && request.beam > 1)
        return fail(ErrorCode::InvalidArgument, "a beam is for autoregressive models: ask this one for candidates");
    if (config.autoregressive &&
        (request.schedule.kind != "autoregressive" || request.samplingSteps != request.schedule.length ||
         request.ruler.kind != "stride" || !request.continuations.empty()))
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("this model writes word by word, without diffusion: use the timestep schedule "
                                "autoregressive and {} sampling steps",
                                request.schedule.length));
    if (config.autoregressive && request.repair > 0)
        return fail(ErrorCode::InvalidArgument,
                    "this model writes word by word, without diffusion: there is no noise for a repair to go back to");
    if (config.autoregressive && judgingCalls(request) > 0)
        return fail(ErrorCode::InvalidArgument,
                    "this model writes word by word, without diffusion: its candidates are chosen by agreement only");
    if (config.autoregressive && request.candidates != 1 && request.temperature == 0)
        return fail(ErrorCode::InvalidArgument,
                    "all candidates of this model would be the same: give a temperature, or ask for one");
    return checkDraws(request, config);
}

} // namespace

bool lengthsMayDiffer(const GenerationRequest &request, const ModelConfig &config)
{
    return request.candidates > 1 && request.continuations.empty() && request.schedule.kind != "custom" &&
        request.ruler.kind != "list" && request.samplingSteps <= config.diffusionSteps;
}

void takeLength(GenerationRequest &request, int length)
{
    request.schedule.length = length;
    for (const ScheduleParameter &parameter : scheduleParameters())
        if (parameter.limit == ScheduleParameter::Limit::Length)
            parameter.set(request.schedule,
                          std::min(parameter.get(request.schedule), parameter.largest(request.schedule)));
    if (request.ruler.kind != "tail")
        return;
    request.ruler.tail = std::min(request.ruler.tail, length - 1);
    if (request.ruler.tail == 0) // one position: its last step is the tail
        request.ruler = {};
}

Result<RequestPlan> planRequest(GenerationRequest request, const ModelConfig &config)
{
    if (request.schedule.length == 0)
        request.schedule.length = config.length;
    request.schedule.diffusionSteps = config.diffusionSteps;
    ARD_TRY(checkNumbers(request, config));
    ARD_TRY(checkDecoder(request, config));
    if (!request.continuations.empty())
        request.candidateLengths.clear();
    ARD_TRY(checkCandidateLengths(request, config));
    if (request.solver == Solver::DpmPlusPlus2M)
        request.eta = 0;
    Stretch stretch;
    stretch.schedule = request.schedule;
    stretch.seed = request.seed;
    ARD_ASSIGN(stretch.plan, makeSamplingPlan(request.schedule, request.samplingSteps, request.ruler));
    stretch.calls = stretch.plan.modelCalls();
    request.samplingSteps = stretch.calls; // a ruler that is a list may have left it open
    stretch.movedFrom.assign(static_cast<std::size_t>(request.schedule.length), -1);
    std::vector<Stretch> stretches{std::move(stretch)};
    for (const Continuation &continuation : request.continuations) {
        ARD_ASSIGN(Stretch next, continueStretch(stretches.back(), continuation, config));
        stretches.back().calls = continuation.fromCall;
        stretches.push_back(std::move(next));
    }
    SamplingPlan plan = withRepair(stretches.back().plan, request.repair);
    return RequestPlan{std::move(request), std::move(plan), std::nullopt, std::move(stretches)};
}

} // namespace ard
