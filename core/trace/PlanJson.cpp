// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/PlanJson.h"
#include "base/Cbor.h"
#include "diffusion/LearnedTimesteps.h"
#include "trace/RunJson.h"

namespace ard {

namespace {

using nlohmann::json;

constexpr std::int32_t kMaxSentenceStep = INT32_MAX;

/// A number of a kind that does not use it may lie below the range (an anchor scale of 0): what makes no schedule is
/// refused where it is made.
void readParameter(const FieldReader &fields, const ScheduleParameter &parameter, TimestepScheduleSpec &schedule)
{
    const std::string key = parameter.key();
    if (!fields.has(key.c_str()))
        return;
    if (parameter.integer)
        parameter.set(schedule,
                      static_cast<double>(fields.integer(key.c_str(), static_cast<std::int64_t>(parameter.minimum),
                                                         static_cast<std::int64_t>(parameter.maximum))));
    else
        parameter.set(schedule, fields.number(key.c_str(), 0, parameter.maximum));
}

} // namespace

json tableToJson(const ScheduleTable &table)
{
    std::vector<std::int32_t> cells;
    for (const auto &row : table)
        cells.insert(cells.end(), row.begin(), row.end());
    return {{"width", table.empty() ? 0 : table.front().size()},
            {"timesteps", cborArray(std::span<const std::int32_t>(cells))}};
}

std::shared_ptr<const ScheduleTable> readTable(const FieldReader &fields, int maxWidth, std::size_t maxRows)
{
    const auto width = static_cast<std::size_t>(fields.integer("width", 1, maxWidth));
    const auto cells = fields.int32s("timesteps", {}, 0, kMaxDiffusionSteps - 1);
    if (fields.ok() && (cells.empty() || cells.size() % width != 0))
        fields.refuse("timesteps", "whole rows");
    if (cells.size() / width > maxRows)
        fields.refuse("timesteps", "at most " + std::to_string(maxRows) + " rows");
    if (!fields.ok())
        return nullptr;
    ScheduleTable table;
    for (auto cell = cells.begin(); cell != cells.end(); cell += static_cast<std::ptrdiff_t>(width))
        table.emplace_back(cell, cell + static_cast<std::ptrdiff_t>(width));
    return std::make_shared<const ScheduleTable>(std::move(table));
}

std::shared_ptr<const ScheduleTable> readKnots(const FieldReader &fields)
{
    return readTable(fields, kMaxLearnedLevels + 1, kMaxLength);
}

json scheduleToJson(const TimestepScheduleSpec &schedule)
{
    json value{
        {"kind", validUtf8(schedule.kind)}, {"length", schedule.length}, {"diffusion_steps", schedule.diffusionSteps}};
    for (const ScheduleParameter &parameter : scheduleParameters()) {
        const double number = parameter.get(schedule);
        value[parameter.key()] = parameter.integer ? json(static_cast<std::int64_t>(number)) : json(number);
    }
    if (schedule.table)
        value["table"] = tableToJson(*schedule.table);
    if (schedule.knots && schedule.kind == "learned") // the model's, whatever the kind: kept where they count
        value["knots"] = tableToJson(*schedule.knots);
    return value;
}

TimestepScheduleSpec readSchedule(const FieldReader &fields)
{
    TimestepScheduleSpec schedule;
    schedule.kind = fields.text("kind", kMaxNameBytes, schedule.kind);
    schedule.length = static_cast<int>(fields.integer("length", 0, kMaxLength, 0));
    schedule.diffusionSteps = static_cast<int>(fields.integer("diffusion_steps", 0, kMaxDiffusionSteps, 0));
    for (const ScheduleParameter &parameter : scheduleParameters())
        readParameter(fields, parameter, schedule);
    if (fields.has("table"))
        schedule.table = readTable(fields.object("table"), kMaxLength, SIZE_MAX);
    if (schedule.kind == "learned" && fields.has("knots"))
        schedule.knots = readKnots(fields.object("knots"));
    return schedule;
}

json rulerToJson(const RulerSpec &ruler)
{
    json value{{"kind", validUtf8(ruler.kind)}};
    if (ruler.kind == "tail")
        value["tail"] = ruler.tail;
    if (ruler.kind == "list")
        value["sentence_steps"] = cborArray(std::span<const std::int32_t>(ruler.sentenceSteps));
    return value;
}

RulerSpec readRuler(const FieldReader &fields)
{
    RulerSpec ruler;
    ruler.kind = fields.text("kind", kMaxNameBytes, ruler.kind);
    // A value that the kind does not use would be lost when the ruler is written again.
    if (ruler.kind == "tail" && fields.has("tail"))
        ruler.tail = static_cast<int>(fields.integer("tail", 1, kMaxSamplingSteps));
    if (ruler.kind == "list" && fields.has("sentence_steps"))
        ruler.sentenceSteps = fields.int32s("sentence_steps", {}, 0, kMaxSentenceStep);
    return ruler;
}

json planToJson(const SamplingPlan &plan)
{
    std::vector<std::int32_t> table;
    for (const auto &row : plan.timesteps)
        table.insert(table.end(), row.begin(), row.end());
    return {{"sentence_steps", cborArray(std::span<const std::int32_t>(plan.sentenceSteps))},
            {"timesteps", cborArray(std::span<const std::int32_t>(table))}};
}

SamplingPlan readPlan(const FieldReader &fields, int length, int diffusionSteps)
{
    SamplingPlan plan;
    plan.sentenceSteps = fields.int32s("sentence_steps", {}, 0, kMaxSentenceStep);
    const std::size_t rows = plan.sentenceSteps.size();
    if (rows < 2 || rows > static_cast<std::size_t>(kMaxSamplingSteps) + 1)
        fields.refuse("sentence_steps", "an array of at least two values");
    const auto width = static_cast<std::size_t>(length);
    const auto table = fields.int32s("timesteps", rows * width, 0, diffusionSteps - 1);
    if (!fields.ok())
        return {};
    plan.timesteps.reserve(rows);
    for (std::size_t row = 0; row < rows; ++row)
        plan.timesteps.emplace_back(table.begin() + row * width, table.begin() + (row + 1) * width);
    return plan;
}

} // namespace ard
