// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommandLine.h"
#include "Manual.h"
#include "Numbers.h"
#include "Paths.h"
#include "Usage.h"

namespace ard::cli {

void addFormatOption(CLI::App &command, OutputFormat &format)
{
    command
        .add_option_function<std::string>(
            "--format",
            [&format](const std::string &name) { format = name == "json" ? OutputFormat::Json : OutputFormat::Text; },
            "How results are printed: text or json")
        ->check(CLI::IsMember({"text", "json"}).description(""))
        ->type_name("text|json")
        ->default_str("text");
}

namespace {

struct Program {
    explicit Program(const std::vector<AddCommand> &commands)
    {
        app.set_version_flag("--version", ARD_VERSION);
        app.require_subcommand(1);
        for (const AddCommand &add : commands)
            add(app, action);
    }

    CLI::App app{"ardiff: train, run and study AR-Diffusion text models (arXiv 2305.09515)", "ardiff"};
    Action action;
};

} // namespace

int writeManualOf(const std::vector<AddCommand> &commands, const char *folder)
{
    return reportEnd(writeManual(Program(commands).app, folder));
}

int runCommandLine(int argc, char **argv, const std::vector<AddCommand> &commands)
{
    Program program(commands);
    auto &[app, action] = program;
    readNumbersStrictly(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return reportUsage(app, error);
    }
    if (const Status checked = checkPaths(app); !checked)
        return reportEnd(checked);
    return reportEnd(action());
}

} // namespace ard::cli
