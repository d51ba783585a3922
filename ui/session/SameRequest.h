// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SameRequest: whether a request that is still to be sent asks for what a run was asked for.
#include "trace/RunRecord.h"

namespace ard::ui {

/// run: with the values really used. What the request leaves to the model (N, T, the learned timesteps) and what its timestep
/// schedule or solver does not use makes no difference; neither do continuations, which a form cannot ask for.
bool asksForTheSame(const GenerationRequest &request, const GenerationRequest &run);

} // namespace ard::ui
