// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/SameRequest.h"
#include "diffusion/ScheduleTable.h"
#include "trace/RequestParameters.h"
#include <algorithm>

namespace ard::ui {

namespace {

bool isSameTable(const std::shared_ptr<const ScheduleTable> &a, const std::shared_ptr<const ScheduleTable> &b)
{
    return a == b || (a && b && *a == *b);
}

bool isSameSchedule(const TimestepScheduleSpec &asked, const TimestepScheduleSpec &run)
{
    const auto differs = [](int a, int b) { return a > 0 && b > 0 && a != b; };
    if (asked.kind != run.kind || differs(asked.length, run.length) ||
        differs(asked.diffusionSteps, run.diffusionSteps))
        return false;
    const TimestepScheduleKind *kind = timestepScheduleKind(asked.kind);
    if (!kind)
        return true;
    const auto isSame = [&](const ScheduleParameter &parameter) {
        return std::min(parameter.get(asked), parameter.largest(run)) == parameter.get(run); // cut to the chosen N
    };
    return std::all_of(kind->parameters.begin(), kind->parameters.end(), isSame) &&
        (!kind->needsTable || isSameTable(asked.table, run.table)) &&
        (!kind->needsModel || !asked.knots || isSameTable(asked.knots, run.knots));
}

/// A tail leaves a call for the rest of the sentence steps, also where the model chose a small N.
bool isSameRuler(RulerSpec asked, const GenerationRequest &run)
{
    if (asked.kind == "tail" && run.schedule.length > 0)
        asked.tail = std::min(asked.tail, run.schedule.length - 1);
    return (asked.kind == "tail" && asked.tail == 0 ? RulerSpec() : asked) == run.ruler;
}

} // namespace

bool asksForTheSame(const GenerationRequest &request, const GenerationRequest &run)
{
    if (request.source != run.source || !isSameRuler(request.ruler, run) ||
        !isSameSchedule(request.schedule, run.schedule))
        return false;
    const auto &all = requestParameters();
    return std::all_of(all.begin(), all.end(), [&](const RequestParameter &parameter) {
        const bool isUnused = parameter.name == "eta" && request.solver != Solver::Ddim;
        return isUnused || parameter.get(request) == parameter.get(run);
    });
}

} // namespace ard::ui
