// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Chrf: chrF2 as sacreBLEU 2 computes it (Popovic 2015): character n-grams up to 6 without white space, recall weighted
// twice, of several references the best, statistics summed over the corpus. Mixed case. Pure functions, thread-safe.
#include "base/Result.h"
#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ard {

inline constexpr std::size_t chrfOrder = 6;

/// What chrF is computed from. It adds up over sentences, as the counts of BLEU do.
struct ChrfCounts {
    struct Order {
        std::int64_t hypothesis = 0, reference = 0, match = 0; ///< character n-grams
    };
    std::array<Order, chrfOrder> orders{};
    void add(const ChrfCounts &other, std::int64_t times = 1);
};

/// The character n-grams of one text, counted once for many comparisons.
class ChrfText {
public:
    explicit ChrfText(const std::string &text);
    /// This text as the hypothesis, the other as the reference.
    ChrfCounts against(const ChrfText &reference) const;

private:
    using Ngrams = std::unordered_map<std::u32string_view, std::int64_t>;
    std::unique_ptr<const std::u32string> m_points; ///< what the views point into, wherever this object moves
    std::array<Ngrams, chrfOrder> m_ngrams;
};

/// Counts of one sentence against the reference that is best for it; empty references are left out.
ChrfCounts chrfCounts(const std::string &hypothesis, const std::vector<std::string> &references);
/// 0..100
double chrfOf(const ChrfCounts &counts);

/// 0..100. Error when the counts differ, when there is nothing to score, or when a sentence has no reference.
Result<double> corpusChrf(std::span<const std::string> hypotheses,
                          std::span<const std::vector<std::string>> references);

} // namespace ard
