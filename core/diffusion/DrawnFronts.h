// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// DrawnFronts: a custom timestep schedule drawn by hand: the fronts at a few sentence steps, evenly apart between the first (all
// T-1) and the last (all 0), with straight lines between them. Monotone by construction: a timestep that is drawn pushes those
// of later fronts down and those of earlier ones up as far as is needed. A value.
#include "diffusion/TimestepSchedule.h"

namespace ard {

class DrawnFronts {
public:
    static constexpr int kMostFronts = 31;

    /// length N >= 1, diffusionSteps T >= 2; fronts between the two ends, 1..kMostFronts (clamped), as uniform has them.
    DrawnFronts(int length, int diffusionSteps, int fronts);
    /// The fronts that a timestep schedule has at these sentence steps.
    static DrawnFronts of(const TimestepSchedule &schedule, int length, int diffusionSteps, int fronts);

    int count() const { return static_cast<int>(m_rows.size()) - 2; }
    int length() const { return static_cast<int>(m_rows.front().size()); } ///< N
    int diffusionSteps() const { return m_rows.front().front() + 1; }      ///< T
    /// front 0..count() + 1: 0 is all noise, count() + 1 all clean.
    int timestep(int front, int position) const { return m_rows[index(front)][index(position)]; }
    /// front 1..count(); the timestep is clamped to 0..T-1.
    void draw(int front, int position, int timestep);
    /// The table of so many sentence steps, S >= 2, in the order in which they are run.
    ScheduleTable table(int sentenceSteps) const;
    /// A table [S][N], S >= 2, whose fronts were `before` (of()), with these in their place: between two fronts a column keeps its
    /// shape, and where nothing was drawn each timestep stays as it was. As many fronts and positions as before.
    ScheduleTable bent(const ScheduleTable &table, const DrawnFronts &before) const;

private:
    int rowOf(int front, int rows) const; ///< the row of a table that the front is
    static std::size_t index(int i) { return static_cast<std::size_t>(i); }

    ScheduleTable m_rows; ///< [count() + 2][N]
};

} // namespace ard
