// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "GenerationOptions.h"
#include "Numbers.h"
#include "ProgressLine.h"
#include "ScheduleOptions.h"
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace ard::cli {

namespace {

const std::map<std::string, Solver> solverNames{{"ddim", Solver::Ddim}, {"dpm++2m", Solver::DpmPlusPlus2M}};

template <class Value>
std::string nameOf(const std::map<std::string, Value> &names, Value wanted)
{
    for (const auto &[name, value] : names)
        if (value == wanted)
            return name;
    return {};
}

void addSolverOptions(CLI::App &command, GenerationRequest &request)
{
    command
        .add_option_function<std::string>(
            "--solver", [&request](const std::string &name) { request.solver = solverNames.at(name); },
            "ddim (with --eta 1 the paper's) or dpm++2m (ours, for few steps: DPM-Solver++ of order 2 with a history "
            "for "
            "every token; adds no noise, so --eta is ignored)")
        ->check(CLI::IsMember({"ddim", "dpm++2m"}).description(""))
        ->default_str("ddim");
    command
        .add_option("--noise-top-p", request.noiseTopP,
                    "Draw step noise again while its absolute value is above this (the reference's top_p); 0: off")
        ->capture_default_str();
    command
        .add_option(
            "--stop-when-settled", request.stopWhenSettled,
            "Ours: stop when no word, PAD included, has changed in so many calls; the words are those of x0_hat "
            "then; 0: off")
        ->check(atLeast(0))
        ->capture_default_str();
}

/// "anchor-scale" as JSON names it: "anchor_scale".
std::string jsonName(std::string name)
{
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

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
    const bool open = options.request.ruler.kind == "list" && !options.stepsGiven;
    ARD_ASSIGN(const SamplingPlan plan,
               makeSamplingPlan(spec, open ? 0 : options.request.samplingSteps, options.request.ruler));
    options.request.samplingSteps = plan.modelCalls();
    return {};
}

} // namespace

void addGenerationOptions(CLI::App &command, GenerationOptions &options)
{
    GenerationRequest &request = options.request;
    command.add_option("--model", options.model, "Model folder")->required();
    command.add_option("--schedule", request.schedule.kind, scheduleKindsHelp())
        ->capture_default_str()
        ->each([&options](const std::string &) { options.scheduleGiven = true; });
    command
        .add_option("--steps", request.samplingSteps,
                    "Sampling steps M: how many model calls are made (default: the model's own)")
        ->check(atLeast(1))
        ->each([&options](const std::string &) { options.stepsGiven = true; });
    addScheduleOptions(command, request.schedule, request.ruler, [&options](const std::string &name) {
        options.anchorGiven = options.anchorGiven || name == "anchor-scale";
    });
    command.add_option("--seed", request.seed, "Seed of all noise; candidate c uses seed + c")->capture_default_str();
    command.add_option("--eta", request.eta, "0 (deterministic, DDIM) to 1 (the paper's)")
        ->check(between(0, 1))
        ->capture_default_str();
    command
        .add_option_function<std::string>(
            "--clamp",
            [&options](const std::string &name) {
                options.request.clamp = *clampNamed(name);
                options.clampGiven = true;
            },
            "What x0_hat is clamped to: the nearest word embedding (nearest, the paper's), the mean of all, each as "
            "probable as it is (expected, ours), "
            "or none (default: the model's own)")
        ->check(CLI::IsMember(clampNames()).description(""));
    command.add_option("--clamp-from", request.clampFromCall, "First model call whose x0_hat is clamped")
        ->check(atLeast(1))
        ->capture_default_str();
    command
        .add_option("--candidates", request.candidates,
                    "Candidates for a source; the one that agrees best with the others is chosen")
        ->check(between(1, kMaxCandidates))
        ->capture_default_str();
    command.add_option("--beam", request.beam, "Autoregressive models only: sentences kept at a time; 1 is greedy")
        ->check(between(1, kMaxBeam))
        ->capture_default_str();
    addSolverOptions(command, request);
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
    const auto &trained = summary.trainedSchedules;
    if (!options.scheduleGiven && !trained.empty() &&
        std::find(trained.begin(), trained.end(), "ar-diffusion") == trained.end())
        options.request.schedule.kind = trained.front();
    if (!options.stepsGiven)
        options.request.samplingSteps = summary.defaultSamplingSteps;
    if (!options.clampGiven)
        options.request.clamp = summary.defaultClamp;
    if (!options.anchorGiven)
        options.request.schedule.anchorScale = summary.trainedAnchorScale;
    options.request.schedule.knots = summary.learnedTimesteps;
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
    for (const TimestepScheduleKind &kind : timestepScheduleKinds())
        for (const ScheduleParameter &parameter : kind.parameters)
            if (kind.name == request.schedule.kind)
                json[jsonName(parameter.name)] = parameter.get(request.schedule);
    json.update({{"ruler", rulerText(request.ruler)},
                 {"steps", request.samplingSteps},
                 {"seed", request.seed},
                 {"eta", request.eta},
                 {"clamp", clampName(request.clamp)},
                 {"clamp_from", request.clampFromCall},
                 {"solver", nameOf(solverNames, request.solver)},
                 {"noise_top_p", request.noiseTopP},
                 {"stop_when_settled", request.stopWhenSettled},
                 {"candidates", request.candidates},
                 {"beam", request.beam},
                 {"length", lengthText(request.schedule.length, summary)},
                 {"model_calls", static_cast<std::int64_t>(request.samplingSteps) * request.candidates}});
    return json;
}

} // namespace ard::cli
