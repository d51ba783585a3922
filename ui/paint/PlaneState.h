// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlaneState: everything the plane shows, as plain values: what PlaneView is given and its painters read.
#include "paint/PlaneLayout.h"
#include "paint/Quantity.h"
#include "paint/Tones.h"
#include <QFont>
#include <QString>

namespace ard::ui {

/// What stands under the axis for one position.
struct PlaneWord {
    QString text;
    bool settled = false; ///< bold, otherwise with a dotted line under it
    bool padding = false; ///< drawn as a quiet dot
    bool operator==(const PlaneWord &) const = default;
};

struct PlaneState {
    PlaneLayout layout;
    int shownCalls = 0;   ///< model calls shown, 0..M
    bool preview = false; ///< a plan without a run
    QuantityScale quantity;
    std::vector<std::vector<float>> probabilities; ///< [call - 1][position], as far as frames came
    std::vector<std::vector<float>> entropies;     ///< the same, in nats
    std::vector<PlaneWord> words;                  ///< [N] or empty
    double noiseAtZero = 0;                        ///< sqrt(1 - alphaBar[0]), 0: not known
    QString explanation;                           ///< in the place of the words while there is only a plan
    std::optional<PlaneCell> selected;
    std::optional<PlaneCell> hovered;
    const Tones *tones = &lightTones();
    QFont font;

    /// Model calls whose values there are. Values are only added while the layout stays that of one plan.
    int knownCalls() const { return static_cast<int>(probabilities.size()); }
    /// Value of an executed cell for the colour; only for Probability and Entropy.
    double value(PlaneCell cell) const
    {
        const auto &rows = quantity.quantity == Quantity::Probability ? probabilities : entropies;
        const auto row = static_cast<std::size_t>(cell.call - 1);
        return row < rows.size() ? rows[row][static_cast<std::size_t>(cell.position)] : 0;
    }
};

} // namespace ard::ui
