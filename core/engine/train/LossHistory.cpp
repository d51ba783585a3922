// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/LossHistory.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace ard {
namespace {

constexpr double kMemory = 0.99, kEnough = 20;

} // namespace

LossHistory::Warped LossHistory::warp(Kind kind, double u, double share) const
{
    const Cell *cells = m_cells.data() + kind * kBuckets;
    const int plain = std::min(static_cast<int>(u * kBuckets), kBuckets - 1);
    double total = 0;
    for (int b = 0; b < kBuckets; ++b) {
        if (cells[b].seen < kEnough)
            return {u, 1, kind * kBuckets + plain};
        total += std::sqrt(cells[b].meanSquare);
    }
    double before = 0;
    for (int b = 0; b < kBuckets; ++b) {
        const double mine = total > 0 ? std::sqrt(cells[b].meanSquare) / total : 1.0 / kBuckets;
        const double probability = (1 - share) / kBuckets + share * mine;
        if (u < before + probability || b == kBuckets - 1) {
            const double within = std::clamp((u - before) / std::max(probability, 1e-12), 0.0, 1.0 - 1e-12);
            return {(b + within) / kBuckets, 1.0 / (kBuckets * std::max(probability, 1e-12)), kind * kBuckets + b};
        }
        before += probability;
    }
    return {u, 1, -1};
}

void LossHistory::add(int cell, double loss)
{
    if (cell < 0 || cell >= static_cast<int>(m_cells.size()) || !std::isfinite(loss))
        return;
    Cell &mine = m_cells[static_cast<std::size_t>(cell)];
    const double keep = std::min(kMemory, mine.seen / (mine.seen + 1));
    mine.meanSquare = keep * mine.meanSquare + (1 - keep) * loss * loss;
    mine.seen += 1;
}

nlohmann::json LossHistory::toJson() const
{
    nlohmann::json json = nlohmann::json::array();
    for (const Cell &cell : m_cells)
        json.push_back({cell.meanSquare, cell.seen});
    return json;
}

void LossHistory::readJson(const nlohmann::json &json)
{
    if (!json.is_array() || json.size() != m_cells.size())
        return;
    std::array<Cell, kKinds * kBuckets> cells{};
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!json[i].is_array() || json[i].size() != 2 || !json[i][0].is_number() || !json[i][1].is_number())
            return;
        cells[i] = {json[i][0].get<double>(), json[i][1].get<double>()};
    }
    m_cells = cells;
}

} // namespace ard
