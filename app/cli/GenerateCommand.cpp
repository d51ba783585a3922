// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "EngineCommands.h"
#include "GenerationOptions.h"
#include "Numbers.h"
#include "Output.h"
#include "Paths.h"
#include "ProgressLine.h"
#include "RiskOptions.h"
#include "RunOptions.h"
#include "base/Files.h"
#include "base/Json.h"
#include "base/Unicode.h"
#include "trace/RunFile.h"
#include "trace/RunJson.h"
#include <chrono>
#include <memory>

namespace ard::cli {

namespace {

struct GenerateOptions {
    GenerationOptions generation;
    RiskOptions risk;
    std::vector<std::string> knownVerse; ///< files
    ContinueOptions continued;
    std::string source, input, trace;
    int limit = 0; ///< 0: all
    OutputFormat format = OutputFormat::Text;
};

struct Row {
    std::string source;
    std::vector<CandidateOutput> outputs;
    int chosen = 0;
    double seconds = 0;
    std::int64_t modelCalls = 0; ///< of all candidates
    int plannedCalls = 0;        ///< of one candidate, without a repair, which may have nothing to do
    std::optional<LengthChoice> lengthChoice;
};

Result<std::vector<std::string>> readSources(const GenerateOptions &options)
{
    if (options.input.empty())
        return std::vector<std::string>{options.source};
    const std::string name = options.input == "-" ? "/dev/stdin" : options.input;
    ARD_ASSIGN(std::vector<std::string> lines, readLines(name));
    if (options.limit > 0 && static_cast<int>(lines.size()) > options.limit)
        lines.resize(static_cast<std::size_t>(options.limit));
    if (lines.empty())
        return fail(ErrorCode::Format, "'" + name + "' has no lines");
    return lines;
}

/// A line without a word would be refused by the model, which does not know the file.
Status checkLines(const GenerateOptions &options, const std::vector<std::string> &lines)
{
    for (std::size_t i = 0; i < lines.size() && !options.input.empty(); ++i)
        if (splitWords(lines[i]).empty())
            return fail(ErrorCode::Format, "Line " + std::to_string(i + 1) + " of '" + options.input + "' is empty");
    return {};
}

/// What was written, and whether the files beside it could be.
struct Written {
    std::vector<Row> rows;
    Status saved;
};

/// One run; with every frame kept and written to the run file if there is one.
Result<Written> runOne(const GenerateOptions &options, Generator &generator, const GenerationRequest &request)
{
    ProgressLine line;
    int calls = 1;
    GenerationObserver observer;
    observer.started = [&](const RunRecord &run, const auto &) { calls = run.plan.modelCalls(); };
    observer.frame = [&](const StepFrame &frame, const auto &) {
        line.show("generating", static_cast<double>(frame.modelCall) / calls);
    };
    ARD_ASSIGN(RunRecord run, generator.generate(request, !options.trace.empty(), observer));
    std::vector<Generator::BatchOutput> one{{run.outputs, run.chosen}};
    Status saved = writeRiskMatrix(options.risk, applyRisk(options.risk, request.choose, {request.source}, one));
    run.chosen = one.front().chosen;
    const std::int64_t made = modelCallsOf(request, one.front());
    if (!options.trace.empty())
        saved = firstFailure(std::move(saved), saveRun(run, options.trace));
    return Written{{{request.source, std::move(run.outputs), run.chosen, run.seconds, made,
                     calls - run.plan.repairCalls(), run.lengthChoice}},
                   std::move(saved)};
}

Result<Written> traceOne(const GenerateOptions &options, Generator &generator, const std::string &source)
{
    GenerationRequest request = options.generation.request;
    request.source = source;
    return runOne(options, generator, request);
}

Result<Written> generateAll(const GenerateOptions &options, Generator &generator,
                            const std::vector<std::string> &sources)
{
    ProgressLine line;
    const auto start = std::chrono::steady_clock::now();
    ARD_ASSIGN(auto outputs,
               generator.generateMany(sources, options.generation.request, options.generation.batch, line.sink()));
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const GenerationRequest &request = options.generation.request;
    Written written{{}, writeRiskMatrix(options.risk, applyRisk(options.risk, request.choose, sources, outputs))};
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const std::int64_t made = modelCallsOf(request, outputs[i]);
        written.rows.push_back({sources[i], std::move(outputs[i].outputs), outputs[i].chosen,
                                seconds / static_cast<double>(sources.size()), made, request.samplingSteps,
                                std::move(outputs[i].lengthChoice)});
    }
    return written;
}

nlohmann::ordered_json toJson(const LengthChoice &choice)
{
    nlohmann::ordered_json likely = nlohmann::ordered_json::array();
    for (const LengthChoice::Likely &one : choice.likely)
        likely.push_back({{"length", one.length}, {"probability", one.probability}});
    return {{"by", decidedByName(choice.by)}, {"likely", std::move(likely)}};
}

nlohmann::ordered_json toJson(const Row &row)
{
    std::vector<std::string> candidates;
    bool stoppedEarly = false;
    for (const CandidateOutput &output : row.outputs) {
        candidates.push_back(output.text);
        stoppedEarly = stoppedEarly || output.modelCalls < row.plannedCalls;
    }
    const CandidateOutput &chosen = row.outputs.at(static_cast<std::size_t>(row.chosen));
    nlohmann::ordered_json json{{"source", row.source},          {"output", chosen.text},
                                {"tokens", chosen.tokens},       {"candidates", candidates},
                                {"chosen", row.chosen},          {"model_calls", row.modelCalls},
                                {"stopped_early", stoppedEarly}, {"seconds", row.seconds}};
    if (const std::vector<double> likely = logLikelihoodsOf(row.outputs); !likely.empty())
        json["log_likelihood"] = likely;
    if (row.lengthChoice)
        json["length_choice"] = toJson(*row.lengthChoice);
    return json;
}

Status print(const GenerateOptions &options, const std::vector<Row> &rows)
{
    if (options.format == OutputFormat::Text) {
        for (const Row &row : rows)
            ARD_TRY(printResult(row.outputs.at(static_cast<std::size_t>(row.chosen)).text + "\n"));
        return finishResult();
    }
    nlohmann::ordered_json json = nlohmann::ordered_json::array();
    for (const Row &row : rows)
        json.push_back(toJson(row));
    ARD_TRY(printResult(jsonText(json) + "\n"));
    return finishResult();
}

Status run(GenerateOptions &options)
{
    ARD_ASSIGN(KnownVersePointer verse, loadVerse(options.knownVerse));
    ARD_TRY(takeVerse(options.risk, std::move(verse)));
    if (!options.continued.run.empty()) {
        ARD_ASSIGN(const auto generator, loadModel(options.generation, false));
        ARD_ASSIGN(const GenerationRequest request,
                   continuedRequest(options.continued, options.generation, *generator));
        ARD_ASSIGN(Written written, runOne(options, *generator, request));
        return firstFailure(std::move(written.saved), print(options, written.rows));
    }
    ARD_ASSIGN(const std::vector<std::string> sources, readSources(options));
    if (!options.trace.empty() && sources.size() != 1)
        return fail(ErrorCode::InvalidArgument,
                    "--trace records one source, but the input has " + std::to_string(sources.size()));
    ARD_TRY(checkLines(options, sources));
    ARD_ASSIGN(const auto generator, loadModel(options.generation));
    ARD_ASSIGN(Written written,
               options.trace.empty() ? generateAll(options, *generator, sources)
                                     : traceOne(options, *generator, sources.front()));
    return firstFailure(std::move(written.saved), print(options, written.rows));
}

} // namespace

