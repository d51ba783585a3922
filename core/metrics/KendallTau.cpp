// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/KendallTau.h"
#include <algorithm>
#include <cmath>
#include <vector>

namespace ard {

namespace {

int sign(int a, int b)
{
    return a < b ? -1 : a > b ? 1 : 0;
}

} // namespace

std::optional<double> kendallTau(std::span<const int> x, std::span<const int> y)
{
    std::int64_t balance = 0, untiedX = 0, untiedY = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        for (std::size_t j = i + 1; j < x.size(); ++j) {
            const int a = sign(x[i], x[j]), b = sign(y[i], y[j]);
            balance += a * b;
            untiedX += a != 0;
            untiedY += b != 0;
        }
    }
    if (untiedX == 0 || untiedY == 0)
        return std::nullopt;
    return static_cast<double>(balance) / std::sqrt(static_cast<double>(untiedX) * static_cast<double>(untiedY));
}

std::optional<double> settleOrder(std::span<const int> settleSteps, std::span<const std::int32_t> finalWords,
                                  std::int32_t padId)
{
    std::vector<int> positions, steps;
    for (std::size_t n = 0; n < std::min(settleSteps.size(), finalWords.size()); ++n) {
        if (finalWords[n] == padId)
            continue;
        positions.push_back(static_cast<int>(n));
        steps.push_back(settleSteps[n]);
    }
    return kendallTau(positions, steps);
}

} // namespace ard
