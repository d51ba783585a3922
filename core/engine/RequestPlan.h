// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RequestPlan: what a person asked for, checked against a model, with every value filled in. No torch.
#include "base/Result.h"
#include "engine/model/ModelConfig.h"
#include "trace/RunRecord.h"

namespace ard {

struct RequestPlan {
    GenerationRequest request; ///< with the length and diffusion steps really used
    SamplingPlan plan;
};

/// Length 0 becomes the model's; diffusion steps are always the model's. Error, saying what is allowed, for anything
/// out of range.
Result<RequestPlan> planRequest(GenerationRequest request, const ModelConfig &config);

} // namespace ard
