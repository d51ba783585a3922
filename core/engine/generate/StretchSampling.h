// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StretchSampling: what the sampler needs to know of one stretch of a run.
#include "engine/generate/LoadedModel.h"
#include "engine/generate/RequestPlan.h"
#include "engine/sample/Sampler.h"

namespace ard {

SamplingOptions samplingOptions(const LoadedModel &model, const GenerationRequest &request, const Stretch &stretch);
/// The noise of rows with these seeds; request.schedule.length is that of the rows.
PhiloxNoise noiseOf(const LoadedModel &model, const GenerationRequest &request,
                    const std::vector<std::uint64_t> &rowSeeds);

} // namespace ard
