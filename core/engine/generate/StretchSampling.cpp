// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/generate/StretchSampling.h"

#include <algorithm>

namespace ard {

SamplingOptions samplingOptions(const LoadedModel &model, const GenerationRequest &request, const Stretch &stretch)
{
    SamplingOptions options;
    options.plan = stretch.plan;
    options.eta = request.eta;
    options.clamp = request.clamp;
    options.temperature = request.temperature > 0 ? request.temperature : 1;
    options.topP = request.topP;
    options.clampFromCall = std::max(1, request.clampFromCall - stretch.callsBefore);
    options.selfCondition = model.config().selfCondition;
    options.solver = request.solver;
    options.stopWhenSettled = request.stopWhenSettled;
    options.repairCalls = request.repair;
    options.pieceKinds = model.pieceKinds;
    for (const PositionChange &pin : stretch.pinned)
        options.pinned.push_back({pin.position, pin.word});
    options.movedFrom = stretch.movedFrom;
    return options;
}

PhiloxNoise noiseOf(const LoadedModel &model, const GenerationRequest &request,
                    const std::vector<std::uint64_t> &rowSeeds)
{
    return {rowSeeds, request.schedule.length, model.config().embeddingWidth, model.device, request.noiseTopP};
}

} // namespace ard
