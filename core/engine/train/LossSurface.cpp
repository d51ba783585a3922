// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/LossSurface.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace ard {
namespace {

constexpr double kMemory = 2000; ///< tokens of a cell that its mean remembers
constexpr double kEnough = 50;   ///< tokens from which on a cell speaks for itself
constexpr int kReach = 2;        ///< positions to the left and right that a cell borrows from until then
/// Share of the sentence steps that is spread evenly whatever the losses: a flat stretch is crossed in more than one jump.
constexpr double kEvenShare = 0.05;
constexpr double kSmallRise = 0.01; ///< a rise of the loss by this much, over all timesteps, is half believed

/// A point of a curve over timesteps.
struct Point {
    double timestep, value, weight;
};

/// The nearest values that never fall (least squares; pool adjacent violators, Ayer et al. 1955).
void makeRising(std::vector<Point> &points)
{
    struct Pool {
        double value, weight;
        std::size_t count;
    };
    std::vector<Pool> pools;
    for (const Point &point : points) {
        pools.push_back({point.value, point.weight, 1});
        while (pools.size() > 1 && pools[pools.size() - 2].value > pools.back().value) {
            const Pool last = pools.back();
            pools.pop_back();
            Pool &pool = pools.back();
            pool.value = (pool.value * pool.weight + last.value * last.weight) / (pool.weight + last.weight);
            pool.weight += last.weight;
            pool.count += last.count;
        }
    }
    auto point = points.begin();
    for (const Pool &pool : pools)
        for (std::size_t i = 0; i < pool.count; ++i)
            (point++)->value = pool.value;
}

/// Straight on from the outermost buckets' centres to the first and the last timestep.
void extend(std::vector<Point> &points, double last)
{
    const auto lineTo = [](const Point &from, const Point &next, double timestep) {
        const double slope = (from.value - next.value) / (from.timestep - next.timestep);
        return Point{timestep, from.value + slope * (timestep - from.timestep), 0};
    };
    points.insert(points.begin(), lineTo(points[0], points[1], 0));
    points.push_back(lineTo(points.back(), points[points.size() - 2], last));
}

/// The timesteps at which a curve that rises from 0 to 1 passes i / levels.
std::vector<int> crossings(const std::vector<Point> &points, int levels)
{
    std::vector<int> crossed(static_cast<std::size_t>(levels) + 1);
    std::size_t right = 1;
    for (int i = 1; i < levels; ++i) {
        const double wanted = static_cast<double>(i) / levels;
        while (right + 1 < points.size() && points[right].value < wanted)
            ++right;
        const Point &a = points[right - 1], &b = points[right];
        const double part = b.value > a.value ? std::clamp((wanted - a.value) / (b.value - a.value), 0.0, 1.0) : 0.0;
        crossed[static_cast<std::size_t>(i)] =
            static_cast<int>(std::nearbyint(a.timestep + part * (b.timestep - a.timestep)));
    }
    crossed.back() = static_cast<int>(points.back().timestep);
    return crossed;
}

} // namespace

LossSurface::LossSurface(int length, int diffusionSteps)
    : m_length(length), m_diffusionSteps(diffusionSteps), m_cells(static_cast<std::size_t>(length) * kBuckets)
{
}

void LossSurface::add(std::span<const double> losses, std::span<const double> weights)
{
    for (std::size_t i = 0; i < m_cells.size() && i < losses.size() && i < weights.size(); ++i) {
        if (!(weights[i] > 0) || !std::isfinite(weights[i]) || !std::isfinite(losses[i]))
            continue;
        Cell &cell = m_cells[i];
        const double share = weights[i] / (cell.seen + weights[i]);
        cell.mean += share * (losses[i] / weights[i] - cell.mean);
        cell.seen = std::min(cell.seen + weights[i], kMemory);
    }
}

LossSurface::Cell LossSurface::withNeighbours(int position, int bucket) const
{
    const auto at = [&](int n) {
        return m_cells[static_cast<std::size_t>(n) * kBuckets + static_cast<std::size_t>(bucket)];
    };
    const Cell own = at(position);
    double seen = 0, sum = 0;
    for (int n = std::max(0, position - kReach); n <= std::min(m_length - 1, position + kReach); ++n) {
        seen += n == position ? 0 : at(n).seen;
        sum += n == position ? 0 : at(n).seen * at(n).mean;
    }
    const double borrowed = std::min(seen, std::max(0.0, kEnough - own.seen));
    if (borrowed <= 0)
        return own;
    return {(own.seen * own.mean + borrowed * sum / seen) / (own.seen + borrowed), own.seen + borrowed};
}

std::vector<int> LossSurface::timestepsOf(int position) const
{
    const double last = m_diffusionSteps - 1, width = static_cast<double>(m_diffusionSteps) / kBuckets;
    std::vector<Point> points;
    double known = 0;
    for (int b = 0; b < kBuckets; ++b) {
        const Cell cell = withNeighbours(position, b);
        if (cell.seen > 0)
            points.push_back({std::clamp((b + 0.5) * width - 0.5, 0.0, last), cell.mean, cell.seen});
        known += std::min(1.0, cell.seen / kEnough) / kBuckets;
    }
    double rise = 0;
    if (points.size() > 1 && m_diffusionSteps > kBuckets) { // with fewer timesteps than buckets two centres may be one
        makeRising(points);
        extend(points, last);
        rise = points.back().value - points.front().value;
    }
    const double believed = rise > 0 ? (1 - kEvenShare) * known * rise / (rise + kSmallRise) : 0;
    if (!(believed > 0))
        points = {{0, 0, 0}, {last, 0, 0}};
    const double lowest = points.front().value;
    for (Point &point : points)
        point.value =
            (believed > 0 ? believed * (point.value - lowest) / rise : 0) + (1 - believed) * point.timestep / last;
    return crossings(points, kLevels);
}

ScheduleTable LossSurface::timesteps() const
{
    ScheduleTable table;
    for (int n = 0; n < m_length; ++n)
        table.push_back(timestepsOf(n));
    return table;
}

nlohmann::json LossSurface::toJson() const
{
    nlohmann::json means = nlohmann::json::array(), seen = nlohmann::json::array();
    for (const Cell &cell : m_cells) {
        means.push_back(cell.mean);
        seen.push_back(cell.seen);
    }
    return {{"mean", std::move(means)}, {"seen", std::move(seen)}};
}

void LossSurface::readJson(const nlohmann::json &json)
{
    const auto numbers = [&](const char *key) {
        const auto found = json.is_object() ? json.find(key) : json.end();
        const bool good = found != json.end() && found->is_array() && found->size() == m_cells.size() &&
            std::all_of(found->begin(), found->end(), [](const auto &value) { return value.is_number(); });
        return good ? found->get<std::vector<double>>() : std::vector<double>();
    };
    const std::vector<double> means = numbers("mean"), seen = numbers("seen");
    if (means.size() != m_cells.size() || seen.size() != m_cells.size())
        return;
    if (std::any_of(seen.begin(), seen.end(), [](double value) { return !(value >= 0 && value <= kMemory); }))
        return;
    for (std::size_t i = 0; i < m_cells.size(); ++i)
        m_cells[i] = {means[i], seen[i]};
}

} // namespace ard
