// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ScheduleOptions: --anchor-scale, --lag, --block .. from the registry of timestep schedules, --table and --ruler: for every
// command that makes a sampling plan.
#include "diffusion/SamplingPlan.h"
#include <CLI/CLI.hpp>
#include <functional>
#include <string>

namespace ard::cli {

/// given is called with the name of an option that the user sets ("anchor-scale", "table", "ruler"). spec and ruler must outlive the command.
void addScheduleOptions(CLI::App &command, TimestepScheduleSpec &spec, RulerSpec &ruler,
                        std::function<void(const std::string &)> given = {});
/// "Timestep schedule: ar-diffusion, uniform, ..", for the help of the option that chooses one.
std::string scheduleKindsHelp();

} // namespace ard::cli
