// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diffusion/DrawnFronts.h"
#include <algorithm>
#include <cmath>

namespace ard {

namespace {

/// A timestep between two fronts whose own timesteps become others.
int between(int timestep, int upper, int lower, int newUpper, int newLower)
{
    if (upper == newUpper && lower == newLower)
        return timestep;
    const double share = upper == lower ? 0.5 : static_cast<double>(timestep - lower) / (upper - lower);
    return static_cast<int>(std::nearbyint(newLower + share * (newUpper - newLower)));
}

} // namespace

DrawnFronts::DrawnFronts(int length, int diffusionSteps, int fronts)
{
    const int rows = std::clamp(fronts, 1, kMostFronts) + 2, noise = std::max(2, diffusionSteps) - 1;
    for (int row = 0; row < rows; ++row)
        m_rows.emplace_back(index(std::max(1, length)),
                            static_cast<int>(std::lround(static_cast<double>(noise) * (rows - 1 - row) / (rows - 1))));
}

DrawnFronts DrawnFronts::of(const TimestepSchedule &schedule, int length, int diffusionSteps, int fronts)
{
    DrawnFronts result(length, diffusionSteps, fronts);
    const int rows = schedule.sentenceSteps();
    for (int front = 1; front <= result.count(); ++front)
        schedule.timesteps(rows - 1 - result.rowOf(front, rows), result.m_rows[index(front)]);
    return result;
}

void DrawnFronts::draw(int front, int position, int timestep)
{
    if (front < 1 || front > count() || position < 0 || position >= length())
        return;
    const std::size_t n = index(position);
    timestep = std::clamp(timestep, 0, diffusionSteps() - 1);
    for (int row = 1; row <= count(); ++row) {
        int &there = m_rows[index(row)][n];
        there = row < front ? std::max(there, timestep) : row > front ? std::min(there, timestep) : timestep;
    }
}

ScheduleTable DrawnFronts::table(int sentenceSteps) const
{
    const int rows = std::max(2, sentenceSteps), spans = count() + 1;
    ScheduleTable result(index(rows), std::vector<int>(index(length())));
    for (int r = 0; r < rows; ++r) {
        const double at = static_cast<double>(r) * spans / (rows - 1);
        const int from = std::min(spans - 1, static_cast<int>(at));
        for (int n = 0; n < length(); ++n) {
            const double above = timestep(from, n), below = timestep(from + 1, n);
            result[index(r)][index(n)] = static_cast<int>(std::nearbyint(above + (below - above) * (at - from)));
        }
    }
    return result;
}

int DrawnFronts::rowOf(int front, int rows) const
{
    const int spans = count() + 1;
    return rows - 1 - static_cast<int>(std::lround(static_cast<double>(rows - 1) * (spans - front) / spans));
}

ScheduleTable DrawnFronts::bent(const ScheduleTable &table, const DrawnFronts &before) const
{
    ScheduleTable result = table;
    const int rows = static_cast<int>(table.size());
    for (int front = 0; front <= count(); ++front)
        for (int r = rowOf(front, rows); r < rowOf(front + 1, rows) || (front == count() && r < rows); ++r)
            for (int n = 0; n < length(); ++n) {
                int &there = result[index(r)][index(n)];
                there = between(there, before.timestep(front, n), before.timestep(front + 1, n), timestep(front, n),
                                timestep(front + 1, n));
            }
    return result;
}

} // namespace ard