void addGenerate(CLI::App &app, Action &action)
{
    const auto options = std::make_shared<GenerateOptions>();
    auto *command = addEngineCommand(app, "generate");
    auto *source = command->add_option("--source", options->source, "One source");
    auto *input =
        readsFile(command->add_option("--input", options->input, "A file of sources, one a line; - is standard input"))
            ->excludes(source);
    command->add_option("--limit", options->limit, "Only the first so many lines of --input")
        ->check(atLeast(1))
        ->needs(input);
    writesFile(command->add_option("--trace", options->trace,
                                   "Write every step of the run to this .ardrun file (one source)"));
    addGenerationOptions(*command, options->generation);
    addRiskOptions(*command, options->risk);
    addChoiceOption(*command, options->risk, options->generation);
    addKnownVerseOption(*command, options->knownVerse);
    auto *continued = addContinueOptions(*command, options->continued)->excludes(source)->excludes(input);
    addFormatOption(*command, options->format);
    command->footer(
        "seconds in the JSON output is the time of the whole batch divided by its sources; model_calls are those of "
        "all\n"
        "candidates, with those that judge them (--choose); stopped_early says that some were done before their "
        "last;\n"
        "log_likelihood, where the model judged them, is the mean logarithm of a word's probability. length_choice\n"
        "says who decided the number of positions (head: the model's length head, with the lengths that it finds\n"
        "likeliest; request; model) and is left out where a run goes on from another.\n"
        "Examples:\n"
        "  ardiff generate --model models/e2e --source \"name: The Mill | food: Italian | area: riverside\"\n"
        "  ardiff generate --model models/e2e --input sources.txt --candidates 5 --choose mixed --format json\n"
        "  ardiff generate --model runs/twin/model --input sources.txt --temperature 0.8 --top-p 0.95 --seed 7\n"
        "  ardiff generate --model models/tiny --source \"..\" --schedule uniform --steps 10 --trace run.ardrun\n"
        "  ardiff generate --model models/tiny --continue-from run.ardrun --at 6 --pin 3=dog --trace other.ardrun");
    command->callback([options, command, source, input, continued, &action] {
        if (source->empty() && input->empty() && continued->empty())
            throw CLI::RequiredError("one of --source, --input and --continue-from");
        refuseFixedOptions(*command, options->continued, options->generation.given);
        action = [options] { return run(*options); };
    });
}

} // namespace ard::cli
