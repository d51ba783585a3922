// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "ModelFolders.h"
#include "Numbers.h"
#include "Output.h"
#include "ScheduleOptions.h"
#include "diffusion/SamplingPlan.h"
#include "folder/ModelSummary.h"
#include <algorithm>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

namespace ard::cli {

namespace {

struct ScheduleOptions {
    TimestepScheduleSpec spec;
    RulerSpec ruler;
    std::string model; ///< empty: none
    int steps = 0;     ///< 0: 20, or as many as the list has
    OutputFormat format = OutputFormat::Text;
};

/// Row by row: a long table as one JSON value would take many times its size in memory.
Status printJson(const ScheduleOptions &options, const SamplingPlan &plan)
{
    const nlohmann::ordered_json head{{"kind", options.spec.kind},
                                      {"length", options.spec.length},
                                      {"diffusion_steps", options.spec.diffusionSteps},
                                      {"sentence_steps", plan.sentenceSteps}};
    std::string text = head.dump();
    text.back() = ','; // the object goes on
    ARD_TRY(printResult(text + "\"timesteps\":["));
    for (std::size_t row = 0; row < plan.timesteps.size(); ++row)
        ARD_TRY(printResult((row ? "," : "") + nlohmann::json(plan.timesteps[row]).dump()));
    return printResult("],\"model_calls\":" + std::to_string(plan.modelCalls()) + "}\n");
}

/// Positions that fit on a line of a terminal, evenly spread, always the first and the last.
std::vector<int> shownPositions(int length, int width)
{
    constexpr int lineWidth = 96;
    const int shown = std::min(length, std::max(2, lineWidth / (width + 1)));
    std::vector<int> positions;
    for (int i = 0; i < shown; ++i)
        positions.push_back(shown == 1 ? 0
                                       : static_cast<int>(static_cast<std::int64_t>(i) * (length - 1) / (shown - 1)));
    return positions;
}

std::string padded(const std::string &text, int width)
{
    const int missing = width - static_cast<int>(text.size());
    return std::string(static_cast<std::size_t>(std::max(0, missing)), ' ') + text;
}

std::string numberLine(const std::string &label, const std::string &sentenceStep, const std::vector<int> &positions,
                       const std::vector<int> &values, int width)
{
    std::string line = padded(label, 7) + " " + padded(sentenceStep, 13) + "  ";
    for (const int n : positions)
        line += " " + padded(std::to_string(values[n]), width);
    return line + "\n";
}

Status printText(const ScheduleOptions &options, const SamplingPlan &plan)
{
    const auto &spec = options.spec;
    const int width = static_cast<int>(std::to_string(std::max(spec.diffusionSteps, spec.length) - 1).size());
    const std::vector<int> positions = shownPositions(spec.length, width);
    std::string text = "Timestep schedule " + spec.kind + ": length " + std::to_string(spec.length) + ", " +
        std::to_string(spec.diffusionSteps) + " diffusion steps, " + std::to_string(plan.modelCalls()) +
        " model calls\n";
    text += "Timesteps of the positions before the first and after each model call";
    if (static_cast<int>(positions.size()) < spec.length)
        text +=
            " (" + std::to_string(positions.size()) + " of " + std::to_string(spec.length) + "; --format json has all)";
    std::vector<int> numbers(spec.length);
    for (int n = 0; n < spec.length; ++n)
        numbers[n] = n;
    ARD_TRY(printResult(text + "\n\n" + numberLine("call", "sentence step", positions, numbers, width)));
    for (std::size_t row = 0; row < plan.timesteps.size(); ++row)
        ARD_TRY(
            printResult(numberLine(row == 0 ? "start" : std::to_string(row), std::to_string(plan.sentenceSteps[row]),
                                   positions, plan.timesteps[row], width)));
    return {};
}

/// What the model fixes: N and T where they were not given, and its learned timestep schedule.
Status askModel(ScheduleOptions &options, bool diffusionStepsGiven)
{
    if (options.model.empty() && options.spec.kind == "learned")
        return fail(ErrorCode::InvalidArgument, "The timestep schedule learned is a model's: give --model");
    if (options.model.empty())
        return {};
    ARD_ASSIGN(const protocol::ModelSummary model, readModelSummary(options.model));
    options.spec.length = options.spec.length == 0 ? model.length : options.spec.length;
    options.spec.diffusionSteps = diffusionStepsGiven ? options.spec.diffusionSteps : model.diffusionSteps;
    options.spec.knots = model.learnedTimesteps;
    return {};
}

Status run(ScheduleOptions &options, bool diffusionStepsGiven)
{
    ARD_TRY(askModel(options, diffusionStepsGiven));
    const int steps = options.steps == 0 && options.ruler.kind != "list" ? 20 : options.steps;
    ARD_ASSIGN(const SamplingPlan plan, makeSamplingPlan(options.spec, steps, options.ruler));
    ARD_TRY(options.format == OutputFormat::Json ? printJson(options, plan) : printText(options, plan));
    return finishResult();
}

} // namespace

void addSchedule(CLI::App &app, Action &action)
{
    const auto options = std::make_shared<ScheduleOptions>();
    auto *command = app.add_subcommand("schedule", "Print the timestep of every position at every model call");
    command->add_option("--kind", options->spec.kind, scheduleKindsHelp())->capture_default_str();
    auto *length = command->add_option("--length", options->spec.length, "Number of positions N, 1 to 4096");
    takesModel(command->add_option("--model", options->model,
                                   "Model folder: its N and T where they are not given, and its schedule for learned"));
    command->add_option("--steps", options->steps, "Sampling steps M: how many model calls are made")
        ->check(between(1, 100'000'000))
        ->default_str("20");
    addScheduleOptions(*command, options->spec, options->ruler);
    auto *diffusionSteps =
        command->add_option("--diffusion-steps", options->spec.diffusionSteps, "Diffusion steps T, 2 to 100000")
            ->capture_default_str();
    addFormatOption(*command, options->format);
    command->footer("Examples:\n"
                    "  ardiff schedule --length 50 --steps 20\n"
                    "  ardiff schedule --kind uniform --length 16 --diffusion-steps 200 --steps 10\n"
                    "  ardiff schedule --kind lagged --lag 100 --length 16 --steps 20\n"
                    "  ardiff schedule --kind learned --model runs/mine/model --steps 20\n"
                    "  ardiff schedule --length 50 --steps 20 --ruler tail=5\n"
                    "  ardiff schedule --kind custom --table mine.csv --length 16 --ruler list=9,6,3,0\n"
                    "  ardiff schedule --length 50 --steps 2050 --format json > plan.json");
    command->callback([options, length, diffusionSteps, &action] {
        if (length->empty() && options->model.empty())
            throw CLI::RequiredError("--length");
        action = [options, given = !diffusionSteps->empty()] { return run(*options, given); };
    });
}

} // namespace ard::cli
