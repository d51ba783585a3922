// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "MetricOptions.h"
#include "Output.h"
#include "Paths.h"
#include "base/Files.h"
#include <memory>
#include <nlohmann/json.hpp>

namespace ard::cli {

namespace {

struct MetricsOptions {
    std::string hypotheses;
    std::string references;
    std::string candidates;
    MetricOptions metrics;
    OutputFormat format = OutputFormat::Text;
};

/// A line for each source, candidates separated by tabs.
Result<std::vector<std::vector<std::string>>> readCandidates(const std::string &path)
{
    std::vector<std::vector<std::string>> candidates;
    if (path.empty())
        return candidates;
    ARD_ASSIGN(const auto lines, readLines(path));
    for (const std::string &line : lines)
        candidates.push_back(CLI::detail::split(line, '\t'));
    return candidates;
}

Status run(const MetricsOptions &options, const LoadLikelihood &load)
{
    ARD_ASSIGN(const ScoreOptions score, scoreOptions(options.metrics, load));
    ARD_ASSIGN(const auto outputs, readLines(options.hypotheses == "-" ? "/dev/stdin" : options.hypotheses));
    ARD_ASSIGN(const auto references, ard::readReferences(options.references));
    if (outputs.size() != references.sources.size())
        return fail(ErrorCode::Format,
                    "'" + options.hypotheses + "' has " + std::to_string(outputs.size()) + " lines and '" +
                        options.references + "' has " + std::to_string(references.sources.size()) +
                        ": one output for each source is needed");
    ARD_ASSIGN(const auto candidates, readCandidates(options.candidates));
    if (!candidates.empty() && candidates.size() != outputs.size())
        return fail(ErrorCode::Format,
                    "'" + options.candidates + "' has candidates for " + std::to_string(candidates.size()) + " of " +
                        std::to_string(outputs.size()) + " sources: one line for each is needed");
    ARD_ASSIGN(const MetricsReport report, scoreOutputs(outputs, references, score, candidates));
    ARD_TRY(printResult(options.format == OutputFormat::Json ? toJson(report).dump() + "\n" : toText(report)));
    return finishResult();
}

} // namespace

void addMetrics(CLI::App &app, Action &action, const LoadLikelihood &load)
{
    const auto options = std::make_shared<MetricsOptions>();
    auto *command = app.add_subcommand("metrics",
                                       "Score a file of outputs: BLEU, chrF2, ROUGE, concept coverage, diversity, "
                                       "broken words, verse, with confidence intervals");
    readsFile(command->add_option("--hypotheses", options->hypotheses,
                                  "Outputs, one a line, in the order of --refs; - is standard input"))
        ->required();
    readsFile(command->add_option("--refs", options->references,
                                  "A line each: source, then one or more references, tab-separated"))
        ->required();
    readsFile(
        command->add_option("--candidates", options->candidates,
                            "All candidates for self-BLEU and distinct-n: a line each source, separated by tabs"));
    addMetricOptions(*command, options->metrics, false);
    addTwinOption(*command, options->metrics);
    addFormatOption(*command, options->format);
    command->footer(
        "Examples:\n"
        "  ardiff metrics --hypotheses outputs.txt --refs valid.refs.tsv\n"
        "  ardiff metrics --hypotheses outputs.txt --refs de.refs.tsv --tokenize intl --format json\n"
        "  ardiff metrics --hypotheses poems.txt --refs verse.refs.tsv --tokenize char --known-verse train.tsv "
        "--twin runs/twin/model\n"
        "  ardiff generate --model DIR --input sources.txt | ardiff metrics --hypotheses - --refs F.tsv");
    command->callback([options, load, &action] { action = [options, load] { return run(*options, load); }; });
}

} // namespace ard::cli
