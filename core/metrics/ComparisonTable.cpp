// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/ComparisonTable.h"
#include "base/Unicode.h"
#include <algorithm>
#include <cstdio>

namespace ard {

namespace {

using Cells = std::vector<std::string>;
constexpr std::size_t textColumns = 1; ///< the first is text, the others are numbers

std::string number(double value, int decimals)
{
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

std::string number(const std::optional<double> &value, int decimals)
{
    return value ? number(*value, decimals) : "";
}

std::string range(const std::optional<Interval> &interval)
{
    return interval ? " [" + number(interval->low, 2) + ", " + number(interval->high, 2) + "]" : "";
}

std::string difference(const ComparisonRow &row)
{
    if (!row.bleuDifference)
        return "";
    const std::string value = number(row.bleuDifference->difference, 2);
    return (value.front() == '-' ? "" : "+") + value + " (p " + number(row.bleuDifference->p, 3) + ")";
}

/// Empty where nothing was diffused.
std::string stepsOf(const ComparisonRow &row)
{
    return row.steps == 0 ? "" : std::to_string(row.steps);
}

bool isShown(const Figure &figure, const Comparison &comparison)
{
    return !figure.whereDefined ||
        std::any_of(comparison.rows.begin(), comparison.rows.end(),
                    [&](const ComparisonRow &row) { return row.report.value(figure.key).has_value(); });
}

/// The figures of a row with a heading in the table, the first with its interval and followed by the difference.
Cells cellsOf(const ComparisonRow &row, const Comparison &comparison)
{
    Cells cells{row.schedule, stepsOf(row), std::to_string(row.candidates), std::to_string(row.modelCalls)};
    for (const Figure &figure : figures()) {
        if (figure.column.empty() || !isShown(figure, comparison))
            continue;
        const bool isFirst = &figure == &figures().front();
        cells.push_back(number(row.report.value(figure.key), 2) +
                        (isFirst ? range(row.report.interval(figure.key)) : ""));
        if (isFirst)
            cells.push_back(difference(row));
    }
    cells.push_back(number(row.seconds, 4));
    cells.push_back(number(row.tauByWord.mean, 3));
    cells.push_back(number(row.tauBySchedule.mean, 3));
    cells.push_back(number(row.settledAfter, 3));
    return cells;
}

Cells headings(const std::string &firstSchedule, const Comparison &comparison)
{
    Cells cells{"timestep schedule", "steps", "k", "model calls"};
    for (const Figure &figure : figures()) {
        if (figure.column.empty() || !isShown(figure, comparison))
            continue;
        cells.push_back(figure.column);
        if (&figure == &figures().front())
            cells.push_back(figure.column + " - " + firstSchedule);
    }
    cells.insert(cells.end(), {"s/source", "τ word", "τ timestep", "settled"});
    return cells;
}

std::string csvRow(const Cells &cells)
{
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i)
        text += (i == 0 ? "" : ",") + cells[i];
    return text + "\n";
}

Cells csvHeadings(const Comparison &comparison)
{
    Cells cells{"schedule", "steps", "candidates", "model_calls"};
    for (const Figure &figure : figures()) {
        if (!figure.inCsv || !isShown(figure, comparison))
            continue;
        cells.push_back(figure.key);
        if (&figure == &figures().front())
            for (const char *more : {"_low", "_high", "_difference", "_difference_p"})
                cells.push_back(figure.key + more);
    }
    cells.insert(cells.end(), {"seconds", "tau_word", "tau_word_count", "tau_timestep", "settled_after"});
    return cells;
}

std::size_t widthOf(const std::string &cell)
{
    return decodeUtf8(cell).size();
}

std::string tableLine(const Cells &cells, const std::vector<std::size_t> &widths)
{
    std::string line = "|";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string padding(widths[i] - widthOf(cells[i]), ' ');
        line += i < textColumns ? " " + cells[i] + padding + " |" : " " + padding + cells[i] + " |";
    }
    return line + "\n";
}

std::string quoted(const std::string &field)
{
    if (field.find_first_of(",\"\n\r") == std::string::npos)
        return field;
    std::string text = "\"";
    for (const char c : field)
        text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + "\"";
}

nlohmann::ordered_json orNull(const std::optional<double> &value)
{
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json();
}

} // namespace

MeanOf meanOf(std::span<const std::optional<double>> values)
{
    MeanOf result;
    double total = 0;
    for (const auto &value : values) {
        if (!value)
            continue;
        total += *value;
        ++result.count;
    }
    if (result.count > 0)
        result.mean = total / result.count;
    return result;
}

