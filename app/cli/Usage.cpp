// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Usage.h"
#include "base/Unicode.h"
#include <algorithm>
#include <cstdio>

namespace ard::cli {

namespace {

constexpr std::size_t kLongestLine = 1000; ///< characters

void printLine(std::string message)
{
    std::replace(message.begin(), message.end(), '\n', ' ');
    std::fprintf(stderr, "ardiff: %s\n", printable(message, kLongestLine).c_str());
}

/// The command that was named last, "ardiff grammar judge", or the program.
const CLI::App &chosen(const CLI::App &app, std::string &name)
{
    name += (name.empty() ? "" : " ") + app.get_name();
    const auto commands = app.get_subcommands();
    return commands.empty() ? app : chosen(*commands.front(), name);
}

/// What stands on the command line and belongs to nothing goes before what is missing: it is the more likely slip.
std::string sentence(const CLI::App &app, const CLI::App &command, const std::string &name,
                     const CLI::ParseError &error)
{
    const std::vector<std::string> rest = app.remaining(true);
    const auto code = static_cast<CLI::ExitCodes>(error.get_exit_code());
    if (rest.empty() || (code != CLI::ExitCodes::RequiredError && code != CLI::ExitCodes::ExtrasError))
        return error.what();
    const std::string shown = printable(rest.front(), 64);
    if (rest.front().starts_with('-'))
        return name + " has no option '" + shown + "'";
    if (!command.get_subcommands([](const CLI::App *) { return true; }).empty())
        return name + " has no command '" + shown + "'";
    return name + " does not take '" + shown + "'";
}

} // namespace

void refuseOption(const std::string &option, const ard::Error &error)
{
    if (error.code == ErrorCode::NotFound || error.code == ErrorCode::Io)
        throw FileFault(error);
    throw CLI::ValidationError(option, error.message);
}

int reportUsage(const CLI::App &app, const CLI::ParseError &error)
{
    if (error.get_exit_code() == 0)
        return app.exit(error);
    if (error.get_name() == "FileFault") {
        printLine(error.what());
        return 1;
    }
    std::string name;
    const CLI::App &command = chosen(app, name);
    printLine(sentence(app, command, name, error) + " (see " + name + " --help)");
    return 2;
}

int reportEnd(const Status &status)
{
    if (status)
        return 0;
    printLine(status.error().message);
    return status.error().code == ErrorCode::InvalidArgument ? 2 : 1;
}

} // namespace ard::cli
