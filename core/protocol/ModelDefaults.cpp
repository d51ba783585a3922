// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/ModelDefaults.h"

#include <algorithm>

namespace ard {

void takeModelDefaults(GenerationRequest &request, const protocol::ModelSummary &model, const GivenParameters &given)
{
    if (!given.contains("schedule")) {
        const std::string usual = TimestepScheduleSpec{}.kind;
        const auto &trained = model.trainedSchedules;
        const bool isTrained = std::find(trained.begin(), trained.end(), usual) != trained.end();
        request.schedule.kind = trained.empty() || isTrained ? usual : trained.front();
    }
    if (!given.contains("steps"))
        request.samplingSteps = model.defaultSamplingSteps;
    if (!given.contains("clamp"))
        request.clamp = model.defaultClamp;
    if (!given.contains("anchor-scale"))
        request.schedule.anchorScale = model.trainedAnchorScale;
    request.schedule.knots = model.learnedTimesteps;
}

} // namespace ard
