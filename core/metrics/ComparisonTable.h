// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ComparisonTable: what `ardiff compare` finds, one row for each timestep schedule, number of sampling steps and number of
// candidates, rows of yardsticks after them, and the forms in which it is written. Pure values, thread-safe.
#include "metrics/MetricsReport.h"
#include <nlohmann/json.hpp>

namespace ard {

/// A mean over outputs, and over how many of them it was defined.
struct MeanOf {
    std::optional<double> mean; ///< nothing where it was defined for none
    int count = 0;
};
MeanOf meanOf(std::span<const std::optional<double>> values);

struct ComparisonRow {
    std::string schedule; ///< as it was asked for, "ar-diffusion:anchor-scale=1"; or what else wrote the sentences
    int steps = 0;        ///< sampling steps M; 0: not written by diffusion
    int candidates = 1;   ///< k
    std::int64_t modelCalls = 0; ///< of one source: of all its candidates, with one seed
    double seconds = 0;          ///< of one source with one seed, all candidates, without scoring and measuring
    MetricsReport report;        ///< over all seeds; a source is one sentence
    std::vector<double> bleuBySeed;
    /// Kendall's tau-b of settle step against position over words (metrics/KendallTau.h), mean over all candidates of all
    /// sources and seeds: by the word, and by the timestep, which is a property of the schedule and the lengths alone.
    MeanOf tauByWord, tauBySchedule;
    /// Mean over words: the share of the M model calls after which the word never changes again, 0..1. Nothing where no
    /// word settles.
    std::optional<double> settledAfter;
    std::string against; ///< the first schedule, at the same steps and candidates; empty in its own rows
    std::optional<PairedDifference> bleuDifference;
};

struct Comparison {
    nlohmann::ordered_json settings; ///< of the whole table: model, seeds, sources, eta ..
    std::vector<ComparisonRow> rows;
};

/// Columns aligned for the eye, valid Markdown.
std::string comparisonTable(const Comparison &comparison);
/// The table with the settings above it.
std::string toMarkdown(const Comparison &comparison);
/// One header line, one line a row; empty cells where a figure is not defined. Fields with a comma or a quote are quoted.
std::string toCsv(const Comparison &comparison);
/// The settings and "rows": a list; figures as in toJson(MetricsReport), null where one is not defined.
nlohmann::ordered_json toJson(const Comparison &comparison);

} // namespace ard
