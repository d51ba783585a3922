// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "GenerationOptions.h"
#include "ModelFolders.h"
#include "Numbers.h"
#include "ProgressLine.h"
#include "RequestOptions.h"
#include "ScheduleOptions.h"
#include <nlohmann/json.hpp>

namespace ard::cli {

namespace {

/// N, or that each source has its own.
nlohmann::ordered_json lengthText(int asked, const protocol::ModelSummary &summary)
{
    if (asked == 0 && summary.lengthHead)
        return "by the length head";
    return asked == 0 ? summary.length : asked;
}

/// A list says itself how many calls it makes; whatever makes no plan is refused before any text is read.
Status settleSteps(GenerationOptions &options, const protocol::ModelSummary &summary)
{
    TimestepScheduleSpec spec = options.request.schedule;
    spec.length = spec.length == 0 ? summary.length : spec.length;
    spec.diffusionSteps = summary.diffusionSteps;
    const bool open = options.request.ruler.kind == "list" && !options.given.contains("steps");
    ARD_ASSIGN(const SamplingPlan plan,
               makeSamplingPlan(spec, open ? 0 : options.request.samplingSteps, options.request.ruler));
    options.request.samplingSteps = plan.modelCalls();
    return {};
}

} // namespace

void addGenerationOptions(CLI::App &command, GenerationOptions &options)
{
    GenerationRequest &request = options.request;
    const auto given = [&options](const std::string &name) { options.given.insert(name); };
    takesModel(command.add_option("--model", options.model, "Model folder, or the name of a bundled model"))
        ->required();
    command
        .add_option_function<std::string>(
            "--schedule",
            [&request, given](const std::string &kind) {
                request.schedule.kind = kind;
                given("schedule");
            },
            scheduleKindsHelp())
        ->default_str(request.schedule.kind);
    addScheduleOptions(command, request.schedule, request.ruler, given);
    addRequestOptions(command, request, given);
    command
        .add_option("--length", request.schedule.length,
                    "Number of positions N (default: the model's own, or what its length head gives each source)")
        ->check(atLeast(1));
    command.add_option("--batch", options.batch, "Rows computed at once")
        ->check(between(1, 4096))
        ->capture_default_str();
    command.add_option("--device", options.device, "auto, cpu, cuda or cuda:N")->capture_default_str();
}

Result<std::unique_ptr<Generator>> loadModel(GenerationOptions &options, bool wholeRun)
{
    ProgressLine line;
    ARD_ASSIGN(auto generator, Generator::load(options.model, options.device, line.sink()));
    const protocol::ModelSummary &summary = generator->summary();
    takeModelDefaults(options.request, summary, options.given);
    if (wholeRun)
        ARD_TRY(settleSteps(options, summary));
    return generator;
}

nlohmann::ordered_json describeRun(const GenerationOptions &options, const Generator &generator)
{
    const GenerationRequest &request = options.request;
    const protocol::ModelSummary &summary = generator.summary();
    nlohmann::ordered_json json{{"model", summary.name},
                                {"fingerprint", summary.fingerprint},
                                {"device", generator.device()},
                                {"schedule", request.schedule.kind}};
    if (const TimestepScheduleKind *kind = timestepScheduleKind(request.schedule.kind))
        for (const ScheduleParameter &parameter : kind->parameters)
            json[parameter.key()] = parameter.get(request.schedule);
    json["ruler"] = rulerText(request.ruler);
    for (const RequestParameter &parameter : requestParameters())
        json[parameter.reportKey()] = parameterToJson(parameter.get(request));
    json["length"] = lengthText(request.schedule.length, summary);
    json["model_calls"] =
        static_cast<std::int64_t>(request.samplingSteps + request.repair + judgingCalls(request)) * request.candidates;
    return json;
}

} // namespace ard::cli
