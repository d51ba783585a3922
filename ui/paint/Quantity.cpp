// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/Quantity.h"
#include <QCoreApplication>
#include <cmath>

namespace ard::ui {

ColorMap QuantityScale::map() const
{
    switch (quantity) {
    case Quantity::Probability:
        return ColorMap::viridis();
    case Quantity::Entropy:
        return ColorMap::magmaReversed();
    case Quantity::Noise:
        break;
    }
    return ColorMap::cividisReversed(); // clean is light, noise is dark
}

QString QuantityScale::title() const
{
    switch (quantity) {
    case Quantity::Probability:
        return QCoreApplication::translate("Quantity", "Probability of the word");
    case Quantity::Entropy:
        return QCoreApplication::translate("Quantity", "Entropy of the prediction (nats)");
    case Quantity::Noise:
        break;
    }
    return QCoreApplication::translate("Quantity", "Noise level t/T");
}

double roundedEntropyMaximum(double largestSeen)
{
    return std::isfinite(largestSeen) && largestSeen > 1 ? std::ceil(largestSeen) : 1;
}

} // namespace ard::ui
