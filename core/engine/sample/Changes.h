// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Changes: single positions of a latent set to a word or back to noise, where a run is continued. Ours, not the paper's.
#include "diffusion/NoiseSchedule.h"
#include "engine/sample/Sampler.h"

namespace ard {

/// The state with the changes made. timesteps [N]: where every position is when the run goes on. A word at timestep t is
/// sqrt(A_t) e + sqrt(1-A_t) eps (forward process), at t = 0 without noise; eps and starting noise are those of the row's
/// seed, the position and the timestep. The self-condition of the position becomes e, or zeros where it starts again from noise.
SamplingState withChanges(const SamplingState &state, const std::vector<PositionChange> &changes,
                          const std::vector<int> &timesteps, const std::vector<std::uint64_t> &rowSeeds,
                          const NoiseSchedule &noiseSchedule, const torch::Tensor &wordTable);

} // namespace ard
