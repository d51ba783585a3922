// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScheduleOptions.h"
#include "Usage.h"
#include "diffusion/ScheduleTable.h"
#include <sstream>

namespace ard::cli {

namespace {

/// CLI11 prints the sentence and exits with the status for wrong usage.
void orRefuse(const Status &status)
{
    if (!status)
        throw CLI::ValidationError(status.error().message);
}

std::string parameterHelp(const TimestepScheduleKind &kind, const ScheduleParameter &parameter)
{
    std::ostringstream help;
    help << kind.name << ": " << parameter.help << " (default " << parameter.defaultValue << ")";
    return help.str();
}

} // namespace

std::string scheduleKindsHelp()
{
    std::string names;
    for (const auto &kind : timestepScheduleKinds())
        names += (names.empty() ? "" : ", ") + kind.name;
    return "Timestep schedule: " + names;
}

void addScheduleOptions(CLI::App &command, TimestepScheduleSpec &spec, RulerSpec &ruler,
                        std::function<void(const std::string &)> given)
{
    for (const TimestepScheduleKind &kind : timestepScheduleKinds())
        for (const ScheduleParameter &parameter : kind.parameters)
            command.add_option_function<double>(
                "--" + parameter.name,
                [&spec, &parameter, given](double value) {
                    orRefuse(checkParameter(parameter, value));
                    parameter.set(spec, value);
                    if (given)
                        given(parameter.name);
                },
                parameterHelp(kind, parameter));
    command.add_option_function<std::string>(
        "--table",
        [&spec, given](const std::string &file) {
            if (const Status taken = takeScheduleTable(spec, file); !taken)
                refuseOption("--table", taken.error());
            if (given)
                given("table");
        },
        "custom: a CSV file with a line of timesteps for each sentence step, or what \"schedule --format json\" "
        "prints");
    command
        .add_option_function<std::string>(
            "--ruler",
            [&ruler, given](const std::string &spelled) {
                auto parsed = parseRuler(spelled);
                if (!parsed)
                    throw CLI::ValidationError(parsed.error().message);
                ruler = std::move(*parsed);
                if (given)
                    given("ruler");
            },
            "Which sentence steps are executed: stride (the paper's); ours: tail=K spends K of the M calls on the last "
            "N "
            "sentence steps, list=S,S,.. names them")
        ->default_str("stride");
}

} // namespace ard::cli
