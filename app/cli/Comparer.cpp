// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Comparer.h"

#include "metrics/KendallTau.h"
#include <fmt/format.h>

namespace ard::cli {

/// What one cell gathers over its seeds.
struct Comparer::Cell {
    int steps = 0;
    std::vector<SourceStatistics> statistics; ///< of each source, all seeds together
    std::vector<double> bleuBySeed;
    std::vector<std::optional<double>> tauByWord, tauBySchedule;
    double settledAfter = 0; ///< sum over words
    std::int64_t words = 0;
    double seconds = 0;
};

Comparer::Comparer(Generator &generator, const ReferenceSet &references, ComparerSettings settings)
    : m_generator(generator), m_references(references), m_settings(std::move(settings))
{
}

GenerationRequest Comparer::requestFor(const ComparedSchedule &schedule, int steps, std::uint64_t seed) const
{
    GenerationRequest request = m_settings.request;
    request.schedule = schedule.spec;
    if (request.schedule.length == 0)
        request.schedule.length = m_generator.summary().length;
    request.schedule.diffusionSteps = m_generator.summary().diffusionSteps;
    request.samplingSteps = steps;
    request.seed = seed;
    return request;
}

Status Comparer::check(const ComparedSchedule &schedule, int steps) const
{
    const GenerationRequest request = requestFor(schedule, steps, 0);
    const auto plan = makeSamplingPlan(request.schedule, steps, request.ruler);
    if (!plan)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("{} with {} sampling steps: {}", schedule.text, steps, plan.error().message));
    return {};
}

Status Comparer::warmUp(const ComparedSchedule &schedule, int steps)
{
    GenerationRequest request = requestFor(schedule, steps, 0);
    request.candidates = 1;
    ARD_TRY(m_generator.generateMany({m_references.sources.front()}, request, 1));
    return {};
}

void Comparer::addSettling(Cell &cell, const std::vector<Generator::BatchOutput> &rows,
                           const Generator::BatchMeasurement &measured) const
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t c = 0; c < rows[i].outputs.size(); ++c) {
            const auto &words = rows[i].outputs[c].tokens;
            const Settling &settling = measured.settling.at(i).at(c);
            cell.tauByWord.push_back(settleOrder(settling.byWord, words, measured.padId));
            cell.tauBySchedule.push_back(settleOrder(settling.bySchedule, words, measured.padId));
            for (std::size_t n = 0; n < words.size(); ++n) {
                if (words[n] == measured.padId)
                    continue;
                cell.settledAfter += static_cast<double>(settling.byWord.at(n)) / cell.steps;
                ++cell.words;
            }
        }
    }
}

Status Comparer::runSeed(Cell &cell, const GenerationRequest &request, const ProgressSink &progress)
{
    Generator::BatchMeasurement measured;
    ARD_ASSIGN(auto rows,
               m_generator.generateMany(m_references.sources, request, m_settings.batch, progress, &measured));
    ARD_TRY(applyRisk(m_settings.risk, m_references.sources, rows));
    const auto outputs = chosenTexts(rows);
    const auto candidates = candidateTexts(rows);
    ARD_ASSIGN(const auto statistics, sourceStatistics(outputs, m_references, candidates, m_settings.score.tokens));
    cell.bleuBySeed.push_back(valueOf(Figure::Bleu, sumOf(statistics)));
    for (std::size_t i = 0; i < statistics.size(); ++i)
        cell.statistics[i].add(statistics[i]);
    cell.seconds += measured.seconds;
    addSettling(cell, rows, measured);
    return {};
}

void Comparer::compareWithFirst(ComparisonRow &row, std::vector<SourceStatistics> statistics)
{
    const auto found = m_first.find(row.steps);
    if (found == m_first.end()) {
        m_first[row.steps] = {row.schedule, std::move(statistics)};
        return;
    }
    row.against = found->second.schedule;
    if (m_settings.score.bootstrap.resamples > 0)
        row.bleuDifference =
            pairedBootstrap(statistics.size(), statisticFor(Figure::Bleu, statistics),
                            statisticFor(Figure::Bleu, found->second.statistics), m_settings.score.bootstrap);
}

Result<ComparisonRow> Comparer::run(const ComparedSchedule &schedule, int steps, const ProgressSink &progress)
{
    const GenerationRequest planned = requestFor(schedule, steps, 0);
    ARD_ASSIGN(const SamplingPlan plan, makeSamplingPlan(planned.schedule, steps, planned.ruler));
    Cell cell;
    cell.steps = plan.modelCalls();
    cell.statistics.resize(m_references.sources.size());
    const auto seeds = static_cast<double>(m_settings.seeds.size());
    for (std::size_t i = 0; i < m_settings.seeds.size(); ++i)
        ARD_TRY(runSeed(cell, requestFor(schedule, steps, m_settings.seeds[i]),
                        [&](const std::string &stage, double fraction) {
                            progress(stage, (static_cast<double>(i) + fraction) / seeds);
                        }));
    ComparisonRow row;
    row.schedule = schedule.text;
    row.steps = steps;
    row.modelCalls = static_cast<std::int64_t>(plan.modelCalls()) * m_settings.request.candidates;
    row.seconds = cell.seconds / (seeds * static_cast<double>(m_references.sources.size()));
    row.report = reportOf(cell.statistics, m_settings.score);
    row.bleuBySeed = std::move(cell.bleuBySeed);
    row.tauByWord = meanOf(cell.tauByWord);
    row.tauBySchedule = meanOf(cell.tauBySchedule);
    row.settledAfter = cell.words == 0 ? 0 : cell.settledAfter / static_cast<double>(cell.words);
    compareWithFirst(row, std::move(cell.statistics));
    return row;
}

} // namespace ard::cli
