// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlanJson: timestep schedules, rulers and sampling plans as JSON values and back; rules as in RunJson.h.
#include "base/FieldReader.h"
#include "diffusion/SamplingPlan.h"
#include <nlohmann/json_fwd.hpp>

namespace ard {

/// Rows of equal width: {"width", "timesteps": int32 array, row after row}.
nlohmann::json tableToJson(const ScheduleTable &table);
/// null when something is wrong.
std::shared_ptr<const ScheduleTable> readTable(const FieldReader &fields, int maxWidth, std::size_t maxRows);
/// The table of a learned timestep schedule, of bounded size; its values are checked where the schedule is made.
std::shared_ptr<const ScheduleTable> readKnots(const FieldReader &fields);

nlohmann::json scheduleToJson(const TimestepScheduleSpec &schedule);
/// Length and diffusion steps may be 0 (filled in from the model).
TimestepScheduleSpec readSchedule(const FieldReader &fields);

nlohmann::json rulerToJson(const RulerSpec &ruler);
RulerSpec readRuler(const FieldReader &fields);

nlohmann::json planToJson(const SamplingPlan &plan);
SamplingPlan readPlan(const FieldReader &fields, int length, int diffusionSteps);

} // namespace ard