std::string comparisonTable(const Comparison &comparison)
{
    const std::string first = comparison.rows.empty() ? "" : comparison.rows.front().schedule;
    std::vector<Cells> lines{headings(first, comparison)};
    for (const ComparisonRow &row : comparison.rows)
        lines.push_back(cellsOf(row, comparison));
    std::vector<std::size_t> widths(lines.front().size(), 3);
    for (const Cells &cells : lines)
        for (std::size_t i = 0; i < cells.size(); ++i)
            widths[i] = std::max(widths[i], widthOf(cells[i]));
    std::string text = tableLine(lines.front(), widths) + "|";
    for (std::size_t i = 0; i < widths.size(); ++i)
        text += " " + std::string(widths[i] - 1, '-') + (i < textColumns ? "- |" : ": |");
    text += "\n";
    for (std::size_t i = 1; i < lines.size(); ++i)
        text += tableLine(lines[i], widths);
    return text;
}

std::string toMarkdown(const Comparison &comparison)
{
    std::string text = "# Timestep schedules compared\n\n" + comparisonTable(comparison) + "\n";
    text += "k: candidates for a source. BLEU in brackets: bootstrap interval. BLEU - " +
        (comparison.rows.empty() ? std::string() : comparison.rows.front().schedule) +
        ": difference at the same steps and k, p of a paired bootstrap. s/source: seconds for a source with all its "
        "candidates.\n"
        "τ: Kendall's tau-b of settle step against position over words, 1 is left to right; by the word and by the "
        "timestep.\n"
        "settled: mean share of the model calls after which a word never changes again.\n\n";
    for (const auto &[key, value] : comparison.settings.items())
        text += "- " + key + ": " + (value.is_string() ? value.get<std::string>() : value.dump()) + "\n";
    return text;
}

std::string toCsv(const Comparison &comparison)
{
    std::string text = csvRow(csvHeadings(comparison));
    for (const ComparisonRow &row : comparison.rows) {
        const auto &paired = row.bleuDifference;
        Cells cells{quoted(row.schedule), stepsOf(row), std::to_string(row.candidates), std::to_string(row.modelCalls)};
        for (const Figure &figure : figures()) {
            if (!figure.inCsv || !isShown(figure, comparison))
                continue;
            cells.push_back(number(row.report.value(figure.key), 4));
            if (&figure != &figures().front())
                continue;
            const auto interval = row.report.interval(figure.key);
            cells.push_back(interval ? number(interval->low, 4) : "");
            cells.push_back(interval ? number(interval->high, 4) : "");
            cells.push_back(paired ? number(paired->difference, 4) : "");
            cells.push_back(paired ? number(paired->p, 4) : "");
        }
        cells.push_back(number(row.seconds, 6));
        cells.push_back(number(row.tauByWord.mean, 4));
        cells.push_back(std::to_string(row.tauByWord.count));
        cells.push_back(number(row.tauBySchedule.mean, 4));
        cells.push_back(number(row.settledAfter, 4));
        text += csvRow(cells);
    }
    return text;
}

nlohmann::ordered_json toJson(const Comparison &comparison)
{
    nlohmann::ordered_json json = comparison.settings, rows = nlohmann::ordered_json::array();
    for (const ComparisonRow &row : comparison.rows) {
        nlohmann::ordered_json one{
            {"schedule", row.schedule},
            {"steps", row.steps == 0 ? nlohmann::ordered_json() : nlohmann::ordered_json(row.steps)},
            {"candidates", row.candidates},
            {"model_calls", row.modelCalls}};
        one.update(toJson(row.report));
        one["bleu_by_seed"] = row.bleuBySeed;
        if (row.bleuDifference)
            one["bleu_difference"] = {
                {"against", row.against},
                {"difference", row.bleuDifference->difference},
                {"interval", {row.bleuDifference->interval.low, row.bleuDifference->interval.high}},
                {"p", row.bleuDifference->p}};
        one["seconds_per_source"] = row.seconds;
        one["tau_word"] = {{"mean", orNull(row.tauByWord.mean)}, {"outputs", row.tauByWord.count}};
        one["tau_timestep"] = {{"mean", orNull(row.tauBySchedule.mean)}, {"outputs", row.tauBySchedule.count}};
        one["settled_after"] = orNull(row.settledAfter);
        rows.push_back(std::move(one));
    }
    json["rows"] = std::move(rows);
    return json;
}

} // namespace ard
