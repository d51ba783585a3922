// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlaneLayout: the geometry of the plane of position (x) by timestep (y), without any painting.
// x: position n is the unit interval around n. y: 0 at timestep 0, 1 at timestep T-1.
// A cell is what one model call did to one position: the stretch from the timestep before to the timestep after.
#include "diffusion/SamplingPlan.h"
#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

namespace ard::ui {

/// How timesteps are laid out on the y axis. Tail stretches small timesteps (logarithm of 1 + t/c, c = T/200), because
/// with the published skipping words settle there.
enum class TimestepScale { Linear, Tail };

struct PlaneCell {
    int position = 0; ///< 0..N-1
    int call = 1;     ///< model call 1..M
    bool operator==(const PlaneCell &) const = default;
};

enum class StretchState {
    Executed, ///< crossed by a shown model call
    NextJump, ///< what the next model call will cross
    Ahead,    ///< not reached
    Frozen    ///< the timestep does not move in this call: nothing to draw
};

class PlaneLayout {
public:
    PlaneLayout() : PlaneLayout(SamplingPlan(), 2, TimestepScale::Linear) { }
    /// plan.timesteps has M+1 rows of N values, non-increasing from row to row but where a branch makes a position noise again;
    /// diffusionSteps is T >= 2.
    PlaneLayout(SamplingPlan plan, int diffusionSteps, TimestepScale scale);
    PlaneLayout withScale(TimestepScale scale) const; ///< of the same plan
    /// Shows the first positions only, clamped to 1..N; 0: all. Of the same plan.
    PlaneLayout withColumns(int columns) const;

    bool isEmpty() const { return positions() == 0; }
    int positions() const { return plan().timesteps.empty() ? 0 : static_cast<int>(plan().timesteps.front().size()); }
    /// Positions that are shown, the first of all: what is folded away lies to their right.
    int columns() const { return m_columns > 0 ? std::min(m_columns, positions()) : positions(); }
    int folded() const { return positions() - columns(); }
    int modelCalls() const { return isEmpty() ? 0 : plan().modelCalls(); }
    int diffusionSteps() const { return m_diffusionSteps; }
    TimestepScale scale() const { return m_scale; }
    const SamplingPlan &plan() const { return *m_plan; }
    /// The same object for copies of this layout: tells whether two layouts are of one plan.
    std::shared_ptr<const SamplingPlan> sharedPlan() const { return m_plan; }

    /// Timestep of a position after `calls` model calls, 0..M.
    int timestep(int calls, int position) const;
    /// The last of so many model calls behind which the position starts again from noise; 0: none, it goes down from the start.
    int startOf(int position, int calls) const;
    bool startsAnyBetween(int calls, int later) const; ///< behind a call of those after `calls`, up to `later`
    int sentenceStep(int calls) const { return plan().sentenceSteps[static_cast<std::size_t>(calls)]; }

    double y(double timestep) const;
    double timestepAt(double y) const; ///< inverse of y, clamped to 0..T-1

    StretchState state(PlaneCell cell, int shownCalls) const;
    /// The cell under a point, nothing outside the columns. Where several calls share a timestep, the first that leaves
    /// it.
    std::optional<PlaneCell> cellAt(double x, double y) const;
    /// The neighbour in a direction: dx in positions, dCalls in model calls; clamped to the plane.
    PlaneCell moved(PlaneCell cell, int dx, int dCalls) const;
    /// Timesteps to label, ascending, always with 0 and T-1, about `wanted` of them.
    std::vector<int> ticks(int wanted) const;
    /// Length in sentence steps of the last jump and of the others, which the published skipping can make unequal.
    int lastJump() const;
    /// No position is at timestep 0 before the last model call: with the published skipping the usual case.
    bool reachesZeroOnlyAtEnd() const;
    /// Sentence steps from one model call to the next, the last jump left aside; 0: they differ.
    int usualJump() const;

    static constexpr double kGap = 0.1; ///< share of a column that stays empty

private:
    std::shared_ptr<const SamplingPlan> m_plan; ///< never null
    int m_diffusionSteps;
    TimestepScale m_scale;
    double m_softness;               ///< c of the tail scale
    std::vector<PlaneCell> m_starts; ///< cells behind which a position starts again, in order
    int m_columns = 0;               ///< 0: all
};

} // namespace ard::ui
