// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CompareOptions.h"
#include "Numbers.h"
#include "Paths.h"

namespace ard::cli {

namespace {

/// The options of a single run, without those that the grid takes the place of. What is left of the timestep schedule
/// holds for the schedules of the list that do not say their own.
void addRunOptions(CLI::App &command, GenerationOptions &options)
{
    addGenerationOptions(command, options);
    // Nor those that would make a row cost less than it says, or that no timestep schedule uses.
    for (const char *name : {"--schedule", "--steps", "--seed", "--candidates", "--stop-when-settled", "--beam"})
        command.remove_option(command.get_option(name));
}

void addGridOptions(CLI::App &command, CompareOptions &options)
{
    command
        .add_option(
            "--schedules", options.schedules,
            "Timestep schedules, separated by commas, each with parameters where wanted: ar-diffusion:anchor-scale=1, "
            "lagged:50, block:4, custom:table.csv; the others are compared with the first")
        ->delimiter(',')
        ->capture_default_str();
    command.add_option("--steps", options.steps, "Sampling steps M, separated by commas")
        ->delimiter(',')
        ->check(atLeast(1))
        ->capture_default_str();
    command
        .add_option("--candidates", options.candidates,
                    "Candidates for a source, separated by commas; the chosen one (--choose) is scored")
        ->delimiter(',')
        ->check(between(1, kMaxCandidates))
        ->capture_default_str();
    command.add_option("--seeds,--seed", options.seeds, "Seeds, separated by commas: all are run, and scored together")
        ->delimiter(',')
        ->capture_default_str();
}

void addYardstickOptions(CLI::App &command, CompareOptions &options)
{
    auto *twin = command.add_option(
        "--twin", options.twin, "Also an autoregressive model (ardiff train --decoder autoregressive), a row a beam");
    command.add_option("--beam", options.beams, "Beams of the twin, separated by commas; 1 is greedy")
        ->delimiter(',')
        ->check(between(1, kMaxBeam))
        ->needs(twin)
        ->capture_default_str();
    command
        .add_option(
            "--floor", options.floor,
            "Also what needs no model: for each source the target of the training source that shares most words with "
            "it; two files of training text, sources and targets")
        ->expected(2)
        ->type_name("SOURCES TARGETS");
}

void addOutputOptions(CLI::App &command, CompareOptions &options)
{
    writesFile(
        command.add_option("--markdown", options.markdown, "Write the table with its settings to this Markdown file"));
    writesFile(command.add_option("--csv", options.csv, "Write all figures to this CSV file"));
    writesFile(command.add_option("--json,--output", options.json, "Write everything to this JSON file"));
    auto *cells = command.add_option(
        "--cells", options.cells,
        "Keep what every row wrote in this folder, and take from it what is there: a comparison that was "
        "stopped goes on, and two can share the work (docs/method.md says what is in it)");
    writesFolder(cells);
    command
        .add_option("--runs", options.runs,
                    "Keep there also the runs of the first so many sources with every seed, as run files that the "
                    "window opens")
        ->check(between(0, 1000))
        ->needs(cells)
        ->capture_default_str();
    addFormatOption(command, options.format);
}

constexpr const char *compareFooter =
    "The files are written anew after every row: what is done stays when the command is stopped; with --cells the "
    "same\n"
    "command goes on where it was. Rows of few candidates come first.\n"
    "k is the number of candidates; model calls are those for one source, s/source the seconds for it, all candidates\n"
    "included. A model call of the twin computes as many sentences as its beam is wide.\n"
    "tau is Kendall's tau-b of settle step against position over words (PAD left out): 1 is left to right; by the\n"
    "word, and by the timestep, which the timestep schedule alone decides. Empty: all settle at once.\n"
    "Examples:\n"
    "  ardiff compare --model models/tiny --refs valid.refs.tsv --limit 200\n"
    "  ardiff compare --model models/tiny --refs valid.refs.tsv --schedules "
    "uniform,ar-diffusion,ar-diffusion:1,lagged:50 \\\n"
    "      --steps 2,5,10,20 --seeds 1,2,3 --markdown table.md --csv table.csv\n"
    "  ardiff compare --model models/e2e --refs test.refs.tsv --schedules ar-diffusion,uniform,custom:mine.csv \\\n"
    "      --steps 5,20 --candidates 1,10 --twin runs/twin/model --beam 1,5 --floor train.src train.tgt --cells cells";

} // namespace

void addCompareOptions(CLI::App &command, CompareOptions &options)
{
    addRunOptions(command, options.generation); // before the grid's own options of the same names
    readsFile(command.add_option("--refs", options.references,
                                 "A line each: source, then one or more references, tab-separated"))
        ->required();
    addGridOptions(command, options);
    command.add_option("--limit", options.limit, "Only the first so many lines")->check(atLeast(1));
    addRiskOptions(command, options.risk, false);
    addMetricOptions(command, options.metrics, true);
    addYardstickOptions(command, options);
    addOutputOptions(command, options);
    command.footer(compareFooter);
}

} // namespace ard::cli
