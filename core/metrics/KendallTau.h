// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// KendallTau: rank correlation with ties (tau-b, Kendall 1945), and the settle order of a sentence measured with it.
// Pure, thread-safe.
#include <cstdint>
#include <optional>
#include <span>

namespace ard {

/// tau-b: (concordant - discordant) / sqrt((pairs - ties of x)(pairs - ties of y)), -1..1. Nothing where one side is all
/// ties or there are fewer than two values. Precondition: as many x as y.
std::optional<double> kendallTau(std::span<const int> x, std::span<const int> y);

/// Settle order against left to right: tau-b of position and settle step over the positions that hold a word at the
/// end; PAD is left out. 1: each word settles after the one to its left, -1: right to left, 0: no order. Nothing where
/// all words settle in the same step (then there is no order to measure) or there are fewer than two words.
/// settleSteps [N], finalWords [N]; what one is longer than the other is ignored.
std::optional<double> settleOrder(std::span<const int> settleSteps, std::span<const std::int32_t> finalWords,
                                  std::int32_t padId);

} // namespace ard
