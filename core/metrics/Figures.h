// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Figures: the scores of a set of outputs and what each is computed from, source by source. Statistics of a source add
// up, over several outputs for it (seeds) and over sources, so that a figure can be computed for all sources, for a part
// or for a resample (metrics/Bootstrap.h). Pure, thread-safe.
#include "metrics/Bleu.h"
#include "metrics/Bootstrap.h"
#include "metrics/Chrf.h"

namespace ard {

enum class Figure {
    Bleu,
    BleuLowercase,
    Chrf,
    Rouge1,
    Rouge2,
    RougeL,
    Coverage,
    SelfBleu, ///< of the candidates for a source, as the following two; NaN without candidates
    CandidatesDistinct1,
    CandidatesDistinct2,
};
inline constexpr int figureCount = 10;

/// The key in JSON and in tables of numbers: "bleu", "rouge_l".
const char *keyOf(Figure figure);

/// Figures that are means over outputs: Rouge1 and all that follow.
inline constexpr int meanFigureCount = figureCount - static_cast<int>(Figure::Rouge1);

struct MeanSum {
    double sum = 0;
    int count = 0; ///< outputs that have this figure
};

struct SourceStatistics {
    BleuCounts bleu, bleuLowercase;
    ChrfCounts chrf;
    std::array<MeanSum, meanFigureCount> means{};
    void add(const SourceStatistics &other, int times = 1);
};

/// candidates: all texts for the source, or fewer than two where there were none. Precondition: a reference that is not empty.
SourceStatistics statisticsOf(const std::string &source, const std::string &output,
                              const std::vector<std::string> &references, std::span<const std::string> candidates,
                              BleuTokens tokens);

SourceStatistics sumOf(std::span<const SourceStatistics> sources);
/// 0..100; NaN for a mean of nothing, but 100 for coverage where no source asks for anything.
double valueOf(Figure figure, const SourceStatistics &total);
/// The figure as a function of how often each source is there. The statistics must outlive it.
Statistic statisticFor(Figure figure, std::span<const SourceStatistics> sources);

} // namespace ard
