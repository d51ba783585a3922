// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ScheduleTable: reads the table of a custom timestep schedule. Two forms, told apart by the first character:
// CSV, a line for each sentence step in the order in which they are run, timesteps separated by commas (a first line in
// which no field begins like a number is a heading; empty lines and lines from # on are skipped); or the JSON that "ardiff schedule --format json"
// prints, of which "timesteps" is read (or a bare array of arrays).
#include "base/Result.h"
#include "diffusion/TimestepSchedule.h"
#include <filesystem>
#include <string>
#include <string_view>

namespace ard {

/// Only the form is checked here; the values are checked when the timestep schedule is made. At most 32 Mi cells.
Result<ScheduleTable> parseScheduleTable(std::string_view text);
Result<std::shared_ptr<const ScheduleTable>> readScheduleTable(const std::filesystem::path &path);
/// table and tableName of the spec from the file; on error it stays as it was.
Status takeScheduleTable(TimestepScheduleSpec &spec, const std::filesystem::path &path);
/// The CSV form, which parseScheduleTable reads back as it was.
std::string scheduleTableCsv(const ScheduleTable &table);

} // namespace ard
