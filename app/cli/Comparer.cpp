// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Comparer.h"

#include "base/Stopwatch.h"
#include "metrics/NearestSource.h"
#include <fmt/format.h>

namespace ard::cli {

namespace {

constexpr const char *floorLabel = "floor: nearest training source";

} // namespace

Comparer::Comparer(Generator &generator, const ReferenceSet &references, const CellStore &store,
                   ComparerSettings settings)
    : m_generator(generator), m_references(references), m_store(store), m_settings(std::move(settings))
{
}

CellRequest Comparer::cellOf(const ComparedSchedule &schedule, const GridPoint &point) const
{
    CellRequest cell{schedule.text, m_settings.request, m_settings.seeds, m_settings.batch, m_settings.risk, true};
    GenerationRequest &request = cell.request;
    request.schedule = schedule.spec;
    if (request.schedule.length == 0 && !m_generator.summary().lengthHead) // 0: the head gives each source its own
        request.schedule.length = m_generator.summary().length;
    request.schedule.diffusionSteps = m_generator.summary().diffusionSteps;
    request.samplingSteps = point.steps;
    request.candidates = point.candidates;
    return cell;
}

Status Comparer::check(const ComparedSchedule &schedule, const GridPoint &point) const
{
    GenerationRequest request = cellOf(schedule, point).request;
    if (request.schedule.length == 0)
        request.schedule.length = m_generator.summary().length;
    const auto plan = makeSamplingPlan(request.schedule, point.steps, request.ruler);
    if (!plan)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("{} with {} sampling steps: {}", schedule.text, point.steps, plan.error().message));
    return {};
}

/// A run that nobody measures, so that the first cell does not pay for first touches.
Status Comparer::warmUp(Generator &generator, const CellRequest &cell)
{
    if (m_warm == &generator)
        return {};
    GenerationRequest request = cell.request;
    request.candidates = 1;
    ARD_TRY(generator.generateMany({m_references.sources.front()}, request, 1));
    m_warm = &generator;
    return {};
}

Result<CellResult> Comparer::resultOf(Generator &generator, const CellRequest &cell, const ProgressSink &progress)
{
    ARD_ASSIGN(auto kept, m_store.find(generator, m_references.sources, cell));
    if (kept)
        return std::move(*kept);
    ARD_TRY(warmUp(generator, cell));
    ARD_ASSIGN(CellResult result, runCell(generator, m_references.sources, cell, progress));
    ARD_TRY(m_store.keep(generator, m_references.sources, cell, result));
    return result;
}

Result<ComparisonRow> Comparer::score(std::string label, const CellResult &result,
                                      std::vector<SourceStatistics> &statistics) const
{
    ComparisonRow row;
    row.schedule = std::move(label);
    statistics.resize(m_references.sources.size());
    for (const CellResult::Texts &texts : result.seeds) {
        ARD_ASSIGN(const auto one, sourceStatistics(texts.outputs, m_references, texts.candidates, m_settings.score));
        row.bleuBySeed.push_back(valueOf("bleu", sumOf(one)));
        for (std::size_t i = 0; i < one.size(); ++i)
            statistics[i].add(one[i]);
    }
    row.modelCalls = result.modelCalls;
    row.seconds = result.seconds;
    row.report = reportOf(statistics, m_settings.score);
    row.tauByWord = result.tauByWord;
    row.tauBySchedule = result.tauBySchedule;
    row.settledAfter = result.settledAfter;
    return row;
}

void Comparer::compareWithFirst(ComparisonRow &row, std::vector<SourceStatistics> statistics)
{
    const GridPoint point{row.candidates, row.steps};
    const auto found = m_first.find(point);
    if (found == m_first.end()) {
        m_first[point] = {row.schedule, std::move(statistics)};
        return;
    }
    row.against = found->second.schedule;
    if (m_settings.score.bootstrap.resamples > 0)
        row.bleuDifference =
            pairedBootstrap(statistics.size(), statisticFor(figure("bleu"), statistics),
                            statisticFor(figure("bleu"), found->second.statistics), m_settings.score.bootstrap);
}

Result<ComparisonRow> Comparer::run(const ComparedSchedule &schedule, const GridPoint &point,
                                    const ProgressSink &progress)
{
    const CellRequest cell = cellOf(schedule, point);
    ARD_ASSIGN(const CellResult result, resultOf(m_generator, cell, progress));
    ARD_TRY(m_store.keepRuns(m_generator, m_references.sources, cell, m_settings.runs));
    std::vector<SourceStatistics> statistics;
    ARD_ASSIGN(ComparisonRow row, score(schedule.text, result, statistics));
    row.steps = point.steps;
    row.candidates = point.candidates;
    compareWithFirst(row, std::move(statistics));
    return row;
}

Result<ComparisonRow> Comparer::runTwin(Generator &twin, int beam, const ProgressSink &progress)
{
    CellRequest cell{fmt::format("autoregressive twin, beam {}", beam),
                     {},
                     {m_settings.seeds.front()},
                     m_settings.batch,
                     Risk::Bleu,
                     false};
    cell.request.schedule.kind = "autoregressive";
    cell.request.schedule.length = cell.request.samplingSteps = twin.summary().length;
    cell.request.schedule.diffusionSteps = twin.summary().diffusionSteps;
    cell.request.beam = beam;
    ARD_ASSIGN(const CellResult result, resultOf(twin, cell, progress));
    std::vector<SourceStatistics> statistics;
    return score(cell.label, result, statistics);
}

Result<ComparisonRow> Comparer::runFloor(const TextPairs &training) const
{
    const Stopwatch watch;
    const NearestSource nearest(training.source);
    CellResult result;
    result.seeds.resize(1);
    for (const std::string &source : m_references.sources)
        result.seeds.front().outputs.push_back(training.target[nearest.find(source)]);
    result.seconds = watch.seconds() / static_cast<double>(m_references.sources.size());
    std::vector<SourceStatistics> statistics;
    return score(floorLabel, result, statistics);
}

} // namespace ard::cli
