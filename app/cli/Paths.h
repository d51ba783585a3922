// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Paths: what the files and folders are for that options name, so that all of them are looked at before a command does
// any work: what cannot be read or written after hours is refused at once, in the same way by every command.
#include "base/Result.h"
#include <CLI/CLI.hpp>

namespace ard::cli {

// Each returns the option that it marks.
CLI::Option *readsFile(CLI::Option *option); ///< "-" is standard input where the command takes it
CLI::Option *readsFolder(CLI::Option *option);
CLI::Option *writesFile(CLI::Option *option);
CLI::Option *writesFolder(CLI::Option *option); ///< made where it is not there

/// The marked options of the commands that were chosen. Errors: InvalidArgument for an empty name and for two outputs in one
/// file; NotFound or Io for what cannot be read or written. Nothing is made.
Status checkPaths(const CLI::App &app);

} // namespace ard::cli
