// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CompareOptions.h"
#include "Comparer.h"
#include "EngineCommands.h"
#include "Output.h"
#include "ProgressLine.h"
#include "TwinLikelihood.h"
#include "base/Files.h"
#include "base/Json.h"
#include "diffusion/ScheduleText.h"
#include <algorithm>
#include <fmt/format.h>
#include <memory>

namespace ard::cli {

namespace {

/// Candidate c uses seed + c: two seeds nearer than that would count the same output twice.
Status checkSeeds(std::vector<std::uint64_t> seeds, int candidates)
{
    std::sort(seeds.begin(), seeds.end());
    for (std::size_t i = 1; i < seeds.size(); ++i)
        if (seeds[i] - seeds[i - 1] < static_cast<std::uint64_t>(candidates))
            return fail(
                ErrorCode::InvalidArgument,
                fmt::format("Seeds {} and {} share noise: candidate c uses seed + c, so with {} candidates seeds must "
                            "be at least {} apart",
                            seeds[i - 1], seeds[i], candidates, candidates));
    return {};
}

Result<std::vector<ComparedSchedule>> schedulesOf(const CompareOptions &options)
{
    std::vector<ComparedSchedule> schedules;
    for (const std::string &text : options.schedules) {
        ARD_ASSIGN(auto spec, parseTimestepSchedule(text, options.generation.request.schedule));
        schedules.push_back({text, std::move(spec)});
    }
    return schedules;
}

/// All files anew: what was found so far survives whatever comes.
Status writeFiles(const CompareOptions &options, const Comparison &comparison)
{
    if (!options.markdown.empty())
        ARD_TRY(writeAtomically(options.markdown, toMarkdown(comparison)));
    if (!options.csv.empty())
        ARD_TRY(writeAtomically(options.csv, toCsv(comparison)));
    if (!options.json.empty())
        ARD_TRY(writeAtomically(options.json, jsonText(toJson(comparison), 1) + "\n"));
    return {};
}

nlohmann::ordered_json settingsOf(const CompareOptions &options, const Generator &generator, const Generator *twin,
                                  const ReferenceSet &references, const ScoreOptions &score)
{
    nlohmann::ordered_json settings = describeRun(options.generation, generator);
    for (const char *key : {"schedule", "steps", "seed", "candidates", "beam", "model_calls"})
        settings.erase(key); // those of the cells differ
    if (options.generation.request.clamp != ClampMode::Drawn)
        for (const char *key : {"temperature", "top_p"}) // nothing takes them
            settings.erase(key);
    settings["seeds"] = options.seeds;
    settings["risk"] = nameOf(options.risk.risk);
    settings["batch"] = options.generation.batch;
    settings["references"] = options.references;
    settings["sources"] = references.sources.size();
    if (twin)
        settings["twin"] = twin->summary().name + ", " + twin->summary().fingerprint;
    if (!options.floor.empty())
        settings["floor"] = options.floor;
    settings["version"] = ARD_VERSION;
    const int most = *std::max_element(options.candidates.begin(), options.candidates.end());
    settings["signature"] = metricsSignature(references, score, most > 1);
    return settings;
}

/// The cells of the grid, the quick ones of few candidates first.
std::vector<GridPoint> pointsOf(const CompareOptions &options)
{
    std::vector<GridPoint> points;
    for (const int candidates : options.candidates)
        for (const int steps : options.steps)
            points.push_back({candidates, steps});
    return points;
}

/// Everything that is compared, loaded and checked before the first sentence is written.
struct Contest {
    ReferenceSet references;
    std::unique_ptr<Generator> generator, twin; ///< twin may be null
    std::vector<ComparedSchedule> schedules;
    std::optional<TextPairs> training;
    CellStore store;
};

Result<std::unique_ptr<Generator>> loadTwin(const CompareOptions &options)
{
    if (options.twin.empty())
        return nullptr;
    ARD_ASSIGN(auto twin, Generator::load(options.twin, options.generation.device));
    if (twin->summary().trainedSchedules != std::vector<std::string>{"autoregressive"})
        return fail(ErrorCode::InvalidArgument,
                    "'" + options.twin +
                        "' is no autoregressive model: --twin takes one that ardiff train --decoder "
                        "autoregressive made");
    return twin;
}

Result<Contest> prepare(CompareOptions &options)
{
    Contest contest;
    ARD_ASSIGN(contest.references, readReferences(options.references, options.limit));
    if (!options.floor.empty()) {
        ARD_ASSIGN(contest.training, readPairs(options.floor.front(), options.floor.back()));
    }
    ARD_ASSIGN(contest.generator, loadModel(options.generation));
    ARD_ASSIGN(contest.twin, loadTwin(options));
    ARD_ASSIGN(contest.schedules, schedulesOf(options));
    ARD_ASSIGN(contest.store, CellStore::open(options.cells));
    return contest;
}

/// Adds rows and writes them as they come.
class Table {
public:
    Table(const CompareOptions &options, Comparison &comparison, std::size_t rows)
        : m_options(options), m_comparison(comparison), m_rows(static_cast<double>(rows))
    {
    }

