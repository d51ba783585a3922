// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Manual: the man pages of ardiff. They are written when the program is built, from what its commands declare.
#include "OptionTable.h"
#include "base/Result.h"
#include <filesystem>

namespace ard::cli {

struct ManPage {
    std::string name; ///< "ardiff-generate.1"
    std::string text; ///< for man(1)
};

/// One of the program, one of each of its commands; what a command has below it stands on its page.
std::vector<ManPage> manPages(const CommandEntry &program);

/// Writes man1/*.1, completions/bash/ardiff, completions/zsh/_ardiff and completions/fish/ardiff.fish into the folder.
Status writeManual(const CLI::App &app, const std::filesystem::path &folder);

} // namespace ard::cli
