// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MetricsReport: every figure of a set of outputs at once, with confidence intervals, as `ardiff metrics`, `ardiff evaluate`
// and `ardiff compare` print it. Thread-safe.
#include "metrics/Figures.h"
#include "metrics/KnownVerse.h"
#include "metrics/References.h"
#include <functional>
#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>

namespace ard {

/// Natural logarithms of the probabilities of outputs, each after its source.
using Likelihood = std::function<Result<std::vector<double>>(const std::vector<std::string> &sources,
                                                             const std::vector<std::string> &outputs)>;

struct ScoreOptions {
    BleuTokens tokens = BleuTokens::Mteval13a;
    Bootstrap bootstrap;                               ///< resamples 0: no intervals
    std::shared_ptr<const KnownWords> known = nullptr; ///< null: broken words are not counted
    std::shared_ptr<const KnownVerse> verse = nullptr; ///< null: outputs are not judged as verse
    Likelihood likelihood = nullptr;                   ///< null: nobody is asked how likely they are
};

struct MetricsReport {
    std::map<std::string, double, std::less<>> values; ///< by key of figures(), 0..100; only those that are defined
    std::map<std::string, Interval, std::less<>> intervals;
    BleuScore bleu;        ///< what the first figure is made of
    int sentences = 0;     ///< sources
    Bootstrap bootstrap;   ///< how the intervals were made
    std::string signature; ///< one line that names every choice, for comparison with other programs' figures

    std::optional<double> value(std::string_view key) const;
    std::optional<Interval> interval(std::string_view key) const;
};

/// Statistics of each source. candidates: empty, or a list for each source. Error as checkReferences says, and when
/// there are candidates for another number of sources.
Result<std::vector<SourceStatistics>> sourceStatistics(std::span<const std::string> outputs,
                                                       const ReferenceSet &references,
                                                       std::span<const std::vector<std::string>> candidates,
                                                       const ScoreOptions &options);
/// The figures that follow from statistics: all but those over all outputs together, and the signature.
MetricsReport reportOf(std::span<const SourceStatistics> sources, const ScoreOptions &options);
Result<MetricsReport> scoreOutputs(std::span<const std::string> outputs, const ReferenceSet &references,
                                   const ScoreOptions &options = {},
                                   std::span<const std::vector<std::string>> candidates = {});

/// "13a", "intl", "words"
const char *nameOf(BleuTokens tokens);
/// In the form of sacreBLEU for BLEU, then every other choice; candidates says whether figures over them are included.
std::string metricsSignature(const ReferenceSet &references, const ScoreOptions &options, bool candidates);

/// {"bleu","bleu_lowercase","chrf","rouge_1","rouge_2","rouge_l","coverage"[,"distinct_1","distinct_2"][,"self_bleu",
/// "candidates_distinct_1","candidates_distinct_2"][,"broken_words"],"repeated_words","sentences","bleu_detail":{"precisions","brevity_penalty",
/// "hypothesis_length","reference_length"}[,"intervals":{key:[low,high]},"bootstrap":{"resamples","confidence","seed"}]
/// [,"signature"]}; scores from 0 to 100.
nlohmann::ordered_json toJson(const MetricsReport &report);
/// A small table for people, one figure a line.
std::string toText(const MetricsReport &report);

} // namespace ard
