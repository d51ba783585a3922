// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ngrams: n-grams of words as numbers, which the metrics that compare words count. Pure, thread-safe.
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ard {

inline constexpr int maxNgramOrder = 4;

using NgramKey = std::array<std::uint32_t, maxNgramOrder>; ///< word numbers from 1, the rest 0

struct NgramHash {
    std::size_t operator()(const NgramKey &key) const;
};

using NgramCounts = std::unordered_map<NgramKey, std::int64_t, NgramHash>;

/// Numbers words from 1 in the order in which they come. Texts that are compared share one.
using WordNumbers = std::unordered_map<std::string, std::uint32_t>;

/// The words of one text, counted: every n-gram of 1 to maxNgramOrder words.
struct CountedText {
    std::int64_t length = 0; ///< words
    NgramCounts ngrams;
};

/// The order n of an n-gram, 1..maxNgramOrder.
int orderOf(const NgramKey &key);
/// How many n-grams of this order a text of so many words has.
std::int64_t ngramsOf(std::int64_t length, int order);
CountedText countNgrams(std::span<const std::string_view> words, WordNumbers &numbers);
CountedText countNgrams(std::span<const std::string> words, WordNumbers &numbers);

} // namespace ard
