// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EngineCommands: the subcommands that need LibTorch. They are in a program of their own, so that `ardiff --help` and what is pure
// arithmetic or text answer before LibTorch would even be loaded; `ardiff` starts it in its own place when one of them is called.
#include <CLI/CLI.hpp>
#include <string_view>

namespace ard::cli {

/// The subcommand of this name, with its description; both programs show it in their help.
CLI::App *addEngineCommand(CLI::App &app, std::string_view name);

} // namespace ard::cli
