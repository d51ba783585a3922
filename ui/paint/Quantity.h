// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Quantity: what the colour of a cell means, the same in the plane and in the table.
#include "paint/ColorMap.h"
#include <QString>

namespace ard::ui {

enum class Quantity { Noise, Probability, Entropy };

/// Where values lie, for colours and legends.
struct QuantityScale {
    Quantity quantity = Quantity::Noise;
    int diffusionSteps = 2000; ///< T, for Noise
    double entropyMaximum = 1; ///< nats, for Entropy; > 0

    double minimum() const { return 0; }
    double maximum() const { return quantity == Quantity::Entropy ? entropyMaximum : 1; }
    ColorMap map() const;
    QString title() const; ///< translated, with the unit
    QColor color(double value) const { return map().at(value / maximum()); }
    bool operator==(const QuantityScale &) const = default;
};

/// The smallest round number of nats that holds every entropy of the frames seen so far, at least 1.
double roundedEntropyMaximum(double largestSeen);

} // namespace ard::ui
