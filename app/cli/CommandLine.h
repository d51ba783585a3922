// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CommandLine: what both programs do with their arguments.
#include "Commands.h"
#include <vector>

namespace ard::cli {

using AddCommand = std::function<void(CLI::App &, Action &)>;

/// Man pages and shell completion of a program that has these commands, into a folder (Manual.h). Returns the exit status.
int writeManualOf(const std::vector<AddCommand> &commands, const char *folder);

/// Reads the command line, looks at all paths in it and runs the command that it names. Returns the exit status.
int runCommandLine(int argc, char **argv, const std::vector<AddCommand> &commands);

} // namespace ard::cli
