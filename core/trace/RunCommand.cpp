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

} // namespace

std::string runCommand(const GenerationRequest &request, const std::string &modelFolder)
{
    if (!request.continuations.empty())
        return {};
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

} // namespace ard
