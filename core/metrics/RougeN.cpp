// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/RougeN.h"
#include "metrics/Ngrams.h"
#include "metrics/References.h"
#include "metrics/Words.h"
#include <algorithm>

namespace ard {

namespace {

std::int64_t sharedNgrams(int n, const NgramCounts &output, const NgramCounts &reference)
{
    std::int64_t shared = 0;
    for (const auto &[key, count] : output) {
        if (orderOf(key) != n)
            continue;
        if (const auto found = reference.find(key); found != reference.end())
            shared += std::min(count, found->second);
    }
    return shared;
}

} // namespace

double sentenceRougeN(int n, const std::string &hypothesis, const std::vector<std::string> &references)
{
    WordNumbers numbers;
    const CountedText output = countNgrams(lowerCasedWords(hypothesis), numbers);
    double best = 0.0;
    for (const std::string &text : references) {
        const CountedText reference = countNgrams(lowerCasedWords(text), numbers);
        if (output.length < n || reference.length < n)
            continue;
        // 2PR/(P+R) with P = shared/output and R = shared/reference.
        best = std::max(best,
                        200.0 * static_cast<double>(sharedNgrams(n, output.ngrams, reference.ngrams)) /
                            static_cast<double>(ngramsOf(output.length, n) + ngramsOf(reference.length, n)));
    }
    return best;
}

Result<double> corpusRougeN(int n, std::span<const std::string> hypotheses,
                            std::span<const std::vector<std::string>> references)
{
    ARD_TRY(checkReferences(hypotheses, references));
    double total = 0.0;
    for (std::size_t i = 0; i < hypotheses.size(); ++i)
        total += sentenceRougeN(n, hypotheses[i], references[i]);
    return total / static_cast<double>(hypotheses.size());
}

} // namespace ard
