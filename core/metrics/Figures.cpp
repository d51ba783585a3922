// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/Figures.h"
#include "metrics/Coverage.h"
#include "metrics/DistinctN.h"
#include "metrics/RougeL.h"
#include "metrics/RougeN.h"
#include "metrics/SelfBleu.h"
#include "metrics/VerseFigures.h"
#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace ard {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

Figure bleu()
{
    Figure row{.key = "bleu", .title = "BLEU", .column = "BLEU", .inCsv = true};
    row.count = [](SourceStatistics &total, const SourceStatistics &other, int times) {
        total.bleu.add(other.bleu, times);
    };
    row.value = [](const SourceStatistics &total) { return bleuOf(total.bleu).score; };
    row.signature = [](const SignatureParts &parts) {
        return parts.references + "|case:" + parts.letters + "|eff:no|tok:" + parts.tokens + "|smooth:exp";
    };
    return row;
}

Figure bleuLowercase()
{
    Figure row{.key = "bleu_lowercase", .title = "  lower case"};
    row.count = [](SourceStatistics &total, const SourceStatistics &other, int times) {
        total.bleuLowercase.add(other.bleuLowercase, times);
    };
    row.value = [](const SourceStatistics &total) { return bleuOf(total.bleuLowercase).score; };
    return row;
}

Figure chrf()
{
    Figure row{.key = "chrf", .title = "chrF2", .column = "chrF2", .inCsv = true};
    row.count = [](SourceStatistics &total, const SourceStatistics &other, int times) {
        total.chrf.add(other.chrf, times);
    };
    row.value = [](const SourceStatistics &total) { return chrfOf(total.chrf); };
    row.signature = [](const SignatureParts &parts) {
        return "chrF2 " + parts.references + "|case:mixed|eff:yes|nc:6|nw:0|space:no";
    };
    return row;
}

template <int N>
double rougeN(const ScoredOutput &output)
{
    return sentenceRougeN(N, output.output, output.references);
}

Figure rouge1()
{
    Figure row{.key = "rouge_1", .title = "ROUGE-1", .note = "F1, best reference", .inCsv = true, .measure = rougeN<1>};
    row.signature = [](const SignatureParts &parts) {
        return "ROUGE " + parts.references + "|case:lower|stem:no|tok:alnum|f1|best";
    };
    return row;
}

Figure rouge2()
{
    return {.key = "rouge_2", .title = "ROUGE-2", .inCsv = true, .measure = rougeN<2>};
}

Figure rougeL()
{
    Figure row{.key = "rouge_l", .title = "ROUGE-L", .column = "ROUGE-L", .inCsv = true};
    row.measure = [](const ScoredOutput &output) { return sentenceRougeL(output.output, output.references); };
    return row;
}

Figure coverage()
{
    Figure row{.key = "coverage",
               .title = "coverage",
               .note = "share of the source's concepts found",
               .column = "coverage",
               .inCsv = true,
               .ofNothing = 100};
    row.measure = [](const ScoredOutput &output) {
        const ConceptCount count = countConcepts(output.source, output.output);
        return count.asked > 0 ? 100.0 * count.found / count.asked : kNone;
    };
    row.signature = [](const SignatureParts &) { return std::string("coverage case:lower|stem:en|tok:alnum"); };
    return row;
}

Figure distinct1()
{
    Figure row{.key = "distinct_1", .title = "distinct-1", .note = "different words and pairs of words"};
    row.ofAll = [](std::span<const std::string> outputs) { return distinctN(1, outputs); };
    row.signature = [](const SignatureParts &) { return std::string("distinct case:lower|tok:alnum"); };
    return row;
}

Figure distinct2()
{
    Figure row{.key = "distinct_2", .title = "distinct-2", .note = "in a hundred, over all outputs"};
    row.ofAll = [](std::span<const std::string> outputs) { return distinctN(2, outputs); };
    return row;
}

Figure selfBleuOfCandidates()
{
    Figure row{.key = "self_bleu",
               .title = "self-BLEU",
               .note = "of the candidates for a source; 100: all the same",
               .inCsv = true,
               .ofCandidates = true};
    row.measure = [](const ScoredOutput &output) { return selfBleu(output.candidates, output.tokens); };
    row.signature = [](const SignatureParts &parts) {
        return "self-BLEU sentence|case:" + parts.letters + "|eff:yes|tok:" + parts.tokens + "|smooth:exp";
    };
    return row;
}

template <int N>
double distinctOfCandidates(const ScoredOutput &output)
{
    return distinctN(N, output.candidates);
}

Figure candidatesDistinct1()
{
    return {.key = "candidates_distinct_1",
            .title = "  distinct-1",
            .ofCandidates = true,
            .measure = distinctOfCandidates<1>};
}

