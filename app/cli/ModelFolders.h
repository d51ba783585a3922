// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ModelFolders: where the models are that came with the program, and options that take one by its name.
#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace ard::cli {

/// As the window looks for them: named by ARDIFF_MODELS, beside the program, in the source and build tree, installed.
std::vector<std::string> ownModelFolders();

/// The option takes a model folder, or the name of a model that came with the program ("tiny") where no folder here has it.
CLI::Option *takesModel(CLI::Option *option);

} // namespace ard::cli
