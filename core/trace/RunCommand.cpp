// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/RunCommand.h"
#include "trace/RequestParameters.h"
#include <fmt/format.h>

namespace ard {

namespace {

/// One word of a shell, as it is where it can be.
std::string shellWord(const std::string &text)
{
    constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=./,:@%";
    if (!text.empty() && text.find_first_not_of(kPlain) == std::string::npos)
        return text;
    std::string quoted = "'";
    for (const char c : text)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

std::string option(const std::string &name, const std::string &value)
{
    return " --" + name + " " + shellWord(value);
}

std::string scheduleOptions(const TimestepScheduleSpec &spec)
{
    std::string options = option("schedule", spec.kind);
    const TimestepScheduleKind *kind = timestepScheduleKind(spec.kind);
    for (const ScheduleParameter &parameter : kind ? kind->parameters : std::vector<ScheduleParameter>())
        options += option(parameter.name, fmt::format("{}", parameter.get(spec)));
    return kind && kind->needsTable ? options + option("table", "table.csv") : options;
}

/// Of the run that the others go on from.
std::string firstCommand(const GenerationRequest &request, const std::string &modelFolder)
{
    std::string command = "ardiff generate" + option("model", modelFolder) + option("source", request.source) +
        scheduleOptions(request.schedule);
    if (request.ruler != RulerSpec())
        command += option("ruler", rulerText(request.ruler));
    for (const RequestParameter &parameter : requestParameters()) {
        const ParameterValue value = parameter.get(request);
        if (parameter.modelsOwn || parameter.name == "seed" || value != parameter.defaultValue())
            command += option(parameter.name, parameterText(value));
    }
    const bool hasLength = request.schedule.length > 0 && request.candidateLengths.empty();
    return hasLength ? command + option("length", std::to_string(request.schedule.length)) : command;
}

/// By number, which names one piece of the vocabulary whatever its text: "3=#17".
std::string wordAt(const PositionChange &change)
{
    const std::string word = change.word >= 0 ? "#" + std::to_string(change.word) : change.text;
    return std::to_string(change.position) + "=" + word;
}

std::string changeOption(const PositionChange &change)
{
    switch (change.kind) {
    case PositionChange::Kind::Pin:
        return option("pin", wordAt(change));
    case PositionChange::Kind::Replace:
        return option("replace", wordAt(change));
    case PositionChange::Kind::Renoise:
        break;
    }
    return option("renoise", std::to_string(change.position));
}

std::string continueCommand(const Continuation &continuation, const std::string &modelFolder, const std::string &file)
{
    std::string command = "ardiff generate" + option("model", modelFolder) + option("continue-from", file) +
        option("at", std::to_string(continuation.fromCall));
    for (const PositionChange &change : continuation.changes)
        command += changeOption(change);
    if (continuation.seed)
        command += option("seed", std::to_string(*continuation.seed));
    if (continuation.schedule)
        command += scheduleOptions(*continuation.schedule);
    if (continuation.ruler)
        command += option("ruler", rulerText(*continuation.ruler));
    if (continuation.samplingSteps > 0)
        command += option("steps", std::to_string(continuation.samplingSteps));
    return command;
}

} // namespace

std::vector<std::string> runCommands(const GenerationRequest &request, const std::string &modelFolder)
{
    std::vector<std::string> commands{firstCommand(request, modelFolder)};
    for (const Continuation &continuation : request.continuations) {
        const std::string file = fmt::format("run-{}.ardrun", commands.size());
        commands.back() += option("trace", file);
        commands.push_back(continueCommand(continuation, modelFolder, file));
    }
    return commands;
}

} // namespace ard
