// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// OptionTable: what the commands declare to CLI11, as plain values: what man pages and shell completion are made of.
#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace ard::cli {

struct OptionEntry {
    enum class Takes { Nothing, Value, File, Folder };

    std::vector<std::string> names; ///< "-h", "--help"; none: an argument without an option's name
    Takes takes = Takes::Nothing;
    bool many = false;                ///< takes several values
    std::string value;                ///< as --help shows it: "FILE", "text|json", "INT"; the name of an argument
    std::string limits;               ///< "from 1 to 4096"
    std::vector<std::string> choices; ///< where only these are taken
    std::string description;
    std::string standard; ///< its value where it is not given
    bool required = false;
};

struct CommandEntry {
    std::vector<std::string> path; ///< "ardiff", "grammar", "judge"
    std::string description;
    std::string footer;
    std::vector<OptionEntry> options;
    std::vector<CommandEntry> commands;
};

/// The program with all its commands, in the order in which they were added.
CommandEntry commandTable(const CLI::App &app);

inline std::string joined(const std::vector<std::string> &parts, const std::string &between)
{
    return CLI::detail::join(parts, between);
}

} // namespace ard::cli
