// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/PlanJson.h"
#include "diffusion/LearnedTimesteps.h"
#include "trace/RunJson.h"

namespace ard {

namespace {

constexpr std::int32_t kMaxSentenceStep = INT32_MAX;

using Table = std::shared_ptr<const ScheduleTable>;

std::vector<std::int32_t> cellsOf(const ScheduleTable &table)
{
    std::vector<std::int32_t> cells;
    for (const auto &row : table)
        cells.insert(cells.end(), row.begin(), row.end());
    return cells;
}

ScheduleTable rowsOf(const std::vector<std::int32_t> &cells, std::size_t width)
{
    ScheduleTable table;
    table.reserve(cells.size() / width);
    for (auto cell = cells.begin(); cell != cells.end(); cell += static_cast<std::ptrdiff_t>(width))
        table.emplace_back(cell, cell + static_cast<std::ptrdiff_t>(width));
    return table;
}

/// A number of a kind that does not use it may lie below the range (an anchor scale of 0): what makes no schedule is
/// refused where it is made.
template <class F>
void parameterField(F &f, const ScheduleParameter &parameter, FieldsOf<F, TimestepScheduleSpec> schedule)
{
    const std::string key = parameter.key();
    double value = parameter.get(schedule);
    if (parameter.integer) {
        auto whole = static_cast<std::int64_t>(value);
        f.integer(key.c_str(), whole, static_cast<std::int64_t>(parameter.minimum),
                  static_cast<std::int64_t>(parameter.maximum), Presence::Optional);
        value = static_cast<double>(whole);
    } else {
        f.number(key.c_str(), value, 0, parameter.maximum, Presence::Optional);
    }
    if constexpr (F::reads)
        parameter.set(schedule, value);
}

/// A row in which no position moves says nothing: a table needs at most T rows a position, one word after the other. Where T
/// is the model's, it is not known here yet.
RowBound rowsOfCustom(const TimestepScheduleSpec &schedule)
{
    const int steps = schedule.diffusionSteps > 0 ? schedule.diffusionSteps : kMaxDiffusionSteps;
    return [steps](std::size_t width) { return width * static_cast<std::size_t>(steps); };
}

} // namespace

template <class F>
void tableFields(F &f, FieldsOf<F, Table> table, int maxWidth, const RowBound &maxRows)
{
    std::size_t width = 0;
    std::vector<std::int32_t> cells;
    if (table) {
        width = table->empty() ? 0 : table->front().size();
        cells = cellsOf(*table);
    }
    f.integer("width", width, 1, maxWidth);
    f.int32s("timesteps", cells, {}, 0, kMaxDiffusionSteps - 1);
    if constexpr (F::reads) {
        table = nullptr;
        if (!f.ok())
            return;
        f.require(!cells.empty() && cells.size() % width == 0, "timesteps", "whole rows");
        const std::size_t most = maxRows(width);
        f.require(cells.size() / width <= most, "timesteps", "at most " + std::to_string(most) + " rows");
        if (f.ok())
            table = std::make_shared<const ScheduleTable>(rowsOf(cells, width));
    }
}

template <class F>
void knotFields(F &f, FieldsOf<F, Table> knots)
{
    tableFields(f, knots, kMaxLearnedLevels + 1, [](std::size_t) { return std::size_t{kMaxLength}; });
}

template <class F>
void fields(F &f, FieldsOf<F, TimestepScheduleSpec> schedule)
{
    f.text("kind", schedule.kind, kMaxNameBytes, Presence::Optional);
    f.integer("length", schedule.length, 0, kMaxLength, Presence::Optional);
    if constexpr (F::reads)
        schedule.diffusionSteps = 0; // the model's
    f.integer("diffusion_steps", schedule.diffusionSteps, 0, kMaxDiffusionSteps, Presence::Optional);
    for (const ScheduleParameter &parameter : scheduleParameters())
        parameterField<F>(f, parameter, schedule);
    if (f.has("table", schedule.table != nullptr))
        f.nested("table", [&](auto &inner) {
            tableFields(inner, schedule.table, kMaxLength, rowsOfCustom(schedule));
            if (inner.has("name", !schedule.tableName.empty()))
                inner.text("name", schedule.tableName, kMaxNameBytes);
        });
    // The model's, whatever the kind: kept where they count.
    if (schedule.kind == "learned" && f.has("knots", schedule.knots != nullptr))
        f.nested("knots", [&](auto &inner) { knotFields(inner, schedule.knots); });
}

template <class F>
void fields(F &f, FieldsOf<F, RulerSpec> ruler)
{
    f.text("kind", ruler.kind, kMaxNameBytes, Presence::Optional);
    // A value that the kind does not use would be lost when the ruler is written again.
    if (ruler.kind == "tail")
        f.integer("tail", ruler.tail, 1, kMaxSamplingSteps, Presence::Optional);
    if (ruler.kind == "list" && f.has("sentence_steps", true))
        f.int32s("sentence_steps", ruler.sentenceSteps, {}, 0, kMaxSentenceStep);
}

template <class F>
void planFields(F &f, FieldsOf<F, SamplingPlan> plan, int length, int diffusionSteps)
{
    f.int32s("sentence_steps", plan.sentenceSteps, {}, 0, kMaxSentenceStep);
    const std::size_t rows = plan.sentenceSteps.size();
    f.require(rows >= 2 && rows <= static_cast<std::size_t>(kMaxSamplingSteps) + 1, "sentence_steps",
              "an array of at least two values");
    const auto width = static_cast<std::size_t>(length);
    std::vector<std::int32_t> cells = cellsOf(plan.timesteps);
    f.int32s("timesteps", cells, rows * width, 0, diffusionSteps - 1);
    if constexpr (F::reads) {
        if (f.ok())
            plan.timesteps = rowsOf(cells, width);
        else
            plan = {};
    }
}

template void tableFields(FieldFiller &, Table &, int, const RowBound &);
template void tableFields(FieldWriter &, const Table &, int, const RowBound &);
template void knotFields(FieldFiller &, Table &);
template void knotFields(FieldWriter &, const Table &);
template void fields(FieldFiller &, TimestepScheduleSpec &);
template void fields(FieldWriter &, const TimestepScheduleSpec &);
template void fields(FieldFiller &, RulerSpec &);
template void fields(FieldWriter &, const RulerSpec &);
template void planFields(FieldFiller &, SamplingPlan &, int, int);
template void planFields(FieldWriter &, const SamplingPlan &, int, int);

} // namespace ard
