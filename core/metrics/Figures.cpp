// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/Figures.h"
#include "metrics/Coverage.h"
#include "metrics/DistinctN.h"
#include "metrics/RougeL.h"
#include "metrics/RougeN.h"
#include "metrics/SelfBleu.h"
#include <limits>

namespace ard {

namespace {

std::size_t meanIndex(Figure figure)
{
    return static_cast<std::size_t>(figure) - static_cast<std::size_t>(Figure::Rouge1);
}

/// Adds only what this figure needs: a bootstrap does it some million times.
void addFor(Figure figure, SourceStatistics &total, const SourceStatistics &other, int times)
{
    if (figure == Figure::Bleu) {
        total.bleu.add(other.bleu, times);
    } else if (figure == Figure::BleuLowercase) {
        total.bleuLowercase.add(other.bleuLowercase, times);
    } else if (figure == Figure::Chrf) {
        total.chrf.add(other.chrf, times);
    } else {
        MeanSum &mean = total.means[meanIndex(figure)];
        mean.sum += times * other.means[meanIndex(figure)].sum;
        mean.count += times * other.means[meanIndex(figure)].count;
    }
}

} // namespace

const char *keyOf(Figure figure)
{
    static constexpr std::array<const char *, figureCount> keys{"bleu",
                                                                "bleu_lowercase",
                                                                "chrf",
                                                                "rouge_1",
                                                                "rouge_2",
                                                                "rouge_l",
                                                                "coverage",
                                                                "self_bleu",
                                                                "candidates_distinct_1",
                                                                "candidates_distinct_2"};
    return keys[static_cast<std::size_t>(figure)];
}

void SourceStatistics::add(const SourceStatistics &other, int times)
{
    for (int figure = 0; figure < figureCount; ++figure)
        addFor(static_cast<Figure>(figure), *this, other, times);
}

SourceStatistics statisticsOf(const std::string &source, const std::string &output,
                              const std::vector<std::string> &references, std::span<const std::string> candidates,
                              BleuTokens tokens)
{
    SourceStatistics result;
    result.bleu = bleuCounts(output, references, {.tokens = tokens});
    result.bleuLowercase = bleuCounts(output, references, {.lowercase = true, .tokens = tokens});
    result.chrf = chrfCounts(output, references);
    const auto put = [&](Figure figure, double value) { result.means[meanIndex(figure)] = {value, 1}; };
    put(Figure::Rouge1, sentenceRougeN(1, output, references));
    put(Figure::Rouge2, sentenceRougeN(2, output, references));
    put(Figure::RougeL, sentenceRougeL(output, references));
    if (const ConceptCount count = countConcepts(source, output); count.asked > 0)
        put(Figure::Coverage, 100.0 * count.found / count.asked);
    if (candidates.size() > 1) {
        put(Figure::SelfBleu, selfBleu(candidates, tokens));
        put(Figure::CandidatesDistinct1, distinctN(1, candidates));
        put(Figure::CandidatesDistinct2, distinctN(2, candidates));
    }
    return result;
}

SourceStatistics sumOf(std::span<const SourceStatistics> sources)
{
    SourceStatistics total;
    for (const SourceStatistics &source : sources)
        total.add(source);
    return total;
}

double valueOf(Figure figure, const SourceStatistics &total)
{
    switch (figure) {
    case Figure::Bleu:
        return bleuOf(total.bleu).score;
    case Figure::BleuLowercase:
        return bleuOf(total.bleuLowercase).score;
    case Figure::Chrf:
        return chrfOf(total.chrf);
    default:
        break;
    }
    const MeanSum &mean = total.means[meanIndex(figure)];
    if (mean.count == 0)
        return figure == Figure::Coverage ? 100.0 : std::numeric_limits<double>::quiet_NaN();
    return mean.sum / mean.count;
}

Statistic statisticFor(Figure figure, std::span<const SourceStatistics> sources)
{
    return [figure, sources](std::span<const int> times) {
        SourceStatistics total;
        for (std::size_t i = 0; i < sources.size(); ++i)
            if (times[i] > 0)
                addFor(figure, total, sources[i], times[i]);
        return valueOf(figure, total);
    };
}

} // namespace ard
