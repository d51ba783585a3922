// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Commands: every subcommand of ardiff is one file with one function that adds itself to the program and says what to run.
// Exit status: 0 success, 1 failure (one line on standard error), 2 wrong usage.
#include "MetricOptions.h"
#include "base/Result.h"
#include <CLI/CLI.hpp>
#include <functional>
#include <string>

namespace ard::cli {

/// Called after parsing; returns what went wrong, or nothing.
using Action = std::function<Status()>;

/// Adds a subcommand whose callback stores its action: add*(app, action) sets `action` when the subcommand was chosen.
void addSchedule(CLI::App &app, Action &action);
void addNoiseSchedule(CLI::App &app, Action &action);
/// load: for --twin.
void addMetrics(CLI::App &app, Action &action, const LoadLikelihood &load);
void addPrepare(CLI::App &app, Action &action);
void addGrammar(CLI::App &app, Action &action);
void addTrain(CLI::App &app, Action &action);
void addGenerate(CLI::App &app, Action &action);
void addFill(CLI::App &app, Action &action);
void addAttention(CLI::App &app, Action &action);
void addDistill(CLI::App &app, Action &action);
void addEvaluate(CLI::App &app, Action &action);
void addCompare(CLI::App &app, Action &action);
void addVerify(CLI::App &app, Action &action);
void addImport(CLI::App &app, Action &action);
void addInfo(CLI::App &app, Action &action);
void addBench(CLI::App &app, Action &action);
void addServe(CLI::App &app, Action &action);

/// The --format text|json option that every command with results has.
enum class OutputFormat { Text, Json };
void addFormatOption(CLI::App &command, OutputFormat &format);

} // namespace ard::cli
