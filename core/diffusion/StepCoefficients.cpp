// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diffusion/StepCoefficients.h"
#include <algorithm>
#include <cassert>
#include <cmath>

namespace ard {

namespace {

/// log(sqrt(A)/sqrt(1-A)): half the logarithm of the signal-to-noise ratio; rises as t falls.
double lambdaOf(const NoiseSchedule &noise, int t)
{
    return 0.5 * std::log(noise.alphaBar[t] / (1.0 - noise.alphaBar[t]));
}

constexpr double largestExtrapolation = 1.0;

} // namespace

StepCoefficients stepCoefficients(const NoiseSchedule &noise, int from, int to, double eta)
{
    assert(0 <= to && to <= from && from < noise.diffusionSteps() && eta >= 0 && eta <= 1);
    if (from == to)
        return {};
    const double a = noise.alphaBar[from];
    const double b = noise.alphaBar[to];
    const double ratio = a / b;
    StepCoefficients step;
    if (eta == 1.0) {
        // Mean of q(x_to | x_from, x0), which is also what the general form below comes to at eta 1.
        step.latent = std::sqrt(ratio) * (1.0 - b) / (1.0 - a);
        step.clean = std::sqrt(b) * (1.0 - ratio) / (1.0 - a);
    } else {
        const double remaining = std::max(0.0, (1.0 - a) - eta * eta * (1.0 - ratio));
        step.latent = std::sqrt((1.0 - b) * remaining) / (1.0 - a);
        step.clean = std::sqrt(b) - step.latent * std::sqrt(a);
    }
    if (to != 0)
        step.noise = eta * std::sqrt((1.0 - ratio) * (1.0 - b) / (1.0 - a));
    return step;
}

StepCoefficients multistepCoefficients(const NoiseSchedule &noise, int previous, int from, int to)
{
    assert(previous == -1 || (from < previous && previous < noise.diffusionSteps()));
    StepCoefficients step = stepCoefficients(noise, from, to, 0.0);
    if (from == to || previous < 0 || to == 0)
        return step;
    const double here = lambdaOf(noise, from);
    const double ratio = (lambdaOf(noise, to) - here) / (here - lambdaOf(noise, previous));
    const double weight = std::min(0.5 * ratio, largestExtrapolation);
    step.previous = -weight * step.clean;
    step.clean += weight * step.clean;
    return step;
}

} // namespace ard
