// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// ardiff: the commands that need no LibTorch, and the way to those that do.
#include "CommandLine.h"
#include "Commands.h"
#include "EngineCommands.h"
#include "EngineProgram.h"

namespace {

using namespace ard::cli;

/// A command of the other program, which reads the rest of the command line.
AddCommand elsewhere(const char *name, char **arguments)
{
    return [name, arguments](CLI::App &app, Action &action) {
        CLI::App *command = addEngineCommand(app, name)->prefix_command();
        command->set_help_flag();
        command->callback([arguments, &action] { action = [arguments] { return startEngineProgram(arguments); }; });
    };
}

/// metrics; a twin is loaded by the other program, which is given the whole command line.
AddCommand metrics(char **arguments)
{
    return [arguments](CLI::App &app, Action &action) {
        addMetrics(app, action, [arguments](const std::string &) -> ard::Result<ard::Likelihood> {
            return tl::unexpected<ard::Error>(startEngineProgram(arguments).error());
        });
    };
}

} // namespace

int main(int argc, char **argv)
{
    return runCommandLine(argc, argv,
                          {addSchedule, addNoiseSchedule, addPrepare, addGrammar, elsewhere("train", argv),
                           elsewhere("generate", argv), elsewhere("fill", argv), elsewhere("attention", argv),
                           elsewhere("distill", argv), elsewhere("evaluate", argv), elsewhere("compare", argv),
                           metrics(argv), elsewhere("verify", argv), addImport, elsewhere("info", argv),
                           elsewhere("bench", argv), elsewhere("serve", argv)});
}
