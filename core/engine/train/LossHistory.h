// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LossHistory: where along the sentence steps the loss is large, for the loss-aware draw (after Nichol and Dhariwal 2021, section 3.3:
// draw in proportion to sqrt(E[L^2]), weigh the loss by the inverse; the reference has a class for it that never worked).
// Kept apart for each kind of draw that has one sentence step a sentence. Part of the checkpoint.
#include <array>
#include <nlohmann/json_fwd.hpp>

namespace ard {

class LossHistory {
public:
    enum Kind { ArDiffusion, Uniform, kKinds };
    static constexpr int kBuckets = 10;

    /// A uniform number moved to where the loss is, with the weight that keeps the mean loss what it was, and its bucket.
    struct Warped {
        double u = 0, weight = 1; ///< u in 0..1
        int cell = -1;            ///< for add(); -1: not drawn by the history
    };
    /// share: 0 leaves u as it is, 1 follows the losses alone. Until every bucket has been seen often enough u stays as it is.
    Warped warp(Kind kind, double u, double share) const;
    /// The mean loss of a sentence that was drawn in this cell.
    void add(int cell, double loss);

    nlohmann::json toJson() const;
    /// Anything that is not a history leaves this one as it is.
    void readJson(const nlohmann::json &json);

private:
    struct Cell {
        double meanSquare = 0;
        double seen = 0;
    };
    std::array<Cell, kKinds * kBuckets> m_cells{};
};

} // namespace ard