    /// Where a row is that is being made; valid until the next one.
    ProgressSink progress(std::string label)
    {
        return [this, label = std::move(label)](const std::string &, double fraction) {
            m_line.show(label, (static_cast<double>(m_comparison.rows.size()) + std::max(0.0, fraction)) / m_rows);
        };
    }

    Status add(Result<ComparisonRow> row)
    {
        if (!row)
            return tl::unexpected<Error>(std::move(row).error());
        m_comparison.rows.push_back(std::move(*row));
        return writeFiles(m_options, m_comparison);
    }

private:
    const CompareOptions &m_options;
    Comparison &m_comparison;
    const double m_rows;
    ProgressLine m_line;
};

Status fill(const CompareOptions &options, const Contest &contest, Comparer &comparer, Comparison &comparison)
{
    const auto points = pointsOf(options);
    const std::size_t beams = contest.twin ? options.beams.size() : 0;
    Table table(options, comparison, points.size() * contest.schedules.size() + beams + (contest.training ? 1 : 0));
    for (const int candidates : options.candidates)
        for (const ComparedSchedule &schedule : contest.schedules)
            for (const int steps : options.steps)
                ARD_TRY(table.add(comparer.run(
                    schedule, {candidates, steps},
                    table.progress(fmt::format("{}, {} steps, {} candidates", schedule.text, steps, candidates)))));
    for (std::size_t i = 0; i < beams; ++i)
        ARD_TRY(table.add(comparer.runTwin(*contest.twin, options.beams[i], table.progress("autoregressive twin"))));
    if (contest.training)
        ARD_TRY(table.add(comparer.runFloor(*contest.training)));
    return {};
}

Status run(CompareOptions &options)
{
    ARD_TRY(checkSeeds(options.seeds, *std::max_element(options.candidates.begin(), options.candidates.end())));
    ARD_ASSIGN(ScoreOptions score, scoreOptions(options.metrics, likelihoodBy));
    ARD_ASSIGN(const Contest contest, prepare(options));
    score.tokens = bleuTokens(options.metrics, contest.generator->summary().languages);
    Comparer comparer(*contest.generator, contest.references, contest.store,
                      {options.generation.request, options.generation.batch, options.seeds, options.risk.risk, score,
                       static_cast<std::size_t>(options.runs)});
    for (const ComparedSchedule &schedule : contest.schedules)
        for (const GridPoint &point : pointsOf(options))
            ARD_TRY(comparer.check(schedule, point));
    Comparison comparison{settingsOf(options, *contest.generator, contest.twin.get(), contest.references, score), {}};
    ARD_TRY(writeFiles(options, comparison)); // a file that cannot be written is better known now
    ARD_TRY(fill(options, contest, comparer, comparison));
    ARD_TRY(printResult(options.format == OutputFormat::Json ? jsonText(toJson(comparison)) + "\n"
                                                             : comparisonTable(comparison)));
    return finishResult();
}

} // namespace

void addCompare(CLI::App &app, Action &action)
{
    const auto options = std::make_shared<CompareOptions>();
    auto *command = addEngineCommand(app, "compare");
    addCompareOptions(*command, *options);
    command->callback([options, &action] { action = [options] { return run(*options); }; });
}

} // namespace ard::cli
