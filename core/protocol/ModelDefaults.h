// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ModelDefaults: what a model says of how it is best asked, for every parameter that nobody has set.
#include "protocol/Messages.h"
#include <set>
#include <string>

namespace ard {

/// Names of parameters that a person has set: those of requestParameters(), of scheduleParameters(), and "schedule".
using GivenParameters = std::set<std::string, std::less<>>;

/// Sampling steps, clamp, anchor scale and the kind of timestep schedule become the model's own where they are not given; the
/// learned timestep schedule always is the model's. Length and diffusion steps stay.
void takeModelDefaults(GenerationRequest &request, const protocol::ModelSummary &model, const GivenParameters &given);

} // namespace ard
