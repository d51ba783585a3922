// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/MinimumBayesRisk.h"

#include "base/Unicode.h"
#include "base/UnicodeText.h"
#include "metrics/Bleu.h"
#include "metrics/Chrf.h"
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

namespace ard {
namespace {

/// BLEU with one added to matches and totals, 0..100, as the reference implementation's pymteval.py.
double smoothedBleu(const CountedText &output, const CountedText &reference)
{
    const CountedText *references[] = {&reference};
    const BleuCounts counts = bleuCounts(output, references);
    double logSum = 0;
    for (std::size_t n = 0; n < bleuOrder; ++n)
        logSum += std::log(static_cast<double>(counts.correct[n] + 1) / static_cast<double>(counts.total[n] + 1));
    const double shortness = counts.hypothesisLength >= counts.referenceLength
        ? 0
        : 1 - static_cast<double>(counts.referenceLength) / static_cast<double>(counts.hypothesisLength);
    return 100 * std::exp(shortness + logSum / bleuOrder);
}

/// agreement(i, j) for each pair of different texts.
template <class Agreement>
std::vector<std::vector<double>> pairwise(std::size_t count, Agreement agreement)
{
    std::vector<std::vector<double>> table(count, std::vector<double>(count, 100.0));
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j < count; ++j)
            if (i != j)
                table[i][j] = agreement(i, j);
    return table;
}

bool isChinese(const std::string &text)
{
    const std::u32string points = decodeUtf8(text);
    return std::any_of(points.begin(), points.end(), isHanCharacter);
}

std::vector<std::vector<double>> bleuTable(std::span<const std::string> texts)
{
    const bool characters = std::any_of(texts.begin(), texts.end(), isChinese);
    WordNumbers numbers;
    std::vector<CountedText> counted;
    for (const std::string &text : texts)
        counted.push_back(
            countTokens(text, characters ? BleuTokens::Characters : BleuTokens::Mteval13a, true, numbers));
    return pairwise(texts.size(), [&](std::size_t i, std::size_t j) {
        if (counted[i].length == 0 || counted[j].length == 0)
            return 0.0;
        return smoothedBleu(counted[j], counted[i]); // the reversal: the judged candidate i is the reference
    });
}

std::vector<std::vector<double>> chrfTable(std::span<const std::string> texts)
{
    std::vector<ChrfText> counted(texts.begin(), texts.end());
    return pairwise(texts.size(), [&](std::size_t i, std::size_t j) { return chrfOf(counted[i].against(counted[j])); });
}

} // namespace

RiskMatrix riskMatrix(std::span<const std::string> candidates, Risk risk)
{
    // Candidates repeat often: each pair of different texts is scored once.
    std::vector<std::string> different;
    std::vector<std::size_t> which;
    for (const std::string &candidate : candidates) {
        const auto found = std::find(different.begin(), different.end(), candidate);
        which.push_back(static_cast<std::size_t>(found - different.begin()));
        if (found == different.end())
            different.push_back(candidate);
    }
    const auto table = risk == Risk::Bleu ? bleuTable(different) : chrfTable(different);
    RiskMatrix matrix;
    const std::size_t count = candidates.size();
    for (std::size_t i = 0; i < count; ++i) {
        auto &row = matrix.agreement.emplace_back();
        for (std::size_t j = 0; j < count; ++j)
            row.push_back(table[which[i]][which[j]]);
        const double total = std::accumulate(row.begin(), row.end(), 0.0) - row[i];
        matrix.mean.push_back(count == 1 ? 100.0 : total / static_cast<double>(count - 1));
        // Sums of the same numbers in another order differ in their last digits: equally good means equally good.
        if (matrix.mean[i] > matrix.mean[static_cast<std::size_t>(matrix.chosen)] + 1e-9)
            matrix.chosen = static_cast<int>(i);
    }
    return matrix;
}

int minimumBayesRiskChoice(std::span<const std::string> candidates, Risk risk)
{
    return riskMatrix(candidates, risk).chosen;
}

nlohmann::ordered_json toJson(const RiskMatrix &matrix)
{
    nlohmann::ordered_json risk = nlohmann::ordered_json::array(), agreement = risk;
    for (std::size_t i = 0; i < matrix.agreement.size(); ++i) {
        risk.push_back(100 - matrix.mean[i]);
        nlohmann::ordered_json row = matrix.agreement[i];
        row[i] = nullptr;
        agreement.push_back(std::move(row));
    }
    return {{"chosen", matrix.chosen}, {"risk", std::move(risk)}, {"agreement", std::move(agreement)}};
}

} // namespace ard
