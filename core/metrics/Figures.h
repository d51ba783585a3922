// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Figures: the scores of a set of outputs and what each is computed from, source by source. Statistics of a source add
// up, over several outputs for it (seeds) and over sources, so that a figure can be computed for all sources, for a part
// or for a resample (metrics/Bootstrap.h). Pure, thread-safe.
#include "metrics/Bleu.h"
#include "metrics/Bootstrap.h"
#include "metrics/BrokenWords.h"
#include "metrics/Chrf.h"
#include <limits>
#include <string_view>

namespace ard {

class KnownVerse;

/// Figures at most: statistics have a sum for each.
inline constexpr std::size_t kMaxFigures = 32;

struct MeanSum {
    double sum = 0;
    int count = 0; ///< outputs that have this figure
};

struct SourceStatistics {
    BleuCounts bleu, bleuLowercase;
    ChrfCounts chrf;
    std::array<MeanSum, kMaxFigures> means{}; ///< by row of figures()
    void add(const SourceStatistics &other, int times = 1);
};

/// One output for one source. candidates: all texts for the source, or fewer than two where there were none.
struct ScoredOutput {
    const std::string &source, &output;
    const std::vector<std::string> &references;
    std::span<const std::string> candidates;
    BleuTokens tokens;
    const KnownWords *known = nullptr; ///< null: nobody says which words there are
    const KnownVerse *verse = nullptr; ///< null: it is not judged as verse
    /// Natural logarithm of its probability for a character, by some model; not a number: nobody was asked.
    double logProbability = std::numeric_limits<double>::quiet_NaN();
};

/// What a row's part of the signature can say.
struct SignatureParts {
    std::string references;  ///< "nrefs:1"
    std::string tokens;      ///< "13a"
    std::string letters;     ///< "mixed", "lower": what BLEU compares
    bool verse = false;      ///< outputs are judged as verse
    bool likelihood = false; ///< a model says how likely they are
};

/// A row of the table of figures, from which reports, their texts, JSON, signature and the comparison table follow: a new
/// figure is its own files and a row in Figures.cpp. Exactly one of measure, count and ofAll is set.
struct Figure {
    std::string key;           ///< in JSON and in tables of numbers: "rouge_l"
    std::string title;         ///< for people; two spaces before it: a variant of the figure above
    std::string note = {};     ///< after the interval, for people
    std::string column = {};   ///< heading in the table of a comparison; empty: not there
    bool inCsv = false;        ///< a column of the comparison's CSV
    bool whereDefined = false; ///< no column in tables and CSV where no row has it
    bool ofCandidates = false; ///< only where there were several candidates for each source
    /// A mean over outputs: the figure of one; NaN: it has none.
    double (*measure)(const ScoredOutput &output) = nullptr;
    /// Counts that add up: what is added for a source, and the figure of the sum.
    void (*count)(SourceStatistics &total, const SourceStatistics &other, int times) = nullptr;
    double (*value)(const SourceStatistics &total) = nullptr;
    /// Over all outputs together; without interval, as a resample repeats sentences.
    double (*ofAll)(std::span<const std::string> outputs) = nullptr;
    double ofNothing = std::numeric_limits<double>::quiet_NaN(); ///< a mean of nothing
    /// The choices behind the figure and those below it that have none of their own; "" where none was made.
    std::string (*signature)(const SignatureParts &parts) = nullptr;
};

const std::vector<Figure> &figures();
/// Precondition: there is one of this key.
const Figure &figure(std::string_view key);

/// Precondition: a reference that is not empty.
SourceStatistics statisticsOf(const ScoredOutput &output);

SourceStatistics sumOf(std::span<const SourceStatistics> sources);
/// 0..100, but for lengths and log probabilities; ofNothing for a mean of nothing. Not of a figure over all outputs.
double valueOf(const Figure &figure, const SourceStatistics &total);
double valueOf(std::string_view key, const SourceStatistics &total);
/// The figure as a function of how often each source is there. The statistics must outlive it.
Statistic statisticFor(const Figure &figure, std::span<const SourceStatistics> sources);

} // namespace ard
