// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlaneState: everything the plane shows, as plain values: what PlaneView is given and its painters read.
#include "paint/FrontHandles.h"
#include "paint/PlaneLayout.h"
#include "paint/Quantity.h"
#include "paint/ScheduleHandle.h"
#include "paint/Tones.h"
#include "trace/Branching.h"
#include <QFont>
#include <QHash>
#include <QString>

namespace ard::ui {

/// What stands under the axis for one position.
struct PlaneWord {
    QString text;
    bool settled = false; ///< bold, otherwise with a dotted line under it
    bool padding = false; ///< drawn as a quiet dot
    bool operator==(const PlaneWord &) const = default;
};

/// What a cell says.
struct CellWord {
    QString text;
    bool padding = false; ///< not drawn
};

/// The sentence steps that a model call skips, filled in one by one: rows of N timesteps, without the two ends.
struct FilledJump {
    int call = 1;
    std::vector<std::vector<int>> rows;
    bool operator==(const FilledJump &) const = default;
};

struct PlaneState {
    PlaneLayout layout;
    int shownCalls = 0;   ///< model calls shown, 0..M
    bool preview = false; ///< a plan without a run
    QuantityScale quantity;
    std::vector<std::vector<float>> probabilities;  ///< [call - 1][position], as far as frames came
    std::vector<std::vector<float>> entropies;      ///< the same, in nats
    std::vector<std::vector<std::int32_t>> wordIds; ///< the same; empty: no words stand in the cells
    QHash<std::int32_t, CellWord> cellWords;        ///< by word id
    std::vector<PlaneWord> words;                   ///< [N] or empty
    bool wordsBelow = true; ///< false: they stand elsewhere, only position numbers under the axis
    double noiseAtZero = 0; ///< sqrt(1 - alphaBar[0]), 0: not known
    QString explanation;    ///< in the place of the words while there is only a plan
    std::vector<FilledJump> filled;
    std::vector<MadeChange> changes; ///< of a branch: positions that were pinned, replaced or made noise again
    int callsBefore = 0;             ///< of a branch: model calls of the run that it goes on from; 0: no branch
    std::vector<int> between;        ///< [N] where every token is, at a filled in step; empty: after shownCalls
    std::shared_ptr<const PlaneLayout> ghost; ///< another plan of as many positions, drawn over this one; or null
    std::optional<ScheduleHandle> handle;     ///< of the plan, or of the ghost where there is one
    std::optional<FrontHandles> fronts;       ///< the same where the timestep schedule is a table
    std::optional<PlaneCell> selected;
    std::optional<PlaneCell> hovered;
    bool figureMarks = false; ///< fronts and speed as the paper's figure has them
    bool offTraining = false; ///< the model was not trained for such a plan: a dashed frame
    const Tones *tones = &lightTones();
    QFont font;

    /// Model calls whose values there are. Values are only added while the layout stays that of one plan.
    int knownCalls() const { return static_cast<int>(probabilities.size()); }
    /// Of a cell whose frame is there; -1 otherwise.
    std::int32_t wordId(PlaneCell cell) const
    {
        const auto row = static_cast<std::size_t>(cell.call - 1);
        return row < wordIds.size() ? wordIds[row][static_cast<std::size_t>(cell.position)] : -1;
    }
    /// Value of an executed cell for the colour; only for Probability and Entropy.
    double value(PlaneCell cell) const
    {
        const auto &rows = quantity.quantity == Quantity::Probability ? probabilities : entropies;
        const auto row = static_cast<std::size_t>(cell.call - 1);
        return row < rows.size() ? rows[row][static_cast<std::size_t>(cell.position)] : 0;
    }
};

} // namespace ard::ui
