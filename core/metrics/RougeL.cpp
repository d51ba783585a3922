// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/RougeL.h"
#include "metrics/References.h"
#include "metrics/Words.h"
#include <algorithm>
#include <bit>
#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace ard {

namespace {

/// Length of the longest common subsequence; 64 cells of a row of the table at once (Hyyro 2004): a bit of `row` is 0 where the
/// length grows from one word of b to the next.
std::size_t commonLength(const std::vector<std::string> &a, const std::vector<std::string> &b)
{
    constexpr std::size_t width = 64;
    std::unordered_map<std::string_view, std::vector<std::size_t>> places;
    for (std::size_t j = 0; j < b.size(); ++j)
        places[b[j]].push_back(j);
    std::vector<std::uint64_t> row((b.size() + width - 1) / width, ~std::uint64_t{0}), matches(row.size(), 0);
    for (const std::string &word : a) {
        const auto found = places.find(word);
        if (found == places.end())
            continue;
        for (const std::size_t j : found->second)
            matches[j / width] |= std::uint64_t{1} << j % width;
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::uint64_t matched = row[i] & matches[i], half = row[i] + matched, sum = half + carry;
            carry = (half < matched) | (sum < carry);
            row[i] = sum | (row[i] & ~matches[i]);
        }
        for (const std::size_t j : found->second)
            matches[j / width] = 0;
    }
    std::size_t length = 0; // bits beyond the last word of b never match and stay 1
    for (const std::uint64_t bits : row)
        length += static_cast<std::size_t>(std::popcount(~bits));
    return length;
}

} // namespace

double sentenceRougeL(const std::string &hypothesis, const std::vector<std::string> &references)
{
    const auto output = lowerCasedWords(hypothesis);
    double best = 0.0;
    for (const std::string &text : references) {
        const auto reference = lowerCasedWords(text);
        if (output.empty() || reference.empty())
            continue;
        // 2PR/(P+R) with P = common/output and R = common/reference.
        best = std::max(best,
                        200.0 * static_cast<double>(commonLength(output, reference)) /
                            static_cast<double>(output.size() + reference.size()));
    }
    return best;
}

Result<double> corpusRougeL(std::span<const std::string> hypotheses,
                            std::span<const std::vector<std::string>> references)
{
    ARD_TRY(checkReferences(hypotheses, references));
    double total = 0.0;
    for (std::size_t i = 0; i < hypotheses.size(); ++i)
        total += sentenceRougeL(hypotheses[i], references[i]);
    return total / static_cast<double>(hypotheses.size());
}

} // namespace ard
