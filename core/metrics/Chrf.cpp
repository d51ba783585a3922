// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/Chrf.h"
#include "base/Unicode.h"
#include "metrics/References.h"
#include <algorithm>

namespace ard {

namespace {

constexpr double betaSquared = 4.0;

std::u32string withoutSpace(const std::string &text)
{
    std::u32string points = decodeUtf8(text);
    std::erase_if(points, isSpace);
    return points;
}

/// How many n-grams of order n a text of so many characters has.
std::int64_t countOf(std::size_t length, std::size_t n)
{
    return length < n ? 0 : static_cast<std::int64_t>(length - n + 1);
}

} // namespace

void ChrfCounts::add(const ChrfCounts &other, std::int64_t times)
{
    for (std::size_t n = 0; n < chrfOrder; ++n) {
        orders[n].hypothesis += times * other.orders[n].hypothesis;
        orders[n].reference += times * other.orders[n].reference;
        orders[n].match += times * other.orders[n].match;
    }
}

ChrfText::ChrfText(const std::string &text) : m_points(std::make_unique<const std::u32string>(withoutSpace(text)))
{
    const std::u32string_view view(*m_points);
    for (std::size_t n = 1; n <= chrfOrder; ++n)
        for (std::size_t start = 0; start + n <= view.size(); ++start)
            ++m_ngrams[n - 1][view.substr(start, n)];
}

ChrfCounts ChrfText::against(const ChrfText &reference) const
{
    ChrfCounts counts;
    for (std::size_t n = 0; n < chrfOrder; ++n) {
        auto &row = counts.orders[n];
        row.reference = countOf(reference.m_points->size(), n + 1);
        // A reference too short for this order does not count against the hypothesis.
        row.hypothesis = row.reference == 0 ? 0 : countOf(m_points->size(), n + 1);
        for (const auto &[text, count] : m_ngrams[n])
            if (const auto found = reference.m_ngrams[n].find(text); found != reference.m_ngrams[n].end())
                row.match += std::min(count, found->second);
    }
    return counts;
}

/// F-score of the mean precision and the mean recall over the orders that both sides have.
double chrfOf(const ChrfCounts &counts)
{
    double precision = 0.0;
    double recall = 0.0;
    int orders = 0;
    for (const auto &row : counts.orders) {
        if (row.hypothesis == 0 || row.reference == 0)
            continue;
        precision += static_cast<double>(row.match) / static_cast<double>(row.hypothesis);
        recall += static_cast<double>(row.match) / static_cast<double>(row.reference);
        ++orders;
    }
    if (precision + recall == 0.0)
        return 0.0;
    precision /= orders;
    recall /= orders;
    return 100.0 * (1.0 + betaSquared) * precision * recall / (betaSquared * precision + recall);
}

ChrfCounts chrfCounts(const std::string &hypothesis, const std::vector<std::string> &references)
{
    const ChrfText text(hypothesis);
    ChrfCounts best;
    double bestScore = -1.0;
    for (const std::string &reference : references) {
        if (reference.empty())
            continue;
        const ChrfCounts counts = text.against(ChrfText(reference));
        if (const double score = chrfOf(counts); score > bestScore) {
            bestScore = score;
            best = counts;
        }
    }
    return best;
}

Result<double> corpusChrf(std::span<const std::string> hypotheses, std::span<const std::vector<std::string>> references)
{
    ARD_TRY(checkReferences(hypotheses, references));
    ChrfCounts total;
    for (std::size_t i = 0; i < hypotheses.size(); ++i)
        total.add(chrfCounts(hypotheses[i], references[i]));
    return chrfOf(total);
}

} // namespace ard
