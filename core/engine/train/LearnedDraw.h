// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LearnedDraw: the timestep schedule "learned" while it is being learned: the losses so far, and the schedule that was made of them
// the last time, which the draws follow. Both are part of the checkpoint. No torch.
#include "engine/train/LossSurface.h"
#include "engine/train/TrainConfig.h"

namespace ard {

class LearnedDraw {
public:
    /// As long as nothing is known the schedule is uniform.
    static Result<LearnedDraw> make(const TrainConfig &config);

    LossSurface &surface() { return m_surface; }
    const LossSurface &surface() const { return m_surface; }
    /// Before every batch (0, 1, ..): makes the schedule anew where draw.learned_every says so.
    Status prepare(int64_t batch);
    const std::shared_ptr<const TimestepSchedule> &schedule() const { return m_schedule; }

    nlohmann::json toJson() const;
    /// Anything that does not fit leaves this one as it is.
    void readJson(const nlohmann::json &json);

private:
    explicit LearnedDraw(const TrainConfig &config);
    Status follow(std::shared_ptr<const ScheduleTable> knots);

    LossSurface m_surface;
    int m_diffusionSteps, m_length;
    int64_t m_every; ///< in batches
    std::shared_ptr<const ScheduleTable> m_knots;
    std::shared_ptr<const TimestepSchedule> m_schedule;
};

} // namespace ard
