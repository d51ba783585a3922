// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "Comparer.h"
#include "GenerationOptions.h"
#include "MetricOptions.h"
#include "Output.h"
#include "ProgressLine.h"
#include "ScheduleText.h"
#include "base/Files.h"
#include <algorithm>
#include <fmt/format.h>
#include <memory>

namespace ard::cli {

namespace {

struct CompareOptions {
    GenerationOptions generation;
    MetricOptions metrics;
    RiskOptions risk;
    std::string references, markdown, csv, json;
    std::vector<std::string> schedules{"uniform", "ar-diffusion"};
    std::vector<int> steps{2, 5, 10, 20};
    std::vector<std::uint64_t> seeds{1};
    int limit = 0; ///< 0: all
    OutputFormat format = OutputFormat::Text;
};

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

std::string dumped(const nlohmann::ordered_json &json, int indent)
{
    return json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

/// All files anew: what was found so far survives whatever comes.
Status writeFiles(const CompareOptions &options, const Comparison &comparison)
{
    if (!options.markdown.empty())
        ARD_TRY(writeAtomically(options.markdown, toMarkdown(comparison)));
    if (!options.csv.empty())
        ARD_TRY(writeAtomically(options.csv, toCsv(comparison)));
    if (!options.json.empty())
        ARD_TRY(writeAtomically(options.json, dumped(toJson(comparison), 1)));
    return {};
}

nlohmann::ordered_json settingsOf(const CompareOptions &options, const Generator &generator,
                                  const ReferenceSet &references, const ScoreOptions &score)
{
    nlohmann::ordered_json settings = describeRun(options.generation, generator);
    for (const char *key : {"schedule", "steps", "seed", "model_calls"})
        settings.erase(key); // those of the cells differ
    settings["seeds"] = options.seeds;
    settings["risk"] = nameOf(options.risk.risk);
    settings["references"] = options.references;
    settings["sources"] = references.sources.size();
    settings["version"] = ARD_VERSION;
    settings["signature"] = metricsSignature(references, score, options.generation.request.candidates > 1);
    return settings;
}

Status runGrid(const CompareOptions &options, Comparer &comparer, const std::vector<ComparedSchedule> &schedules,
               Comparison &comparison)
{
    ProgressLine line;
    const auto cells = static_cast<double>(schedules.size() * options.steps.size());
    ARD_TRY(comparer.warmUp(schedules.front(), options.steps.front()));
    for (const ComparedSchedule &schedule : schedules) {
        for (const int steps : options.steps) {
            const auto done = static_cast<double>(comparison.rows.size());
            const std::string label = fmt::format("{}, {} steps", schedule.text, steps);
            ARD_ASSIGN(auto row, comparer.run(schedule, steps, [&](const std::string &, double fraction) {
                line.show(label, (done + std::max(0.0, fraction)) / cells);
            }));
            comparison.rows.push_back(std::move(row));
            ARD_TRY(writeFiles(options, comparison));
        }
    }
    return {};
}

Status run(CompareOptions &options)
{
    ARD_TRY(checkSeeds(options.seeds, options.generation.request.candidates));
    ARD_ASSIGN(const ReferenceSet references, readReferences(options.references, options.limit));
    ARD_ASSIGN(const auto generator, loadModel(options.generation));
    ARD_ASSIGN(const auto schedules, schedulesOf(options));
    const ScoreOptions score = scoreOptions(options.metrics, generator->summary().languages);
    Comparer comparer(*generator, references,
                      {options.generation.request, options.generation.batch, options.seeds, options.risk, score});
    for (const ComparedSchedule &schedule : schedules)
        for (const int steps : options.steps)
            ARD_TRY(comparer.check(schedule, steps));
    Comparison comparison{settingsOf(options, *generator, references, score), {}};
    ARD_TRY(writeFiles(options, comparison)); // a file that cannot be written is better known now
    ARD_TRY(runGrid(options, comparer, schedules, comparison));
    ARD_TRY(printResult(options.format == OutputFormat::Json ? dumped(toJson(comparison), -1)
                                                             : comparisonTable(comparison)));
    return finishResult();
}

/// The options of a single run, without those that the grid takes the place of. What is left of the timestep schedule
/// holds for the schedules of the list that do not say their own.
void addRunOptions(CLI::App &command, GenerationOptions &options)
{
    addGenerationOptions(command, options);
    // Nor those that would make a row cost less than it says, or that no timestep schedule uses.
    for (const char *name : {"--schedule", "--steps", "--seed", "--stop-when-settled", "--beam"})
        command.remove_option(command.get_option(name));
}

} // namespace

void addCompare(CLI::App &app, Action &action)
{
    const auto options = std::make_shared<CompareOptions>();
    auto *command = app.add_subcommand(
        "compare", "Compare timestep schedules at several numbers of sampling steps: quality, cost, settle order");
    addRunOptions(*command, options->generation); // before the grid's own options of the same names
    command
        ->add_option("--refs", options->references, "A line each: source, then one or more references, tab-separated")
        ->required();
    command
        ->add_option("--schedules", options->schedules,
                     "Timestep schedules, separated by commas, each with parameters where wanted: "
                     "ar-diffusion:anchor-scale=1; the others are compared with the first")
        ->delimiter(',')
        ->capture_default_str();
    command->add_option("--steps", options->steps, "Sampling steps M, separated by commas")
        ->delimiter(',')
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command
        ->add_option("--seeds,--seed", options->seeds, "Seeds, separated by commas: all are run, and scored together")
        ->delimiter(',')
        ->capture_default_str();
    command->add_option("--limit", options->limit, "Only the first so many lines")->check(CLI::PositiveNumber);
    addRiskOptions(*command, options->risk, false);
    addMetricOptions(*command, options->metrics, true);
    command->add_option("--markdown", options->markdown, "Write the table with its settings to this Markdown file");
    command->add_option("--csv", options->csv, "Write all figures to this CSV file");
    command->add_option("--json", options->json, "Write everything to this JSON file");
    addFormatOption(*command, options->format);
    command->footer(
        "The files are written anew after every row: what is done stays when the command is stopped.\n"
        "model calls are those for one source, s/source the seconds for it, all candidates included.\n"
        "tau is Kendall's tau-b of settle step against position over words (PAD left out): 1 is left to right; by the\n"
        "word, and by the timestep, which the timestep schedule alone decides. Empty: all settle at once.\n"
        "Examples:\n"
        "  ardiff compare --model models/tiny --refs valid.refs.tsv --limit 200\n"
        "  ardiff compare --model models/tiny --refs valid.refs.tsv --schedules uniform,ar-diffusion,"
        "ar-diffusion:anchor-scale=1 \\\n"
        "      --steps 2,5,10,20 --seeds 1,2,3 --markdown table.md --csv table.csv");
    command->callback([options, &action] { action = [options] { return run(*options); }; });
}

} // namespace ard::cli
