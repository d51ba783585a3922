// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ScheduleText: a timestep schedule with its parameters as one word of a list, "ar-diffusion:anchor-scale=1", "lagged:50",
// "custom:table.csv".
#include "diffusion/TimestepSchedule.h"
#include <string>

namespace ard {

/// A kind of the registry, then any number of ":parameter=value" of that kind, or ":value" where it has one parameter only;
/// a kind that needs a table takes ":file" (diffusion/ScheduleTable.h). What is not said stays as in base. Error for an unknown
/// kind or parameter, a second ":value", a value that is no number or out of the parameter's range, a file that is no table.
Result<TimestepScheduleSpec> parseTimestepSchedule(const std::string &text, TimestepScheduleSpec base);

} // namespace ard
