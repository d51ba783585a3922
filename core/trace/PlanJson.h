// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlanJson: timestep schedules, rulers and sampling plans as JSON; rules as in RunJson.h.
#include "base/Fields.h"
#include "diffusion/SamplingPlan.h"
#include <functional>

namespace ard {

/// How many rows a table of a width may have.
using RowBound = std::function<std::size_t(std::size_t width)>;
/// Rows of equal width: {"width", "timesteps": int32 array, row after row}. Unset when something is wrong.
template <class F>
void tableFields(F &f, FieldsOf<F, std::shared_ptr<const ScheduleTable>> table, int maxWidth, const RowBound &maxRows);
/// The table of a learned timestep schedule, of bounded size; its values are checked where the schedule is made.
template <class F>
void knotFields(F &f, FieldsOf<F, std::shared_ptr<const ScheduleTable>> knots);

/// Length and diffusion steps may be 0 or missing (filled in from the model).
template <class F>
void fields(F &f, FieldsOf<F, TimestepScheduleSpec> schedule);
template <class F>
void fields(F &f, FieldsOf<F, RulerSpec> ruler);
template <class F>
void planFields(F &f, FieldsOf<F, SamplingPlan> plan, int length, int diffusionSteps);

} // namespace ard
