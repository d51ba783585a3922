// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Usage: what a command line that cannot be run is answered with: one line that a terminal can show, and the exit status.
#include "base/Result.h"
#include <CLI/CLI.hpp>

namespace ard::cli {

/// A fault of a file that is met while the command line is read. It ends the program as every failure of a file does, with 1.
class FileFault : public CLI::ParseError {
public:
    explicit FileFault(const ard::Error &error) : ParseError("FileFault", error.message, 1) { }
};

/// Ends the parsing of an option's value with this error: a FileFault where its file cannot be read, wrong usage otherwise.
[[noreturn]] void refuseOption(const std::string &option, const ard::Error &error);

/// Help and version are printed, with 0. Otherwise one line on standard error, with the status: 2 for wrong usage, 1 for a FileFault.
int reportUsage(const CLI::App &app, const CLI::ParseError &error);
/// What a command ended with: 0; 2 for an invalid argument; 1 for any other failure, with one line.
int reportEnd(const Status &status);

} // namespace ard::cli
