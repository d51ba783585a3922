// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "GenerationOptions.h"
#include "Output.h"
#include "ProgressLine.h"
#include "base/Files.h"
#include "metrics/MetricsReport.h"
#include <chrono>
#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>

namespace ard::cli {

namespace {

struct EvaluateOptions {
    GenerationOptions generation;
    std::string references, output;
    int limit = 0; ///< 0: all
    OutputFormat format = OutputFormat::Text;
};

/// In sacreBLEU's form, so that a number can be compared with others.
std::string bleuSignature(const ReferenceSet &references)
{
    std::size_t least = references.references.front().size(), most = least;
    for (const auto &list : references.references) {
        least = std::min(least, list.size());
        most = std::max(most, list.size());
    }
    return fmt::format("nrefs:{}|case:mixed|eff:no|tok:13a|smooth:exp", least == most ? std::to_string(most) : "var");
}

Result<ReferenceSet> readLimited(const EvaluateOptions &options)
{
    ARD_ASSIGN(ReferenceSet references, readReferences(options.references));
    if (references.sources.empty())
        return fail(ErrorCode::Format, "'" + options.references + "' has no lines");
    if (options.limit > 0 && static_cast<int>(references.sources.size()) > options.limit) {
        references.sources.resize(static_cast<std::size_t>(options.limit));
        references.references.resize(static_cast<std::size_t>(options.limit));
    }
    return references;
}

Status print(const EvaluateOptions &options, const MetricsReport &report, const nlohmann::ordered_json &settings)
{
    if (options.format == OutputFormat::Json) {
        nlohmann::ordered_json json = toJson(report);
        json.update(settings);
        ARD_TRY(printResult(json.dump() + "\n"));
        return finishResult();
    }
    std::string text = toText(report);
    for (const auto &[key, value] : settings.items())
        text += fmt::format("{:<22} {}\n", key, value.is_string() ? value.get<std::string>() : value.dump());
    ARD_TRY(printResult(text));
    return finishResult();
}

Status run(EvaluateOptions &options)
{
    ARD_ASSIGN(const ReferenceSet references, readLimited(options));
    ARD_ASSIGN(const auto generator, loadModel(options.generation));
    const auto start = std::chrono::steady_clock::now();
    std::vector<std::string> outputs;
    double modelCalls = 0; // fewer than asked for where runs stop early
    {
        ProgressLine line;
        ARD_ASSIGN(const auto rows,
                   generator->generateMany(references.sources, options.generation.request, options.generation.batch,
                                           line.sink()));
        for (const auto &row : rows)
            outputs.push_back(row.outputs.at(static_cast<std::size_t>(row.chosen)).text);
        for (const auto &row : rows)
            for (const CandidateOutput &output : row.outputs)
                modelCalls += output.modelCalls / static_cast<double>(rows.size());
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (!options.output.empty()) {
        std::string text;
        for (const std::string &output : outputs)
            text += output + "\n";
        ARD_TRY(writeAtomically(options.output, text));
    }
    ARD_ASSIGN(const MetricsReport report, scoreOutputs(outputs, references));
    nlohmann::ordered_json settings{{"seconds", seconds},
                                    {"sentences_per_second", static_cast<double>(outputs.size()) / seconds},
                                    {"signature", bleuSignature(references)}};
    settings.update(describeRun(options.generation, *generator));
    if (options.generation.request.stopWhenSettled > 0)
        settings["model_calls"] = modelCalls;
    return print(options, report, settings);
}

} // namespace

void addEvaluate(CLI::App &app, Action &action)
{
    const auto options = std::make_shared<EvaluateOptions>();
    auto *command = app.add_subcommand(
        "evaluate", "Generate for every source of a file and score the outputs against its references");
    command
        ->add_option("--refs", options->references, "A line each: source, then one or more references, tab-separated")
        ->required();
    command->add_option("--limit", options->limit, "Only the first so many lines")->check(CLI::PositiveNumber);
    command->add_option("--output", options->output, "Write the outputs to this file, one a line");
    addGenerationOptions(*command, options->generation);
    addFormatOption(*command, options->format);
    command->footer(
        "model_calls is for each source. Examples:\n"
        "  ardiff evaluate --model models/e2e --refs valid.refs.tsv\n"
        "  ardiff evaluate --model models/e2e --refs valid.refs.tsv --schedule uniform --limit 100 --format json\n"
        "  ardiff evaluate --model models/e2e --refs valid.refs.tsv --candidates 5 --output outputs.txt");
    command->callback([options, &action] { action = [options] { return run(*options); }; });
}

} // namespace ard::cli
