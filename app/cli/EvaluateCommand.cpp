// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "EngineCommands.h"
#include "GenerationOptions.h"
#include "MetricOptions.h"
#include "Numbers.h"
#include "Output.h"
#include "Paths.h"
#include "ProgressLine.h"
#include "RiskOptions.h"
#include "TwinLikelihood.h"
#include "base/Files.h"
#include "base/Json.h"
#include <chrono>
#include <fmt/format.h>
#include <memory>

namespace ard::cli {

namespace {

struct EvaluateOptions {
    GenerationOptions generation;
    MetricOptions metrics;
    RiskOptions risk;
    std::string references, output, details;
    int limit = 0; ///< 0: all
    OutputFormat format = OutputFormat::Text;
};

/// Every sentence with its own scores, for a closer look.
Status writeDetails(const std::string &path, const ReferenceSet &references,
                    const std::vector<Generator::BatchOutput> &rows, const std::vector<SourceStatistics> &statistics)
{
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::vector<std::string> candidates = textsOf(rows[i]);
        nlohmann::ordered_json one{{"source", references.sources[i]},
                                   {"references", references.references[i]},
                                   {"output", candidates.at(static_cast<std::size_t>(rows[i].chosen))},
                                   {"candidates", candidates},
                                   {"chosen", rows[i].chosen},
                                   {"bleu", bleuOf(statistics[i].bleu, true).score},
                                   {"chrf", valueOf("chrf", statistics[i])},
                                   {"rouge_l", valueOf("rouge_l", statistics[i])},
                                   {"coverage", valueOf("coverage", statistics[i])}};
        if (const std::vector<double> likely = logLikelihoodsOf(rows[i].outputs); !likely.empty())
            one["log_likelihood"] = likely;
        list.push_back(std::move(one));
    }
    return writeAtomically(path, jsonText(list, 1) + "\n");
}

Status writeLines(const std::string &path, const std::vector<std::string> &lines)
{
    std::string text;
    for (const std::string &line : lines)
        text += line + "\n";
    return writeAtomically(path, text);
}

Status print(const EvaluateOptions &options, const MetricsReport &report, const nlohmann::ordered_json &settings)
{
    if (options.format == OutputFormat::Json) {
        nlohmann::ordered_json json = toJson(report);
        json.update(settings);
        ARD_TRY(printResult(jsonText(json) + "\n"));
        return finishResult();
    }
    std::string text = toText(report);
    for (const auto &[key, value] : settings.items())
        text += fmt::format("{:<22} {}\n", key, value.is_string() ? value.get<std::string>() : value.dump());
    ARD_TRY(printResult(text));
    return finishResult();
}

Result<std::vector<Generator::BatchOutput>> generateAll(const EvaluateOptions &options, Generator &generator,
                                                        const std::vector<std::string> &sources)
{
    ProgressLine line;
    return generator.generateMany(sources, options.generation.request, options.generation.batch, line.sink());
}

/// Calls for a source, all candidates together.
double meanModelCalls(const GenerationRequest &request, const std::vector<Generator::BatchOutput> &rows)
{
    double calls = 0;
    for (const auto &row : rows)
        calls += static_cast<double>(modelCallsOf(request, row)) / static_cast<double>(rows.size());
    return calls;
}

/// All files that were asked for; the first failure of those that could not be written.
Status save(const EvaluateOptions &options, const ReferenceSet &references,
            const std::vector<Generator::BatchOutput> &rows, const ScoreOptions &score,
            const nlohmann::ordered_json &riskMatrix)
{
    const std::vector<std::string> outputs = chosenTexts(rows);
    Status saved = writeRiskMatrix(options.risk, riskMatrix);
    if (!options.output.empty())
        saved = firstFailure(std::move(saved), writeLines(options.output, outputs));
    if (!options.details.empty()) {
        ARD_ASSIGN(const auto statistics, sourceStatistics(outputs, references, {}, score));
        saved = firstFailure(std::move(saved), writeDetails(options.details, references, rows, statistics));
    }
    return saved;
}

Status run(EvaluateOptions &options)
{
    ARD_ASSIGN(const ReferenceSet references, readReferences(options.references, options.limit));
    ARD_ASSIGN(ScoreOptions score, scoreOptions(options.metrics, likelihoodBy));
    ARD_TRY(takeVerse(options.risk, score.verse));
    ARD_ASSIGN(const auto generator, loadModel(options.generation));
    score.tokens = bleuTokens(options.metrics, generator->summary().languages);
    const auto start = std::chrono::steady_clock::now();
    const GenerationRequest &request = options.generation.request;
    ARD_ASSIGN(auto rows, generateAll(options, *generator, references.sources));
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const nlohmann::ordered_json riskMatrix = applyRisk(options.risk, request.choose, references.sources, rows);
    const std::vector<std::string> outputs = chosenTexts(rows);
    const auto candidates = candidateTexts(rows);
    ARD_ASSIGN(const MetricsReport report, scoreOutputs(outputs, references, score, candidates));
    nlohmann::ordered_json settings{{"seconds", seconds},
                                    {"sentences_per_second", static_cast<double>(outputs.size()) / seconds},
                                    {"version", ARD_VERSION},
                                    {"risk", nameOf(options.risk.risk)}};
    settings.update(describeRun(options.generation, *generator));
    if (options.risk.asVerse)
        settings["choose"] = "verse";
    // Fewer than asked for where runs stop early or a repair has nothing to do.
    if (request.stopWhenSettled > 0 || request.repair > 0)
        settings["model_calls"] = meanModelCalls(request, rows);
    Status saved = save(options, references, rows, score, riskMatrix);
    return firstFailure(std::move(saved), print(options, report, settings));
}

} // namespace

void addEvaluate(CLI::App &app, Action &action)
{
    const auto options = std::make_shared<EvaluateOptions>();
    auto *command = addEngineCommand(app, "evaluate");
    readsFile(command->add_option("--refs", options->references,
                                  "A line each: source, then one or more references, tab-separated"))
        ->required();
    command->add_option("--limit", options->limit, "Only the first so many lines")->check(atLeast(1));
    writesFile(command->add_option("--output", options->output, "Write the outputs to this file, one a line"));
    writesFile(command->add_option("--details", options->details,
                                   "Write every source with its candidates and its own scores to this JSON file"));
    addGenerationOptions(*command, options->generation);
    addRiskOptions(*command, options->risk);
    addChoiceOption(*command, options->risk, options->generation);
    addMetricOptions(*command, options->metrics, true);
    addTwinOption(*command, options->metrics);
    addFormatOption(*command, options->format);
    command->footer(
        "model_calls is for each source. Sentence BLEU in --details leaves out orders that the output is too short "
        "for.\n"
        "Examples:\n"
        "  ardiff evaluate --model models/e2e --refs valid.refs.tsv\n"
        "  ardiff evaluate --model models/e2e --refs valid.refs.tsv --schedule uniform --limit 100 --format json\n"
        "  ardiff evaluate --model models/e2e --refs valid.refs.tsv --candidates 5 --output outputs.txt\n"
        "  ardiff evaluate --model models/e2e --refs valid.refs.tsv --candidates 10 --choose mixed\n"
        "  ardiff evaluate --model DIR --refs valid.refs.tsv --candidates 10 --risk chrf --risk-matrix matrix.json\n"
        "  ardiff evaluate --model DIR --refs valid.refs.tsv --candidates 10 --known-verse train.tsv --choose verse "
        "--twin TWIN");
    command->callback([options, &action] { action = [options] { return run(*options); }; });
}

} // namespace ard::cli
