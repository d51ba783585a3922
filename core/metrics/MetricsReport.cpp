// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/MetricsReport.h"
#include "metrics/DistinctN.h"
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace ard {

namespace {

std::optional<double> unlessNone(double value)
{
    return std::isnan(value) ? std::nullopt : std::optional<double>(value);
}

std::string formatted(const char *format, double a, double b = 0)
{
    char text[80];
    std::snprintf(text, sizeof text, format, a, b);
    return text;
}

std::string line(const char *name, std::optional<double> value, const std::optional<Interval> &interval,
                 const std::string &note)
{
    if (!value)
        return {};
    std::string text = name;
    text.resize(18, ' ');
    text += formatted("%7.2f  ", *value);
    std::string range = interval ? formatted("%.2f to %.2f", interval->low, interval->high) : std::string();
    range.resize(std::max<std::size_t>(range.size(), 16), ' ');
    text += range + "  " + note;
    text.erase(text.find_last_not_of(' ') + 1);
    return text + "\n";
}

std::string referenceCount(const ReferenceSet &references)
{
    std::size_t least = references.references.front().size(), most = least;
    for (const auto &list : references.references) {
        least = std::min(least, list.size());
        most = std::max(most, list.size());
    }
    return least == most ? std::to_string(most) : "var";
}

} // namespace

Result<std::vector<SourceStatistics>> sourceStatistics(std::span<const std::string> outputs,
                                                       const ReferenceSet &references,
                                                       std::span<const std::vector<std::string>> candidates,
                                                       BleuTokens tokens)
{
    ARD_TRY(checkReferences(outputs, references.references));
    if (!candidates.empty() && candidates.size() != outputs.size())
        return fail(ErrorCode::InvalidArgument,
                    "There are candidates for " + std::to_string(candidates.size()) + " of " +
                        std::to_string(outputs.size()) + " sources: one line for each is needed");
    std::vector<SourceStatistics> statistics;
    for (std::size_t i = 0; i < outputs.size(); ++i)
        statistics.push_back(statisticsOf(references.sources[i], outputs[i], references.references[i],
                                          candidates.empty() ? std::span<const std::string>() : candidates[i], tokens));
    return statistics;
}

MetricsReport reportOf(std::span<const SourceStatistics> sources, const ScoreOptions &options)
{
    const SourceStatistics total = sumOf(sources);
    MetricsReport report;
    report.bleu = bleuOf(total.bleu);
    report.bleuLowercase = valueOf(Figure::BleuLowercase, total);
    report.chrf = valueOf(Figure::Chrf, total);
    report.rouge1 = valueOf(Figure::Rouge1, total);
    report.rouge2 = valueOf(Figure::Rouge2, total);
    report.rougeL = valueOf(Figure::RougeL, total);
    report.coverage = valueOf(Figure::Coverage, total);
    report.selfBleu = unlessNone(valueOf(Figure::SelfBleu, total));
    report.candidatesDistinct1 = unlessNone(valueOf(Figure::CandidatesDistinct1, total));
    report.candidatesDistinct2 = unlessNone(valueOf(Figure::CandidatesDistinct2, total));
    report.sentences = static_cast<int>(sources.size());
    report.bootstrap = options.bootstrap;
    if (options.bootstrap.resamples == 0 || sources.empty())
        return report;
    std::vector<Figure> figures;
    std::vector<Statistic> statistics;
    for (int i = 0; i < (report.selfBleu ? figureCount : static_cast<int>(Figure::SelfBleu)); ++i) {
        figures.push_back(static_cast<Figure>(i));
        statistics.push_back(statisticFor(figures.back(), sources));
    }
    const auto intervals = bootstrapIntervals(sources.size(), statistics, options.bootstrap);
    for (std::size_t i = 0; i < figures.size(); ++i)
        report.intervals[static_cast<std::size_t>(figures[i])] = intervals[i];
    return report;
}

Result<MetricsReport> scoreOutputs(std::span<const std::string> outputs, const ReferenceSet &references,
                                   const ScoreOptions &options, std::span<const std::vector<std::string>> candidates)
{
    ARD_ASSIGN(const auto statistics, sourceStatistics(outputs, references, candidates, options.tokens));
    MetricsReport report = reportOf(statistics, options);
    report.distinct1 = distinctN(1, outputs);
    report.distinct2 = distinctN(2, outputs);
    report.signature = metricsSignature(references, options, report.selfBleu.has_value());
    return report;
}

const char *nameOf(BleuTokens tokens)
{
    return tokens == BleuTokens::Mteval13a ? "13a" : tokens == BleuTokens::International ? "intl" : "words";
}

std::string metricsSignature(const ReferenceSet &references, const ScoreOptions &options, bool candidates)
{
    const std::string count = "nrefs:" + referenceCount(references);
    const std::string tokens = nameOf(options.tokens);
    const char *letters = options.tokens == BleuTokens::Words ? "lower" : "mixed";
    std::string text = count + "|case:" + letters + "|eff:no|tok:" + tokens + "|smooth:exp";
    text += "; chrF2 " + count + "|case:mixed|eff:yes|nc:6|nw:0|space:no";
    text += "; ROUGE " + count + "|case:lower|stem:no|tok:alnum|f1|best";
    text += "; coverage case:lower|stem:en|tok:alnum; distinct case:lower|tok:alnum";
    if (candidates)
        text += "; self-BLEU sentence|case:" + std::string(letters) + "|eff:yes|tok:" + tokens + "|smooth:exp";
    if (options.bootstrap.resamples > 0)
        text += "; bootstrap percentile|bs:" + std::to_string(options.bootstrap.resamples) +
            "|ci:" + formatted("%g", options.bootstrap.confidence) + "|seed:" + std::to_string(options.bootstrap.seed);
    return text;
}

nlohmann::ordered_json toJson(const MetricsReport &report)
{
    nlohmann::ordered_json json{{"bleu", report.bleu.score},  {"bleu_lowercase", report.bleuLowercase},
                                {"chrf", report.chrf},        {"rouge_1", report.rouge1},
                                {"rouge_2", report.rouge2},   {"rouge_l", report.rougeL},
                                {"coverage", report.coverage}};
    const auto put = [&](const char *key, const std::optional<double> &value) {
        if (value)
            json[key] = *value;
    };
    put("distinct_1", report.distinct1);
    put("distinct_2", report.distinct2);
    put("self_bleu", report.selfBleu);
    put("candidates_distinct_1", report.candidatesDistinct1);
    put("candidates_distinct_2", report.candidatesDistinct2);
    json["sentences"] = report.sentences;
    json["bleu_detail"] = {{"precisions", report.bleu.precisions},
                           {"brevity_penalty", report.bleu.brevityPenalty},
                           {"hypothesis_length", report.bleu.hypothesisLength},
                           {"reference_length", report.bleu.referenceLength}};
    nlohmann::ordered_json intervals;
    for (int i = 0; i < figureCount; ++i)
        if (const auto &interval = report.intervals[static_cast<std::size_t>(i)])
            intervals[keyOf(static_cast<Figure>(i))] = {interval->low, interval->high};
    if (!intervals.empty()) {
        json["intervals"] = std::move(intervals);
        json["bootstrap"] = {{"resamples", report.bootstrap.resamples},
                             {"confidence", report.bootstrap.confidence},
                             {"seed", report.bootstrap.seed}};
    }
    if (!report.signature.empty())
        json["signature"] = report.signature;
    return json;
}

std::string toText(const MetricsReport &report)
{
    const auto &bleu = report.bleu;
    char detail[160];
    std::snprintf(detail, sizeof detail, "1- to 4-gram precision %.1f / %.1f / %.1f / %.1f, brevity penalty %.3f",
                  bleu.precisions[0], bleu.precisions[1], bleu.precisions[2], bleu.precisions[3], bleu.brevityPenalty);
    const auto of = [&](Figure figure) { return report.intervals[static_cast<std::size_t>(figure)]; };
    std::string text;
    if (of(Figure::Bleu))
        text += "                             " + formatted("%g %% interval", report.bootstrap.confidence) + "\n";
    text += line("BLEU", bleu.score, of(Figure::Bleu), detail) +
        line("  lower case", report.bleuLowercase, of(Figure::BleuLowercase), "") +
        line("chrF2", report.chrf, of(Figure::Chrf), "") +
        line("ROUGE-1", report.rouge1, of(Figure::Rouge1), "F1, best reference") +
        line("ROUGE-2", report.rouge2, of(Figure::Rouge2), "") +
        line("ROUGE-L", report.rougeL, of(Figure::RougeL), "") +
        line("coverage", report.coverage, of(Figure::Coverage), "share of the source's concepts found") +
        line("distinct-1", report.distinct1, {}, "different words and pairs of words") +
        line("distinct-2", report.distinct2, {}, "in a hundred, over all outputs") +
        line("self-BLEU", report.selfBleu, of(Figure::SelfBleu), "of the candidates for a source; 100: all the same") +
        line("  distinct-1", report.candidatesDistinct1, of(Figure::CandidatesDistinct1), "") +
        line("  distinct-2", report.candidatesDistinct2, of(Figure::CandidatesDistinct2), "");
    text += "sentences         " + formatted("%7.0f", report.sentences) + "\n";
    if (!report.signature.empty())
        text += "signature         " + report.signature + "\n";
    return text;
}

} // namespace ard
