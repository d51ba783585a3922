// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/PlaneLayout.h"
#include <algorithm>
#include <cmath>

namespace ard::ui {

PlaneLayout::PlaneLayout(SamplingPlan plan, int diffusionSteps, TimestepScale scale)
    : m_plan(std::make_shared<const SamplingPlan>(std::move(plan))), m_diffusionSteps(std::max(2, diffusionSteps)),
      m_scale(scale), m_softness(std::max(1.0, diffusionSteps / 200.0))
{
    const auto &rows = this->plan().timesteps;
    for (std::size_t m = 1; m < rows.size(); ++m)
        for (std::size_t n = 0; n < std::min(rows[m].size(), rows[m - 1].size()); ++n)
            if (rows[m][n] > rows[m - 1][n])
                m_starts.push_back({static_cast<int>(n), static_cast<int>(m)});
}

int PlaneLayout::startOf(int position, int calls) const
{
    int start = 0;
    for (const PlaneCell &cell : m_starts)
        if (cell.position == position && cell.call <= calls)
            start = cell.call;
    return start;
}

bool PlaneLayout::startsAnyBetween(int calls, int later) const
{
    return std::any_of(m_starts.begin(), m_starts.end(),
                       [&](const PlaneCell &cell) { return cell.call > calls && cell.call <= later; });
}

PlaneLayout PlaneLayout::withScale(TimestepScale scale) const
{
    PlaneLayout result = *this;
    result.m_scale = scale;
    return result;
}

PlaneLayout PlaneLayout::withColumns(int columns) const
{
    PlaneLayout result = *this;
    result.m_columns = std::max(0, columns);
    return result;
}

int PlaneLayout::timestep(int calls, int position) const
{
    return plan().timesteps[static_cast<std::size_t>(calls)][static_cast<std::size_t>(position)];
}

double PlaneLayout::y(double timestep) const
{
    const double top = m_diffusionSteps - 1;
    if (m_scale == TimestepScale::Linear)
        return timestep / top;
    return std::log1p(timestep / m_softness) / std::log1p(top / m_softness);
}

double PlaneLayout::timestepAt(double y) const
{
    const double top = m_diffusionSteps - 1;
    const double v = std::clamp(y, 0.0, 1.0);
    if (m_scale == TimestepScale::Linear)
        return v * top;
    return std::clamp(m_softness * std::expm1(v * std::log1p(top / m_softness)), 0.0, top);
}

StretchState PlaneLayout::state(PlaneCell cell, int shownCalls) const
{
    if (timestep(cell.call - 1, cell.position) <= timestep(cell.call, cell.position))
        return StretchState::Frozen;
    if (cell.call <= shownCalls)
        return StretchState::Executed;
    return cell.call == shownCalls + 1 ? StretchState::NextJump : StretchState::Ahead;
}

std::optional<PlaneCell> PlaneLayout::cellAt(double x, double y) const
{
    const int position = static_cast<int>(std::lround(x));
    if (isEmpty() || position < 0 || position >= columns() || y < -0.02 || y > 1.02)
        return std::nullopt;
    const double exact = timestepAt(y), whole = std::round(exact);
    const double t =
        std::abs(exact - whole) < 1e-6 ? whole : exact; // edges of cells are whole: no rounding beside them
    for (int call = startOf(position, modelCalls()) + 1; call <= modelCalls(); ++call) {
        const int from = timestep(call - 1, position), to = timestep(call, position);
        if (from != to && (t > to || (t <= 0 && to == 0)))
            return PlaneCell{position, call};
    }
    return std::nullopt;
}

PlaneCell PlaneLayout::moved(PlaneCell cell, int dx, int dCalls) const
{
    return {std::clamp(cell.position + dx, 0, std::max(0, columns() - 1)),
            std::clamp(cell.call + dCalls, 1, std::max(1, modelCalls()))};
}

std::vector<int> PlaneLayout::ticks(int wanted) const
{
    const int top = m_diffusionSteps - 1;
    std::vector<int> result{0};
    const auto add = [&](double value) {
        const int t = static_cast<int>(std::lround(value));
        // A label needs room of its own: two thirds of an even share.
        const double room = 0.66 / std::max(1, wanted);
        if (t > 0 && t < top && y(t) - y(result.back()) >= room && 1 - y(t) >= room)
            result.push_back(t);
    };
    if (m_scale == TimestepScale::Linear) {
        const double rough = static_cast<double>(top) / std::max(1, wanted);
        const double power = std::pow(10.0, std::floor(std::log10(std::max(1.0, rough))));
        const double factor = rough / power;
        const double step = std::max(1.0, power * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10));
        for (double t = step; t < top; t += step)
            add(t);
    } else {
        for (double power = 1; power < top; power *= 10)
            for (const int digit : {1, 2, 5})
                add(digit * power);
    }
    result.push_back(top);
    return result;
}

int PlaneLayout::lastJump() const
{
    const int calls = modelCalls() - plan().repairCalls();
    return calls < 1 ? 0 : sentenceStep(calls - 1) - sentenceStep(calls);
}

bool PlaneLayout::reachesZeroOnlyAtEnd() const
{
    const int calls = modelCalls() - plan().repairCalls();
    for (int n = 0; n < positions(); ++n)
        if (calls < 1 || timestep(calls - 1, n) == 0)
            return false;
    return calls >= 1;
}

int PlaneLayout::usualJump() const
{
    const int first = modelCalls() < 1 ? 0 : sentenceStep(0) - sentenceStep(1);
    for (int call = 1; call < modelCalls() - plan().repairCalls() - 1; ++call)
        if (sentenceStep(call) - sentenceStep(call + 1) != first)
            return 0;
    return first;
}

} // namespace ard::ui
