// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StepCoefficients: one token's step from timestep t to t' as
//   x' = latent x_t + clean x0_hat + previous x0_hat_before + noise eps.
#include "diffusion/NoiseSchedule.h"

namespace ard {

struct StepCoefficients {
    double latent = 1;   ///< factor of x_t
    double clean = 0;    ///< factor of x0_hat
    double noise = 0;    ///< factor of eps, 0 when the token arrives at t' = 0
    double previous = 0; ///< factor of the x0_hat with which the token moved before; of multistep solvers only
};

/// eta 1 is the paper's sampler (posterior), 0 is DDIM (arXiv 2010.02502, eq. 12 and 16). t == t' gives {1, 0, 0} exactly.
/// Preconditions: 0 <= to <= from < T, 0 <= eta <= 1.
StepCoefficients stepCoefficients(const NoiseSchedule &noise, int from, int to, double eta);

/// Ours, not the paper's: DPM-Solver++(2M) (arXiv 2211.01095, algorithm 2) with a history for every token. previous: the
/// timestep from which the token moved the last time, -1 when it has not moved yet. With lambda = log(sqrt(A)/sqrt(1-A)),
/// h = lambda' - lambda and h0 the same of the move before, x0_hat is extrapolated by h/(2 h0) of its change since then. The
/// first move and the one that arrives at 0 are of order 1, which is DDIM's step; a move that is more than twice as long as
/// the one before extrapolates as one that is twice as long, since plans with uneven jumps would blow up otherwise.
/// No noise is added; t == t' gives {1, 0, 0, 0} exactly. Precondition: previous is -1 or above from.
StepCoefficients multistepCoefficients(const NoiseSchedule &noise, int previous, int from, int to);

} // namespace ard
