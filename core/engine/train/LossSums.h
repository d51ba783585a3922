// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LossSums: what happened in the steps of a training since the last row of its log. No torch.
#include <array>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <vector>

namespace ard {

constexpr int kLossBuckets = 10; ///< equal parts of the timestep axis

struct LossSums {
    double loss = 0, nll = 0, mse = 0, gradientNorm = 0;
    int64_t steps = 0, tokens = 0, words = 0, wordsRight = 0;
    int64_t lengths = 0, lengthsRight = 0; ///< sentences whose length a length head chose; 0 without one
    std::array<double, kLossBuckets> bucketNll{};
    std::array<int64_t, kLossBuckets> bucketCount{};

    double meanLoss() const { return loss / static_cast<double>(steps > 0 ? steps : 1); }
    /// What processes that share a batch add up, in a fixed order: all but steps and gradientNorm, which each has whole.
    std::vector<double> shared() const;
    void setShared(std::span<const double> values);

    nlohmann::json toJson() const;
    /// Anything that is not made of such sums leaves these as they are.
    void readJson(const nlohmann::json &json);
};

} // namespace ard