Figure candidatesDistinct2()
{
    return {.key = "candidates_distinct_2",
            .title = "  distinct-2",
            .ofCandidates = true,
            .measure = distinctOfCandidates<2>};
}

Figure brokenLines()
{
    Figure row{.key = "broken_words",
               .title = "broken words",
               .note = "% of lines with a word that is not among the known ones",
               .inCsv = true};
    row.measure = [](const ScoredOutput &output) {
        return !output.known ? kNone : brokenWords(output.output, *output.known).empty() ? 0.0 : 100.0;
    };
    row.signature = [](const SignatureParts &) {
        return std::string("broken and repeated words case:lower|tok:letters and apostrophes");
    };
    return row;
}

Figure repeatingLines()
{
    Figure row{.key = "repeated_words",
               .title = "repeated words",
               .note = "% of lines with a word twice side by side",
               .inCsv = true};
    row.measure = [](const ScoredOutput &output) { return repeatedWords(output.output).empty() ? 0.0 : 100.0; };
    return row;
}

Figure logProbability()
{
    Figure row{.key = "twin_log_probability",
               .title = "log probability",
               .note = "of a character by the twin, natural logarithm",
               .column = "log probability",
               .inCsv = true,
               .whereDefined = true};
    row.measure = [](const ScoredOutput &output) { return output.logProbability; };
    row.signature = [](const SignatureParts &parts) {
        return std::string(parts.likelihood ? "log probability ends:yes|per character" : "");
    };
    return row;
}

std::vector<Figure> allFigures()
{
    std::vector<Figure> rows{bleu(),
                             bleuLowercase(),
                             chrf(),
                             rouge1(),
                             rouge2(),
                             rougeL(),
                             coverage(),
                             distinct1(),
                             distinct2(),
                             selfBleuOfCandidates(),
                             candidatesDistinct1(),
                             candidatesDistinct2(),
                             brokenLines(),
                             repeatingLines()};
    std::vector<Figure> ofVerse = verseFigures();
    for (Figure &row : ofVerse)
        rows.push_back(std::move(row));
    rows.push_back(logProbability());
    assert(rows.size() <= kMaxFigures);
    return rows;
}

std::size_t rowOf(const Figure &figure)
{
    return static_cast<std::size_t>(&figure - figures().data());
}

/// Adds only what this figure needs: a bootstrap does it some million times.
void addFor(const Figure &figure, SourceStatistics &total, const SourceStatistics &other, int times)
{
    if (figure.count) {
        figure.count(total, other, times);
    } else if (figure.measure) {
        const std::size_t row = rowOf(figure);
        total.means[row].sum += times * other.means[row].sum;
        total.means[row].count += times * other.means[row].count;
    }
}

} // namespace

const std::vector<Figure> &figures()
{
    static const std::vector<Figure> rows = allFigures();
    return rows;
}

const Figure &figure(std::string_view key)
{
    const auto &rows = figures();
    const auto found = std::find_if(rows.begin(), rows.end(), [key](const Figure &row) { return row.key == key; });
    assert(found != rows.end());
    return *found;
}

void SourceStatistics::add(const SourceStatistics &other, int times)
{
    for (const Figure &figure : figures())
        addFor(figure, *this, other, times);
}

SourceStatistics statisticsOf(const ScoredOutput &output)
{
    SourceStatistics result;
    result.bleu = bleuCounts(output.output, output.references, {.tokens = output.tokens});
    result.bleuLowercase = bleuCounts(output.output, output.references, {.lowercase = true, .tokens = output.tokens});
    result.chrf = chrfCounts(output.output, output.references);
    for (const Figure &figure : figures()) {
        if (!figure.measure || (figure.ofCandidates && output.candidates.size() < 2))
            continue;
        if (const double value = figure.measure(output); !std::isnan(value))
            result.means[rowOf(figure)] = {value, 1};
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

double valueOf(const Figure &figure, const SourceStatistics &total)
{
    if (figure.value)
        return figure.value(total);
    const MeanSum &mean = total.means[rowOf(figure)];
    return mean.count == 0 ? figure.ofNothing : mean.sum / mean.count;
}

double valueOf(std::string_view key, const SourceStatistics &total)
{
    return valueOf(figure(key), total);
}

Statistic statisticFor(const Figure &figure, std::span<const SourceStatistics> sources)
{
    return [&figure, sources](std::span<const int> times) {
        SourceStatistics total;
        for (std::size_t i = 0; i < sources.size(); ++i)
            if (times[i] > 0)
                addFor(figure, total, sources[i], times[i]);
        return valueOf(figure, total);
    };
}

} // namespace ard
