// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/LearnedDraw.h"

#include <algorithm>

namespace ard {

LearnedDraw::LearnedDraw(const TrainConfig &config)
    : m_surface(config.model.length, config.model.diffusionSteps), m_diffusionSteps(config.model.diffusionSteps),
      m_length(config.model.length), m_every(int64_t(config.draw.learnedEvery) * config.accumulation)
{
}

Result<LearnedDraw> LearnedDraw::make(const TrainConfig &config)
{
    LearnedDraw draw(config);
    ARD_TRY(draw.follow(std::make_shared<const ScheduleTable>(draw.m_surface.timesteps())));
    return draw;
}

Status LearnedDraw::prepare(int64_t batch)
{
    return batch % m_every == 0 ? follow(std::make_shared<const ScheduleTable>(m_surface.timesteps())) : Status();
}

Status LearnedDraw::follow(std::shared_ptr<const ScheduleTable> knots)
{
    TimestepScheduleSpec spec;
    spec.kind = "learned";
    spec.length = m_length;
    spec.diffusionSteps = m_diffusionSteps;
    spec.knots = std::move(knots);
    ARD_ASSIGN(m_schedule, makeTimestepSchedule(spec));
    m_knots = spec.knots;
    return {};
}

nlohmann::json LearnedDraw::toJson() const
{
    return {{"surface", m_surface.toJson()}, {"timesteps", *m_knots}};
}

void LearnedDraw::readJson(const nlohmann::json &json)
{
    const auto isRow = [](const nlohmann::json &row) {
        return row.is_array() &&
            std::all_of(row.begin(), row.end(), [](const auto &value) { return value.is_number_integer(); });
    };
    if (!json.is_object() || !json.contains("surface") || !json.contains("timesteps"))
        return;
    const nlohmann::json &rows = json["timesteps"];
    if (!rows.is_array() || rows.size() != static_cast<std::size_t>(m_length) ||
        !std::all_of(rows.begin(), rows.end(), isRow))
        return;
    if (follow(std::make_shared<const ScheduleTable>(
            rows.get<ScheduleTable>()))) // what makes no schedule is refused there
        m_surface.readJson(json["surface"]);
}

} // namespace ard
