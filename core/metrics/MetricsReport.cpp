// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/MetricsReport.h"
#include "base/Unicode.h"
#include "metrics/DistinctN.h"
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace ard {

namespace {

template <class Map>
std::optional<typename Map::mapped_type> found(const Map &map, std::string_view key)
{
    const auto entry = map.find(key);
    return entry == map.end() ? std::nullopt : std::optional(entry->second);
}

std::string formatted(const char *format, double a, double b = 0)
{
    char text[80];
    std::snprintf(text, sizeof text, format, a, b);
    return text;
}

std::string line(const std::string &name, std::optional<double> value, const std::optional<Interval> &interval,
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

/// Log probability for a character of each output; not a number where nobody is asked, or it has no character.
Result<std::vector<double>> likelihoodOf(std::span<const std::string> outputs, const ReferenceSet &references,
                                         const ScoreOptions &options)
{
    std::vector<double> each(outputs.size(), std::nan(""));
    if (!options.likelihood)
        return each;
    ARD_ASSIGN(const std::vector<double> whole,
               options.likelihood(references.sources, std::vector<std::string>(outputs.begin(), outputs.end())));
    for (std::size_t i = 0; i < each.size(); ++i) {
        const std::u32string points = decodeUtf8(outputs[i]);
        const auto characters = std::count_if(points.begin(), points.end(), [](char32_t c) { return !isSpace(c); });
        if (characters > 0)
            each[i] = whole.at(i) / static_cast<double>(characters);
    }
    return each;
}

} // namespace

Result<std::vector<SourceStatistics>> sourceStatistics(std::span<const std::string> outputs,
                                                       const ReferenceSet &references,
                                                       std::span<const std::vector<std::string>> candidates,
                                                       const ScoreOptions &options)
{
    ARD_TRY(checkReferences(outputs, references.references));
    if (!candidates.empty() && candidates.size() != outputs.size())
        return fail(ErrorCode::InvalidArgument,
                    "There are candidates for " + std::to_string(candidates.size()) + " of " +
                        std::to_string(outputs.size()) + " sources: one line for each is needed");
    ARD_ASSIGN(const std::vector<double> likely, likelihoodOf(outputs, references, options));
    std::vector<SourceStatistics> statistics;
    for (std::size_t i = 0; i < outputs.size(); ++i)
        statistics.push_back(statisticsOf({references.sources[i], outputs[i], references.references[i],
                                           candidates.empty() ? std::span<const std::string>() : candidates[i],
                                           options.tokens, options.known.get(), options.verse.get(), likely[i]}));
    return statistics;
}

std::optional<double> MetricsReport::value(std::string_view key) const
{
    return found(values, key);
}

std::optional<Interval> MetricsReport::interval(std::string_view key) const
{
    return found(intervals, key);
}

MetricsReport reportOf(std::span<const SourceStatistics> sources, const ScoreOptions &options)
{
    const SourceStatistics total = sumOf(sources);
    MetricsReport report;
    report.bleu = bleuOf(total.bleu);
    report.sentences = static_cast<int>(sources.size());
    report.bootstrap = options.bootstrap;
    std::vector<const Figure *> defined;
    std::vector<Statistic> statistics;
    for (const Figure &figure : figures()) {
        const double value = figure.ofAll ? std::nan("") : valueOf(figure, total);
        if (std::isnan(value))
            continue;
        report.values[figure.key] = value;
        defined.push_back(&figure);
        statistics.push_back(statisticFor(figure, sources));
    }
    if (options.bootstrap.resamples == 0 || sources.empty())
        return report;
    const auto intervals = bootstrapIntervals(sources.size(), statistics, options.bootstrap);
    for (std::size_t i = 0; i < defined.size(); ++i)
        report.intervals[defined[i]->key] = intervals[i];
    return report;
}

Result<MetricsReport> scoreOutputs(std::span<const std::string> outputs, const ReferenceSet &references,
                                   const ScoreOptions &options, std::span<const std::vector<std::string>> candidates)
{
    ARD_ASSIGN(const auto statistics, sourceStatistics(outputs, references, candidates, options));
    MetricsReport report = reportOf(statistics, options);
    bool hasCandidates = false;
    for (const Figure &figure : figures()) {
        if (figure.ofAll)
            report.values[figure.key] = figure.ofAll(outputs);
        hasCandidates = hasCandidates || (figure.ofCandidates && report.value(figure.key));
    }
    report.signature = metricsSignature(references, options, hasCandidates);
    return report;
}

const char *nameOf(BleuTokens tokens)
{
    switch (tokens) {
    case BleuTokens::Mteval13a:
        return "13a";
    case BleuTokens::International:
        return "intl";
    case BleuTokens::Characters:
        return "char";
    case BleuTokens::Words:
        break;
    }
    return "words";
}

std::string metricsSignature(const ReferenceSet &references, const ScoreOptions &options, bool candidates)
{
    const SignatureParts parts{"nrefs:" + referenceCount(references), nameOf(options.tokens),
                               options.tokens == BleuTokens::Words ? "lower" : "mixed", options.verse != nullptr,
                               options.likelihood != nullptr};
    std::string text;
    for (const Figure &figure : figures()) {
        if (!figure.signature || (figure.ofCandidates && !candidates))
            continue;
        if (const std::string choices = figure.signature(parts); !choices.empty())
            text += (text.empty() ? "" : "; ") + choices;
    }
    if (options.bootstrap.resamples > 0)
        text += "; bootstrap percentile|bs:" + std::to_string(options.bootstrap.resamples) +
            "|ci:" + formatted("%g", options.bootstrap.confidence) + "|seed:" + std::to_string(options.bootstrap.seed);
    return text;
}

nlohmann::ordered_json toJson(const MetricsReport &report)
{
    nlohmann::ordered_json json, intervals;
    for (const Figure &figure : figures()) {
        if (const auto value = report.value(figure.key))
            json[figure.key] = *value;
        if (const auto interval = report.interval(figure.key))
            intervals[figure.key] = {interval->low, interval->high};
    }
    json["sentences"] = report.sentences;
    json["bleu_detail"] = {{"precisions", report.bleu.precisions},
                           {"brevity_penalty", report.bleu.brevityPenalty},
                           {"hypothesis_length", report.bleu.hypothesisLength},
                           {"reference_length", report.bleu.referenceLength}};
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
    std::string text;
    if (!report.intervals.empty())
        text += "                             " + formatted("%g %% interval", report.bootstrap.confidence) + "\n";
    for (const Figure &figure : figures())
        text += line(figure.title, report.value(figure.key), report.interval(figure.key),
                     figure.key == "bleu" ? detail : figure.note);
    text += "sentences         " + formatted("%7.0f", report.sentences) + "\n";
    if (!report.signature.empty())
        text += "signature         " + report.signature + "\n";
    return text;
}

} // namespace ard
