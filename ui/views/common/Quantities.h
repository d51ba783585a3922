// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "paint/Quantity.h"
#include "session/AppSettings.h"

namespace ard::ui {

/// What painters call the setting.
inline Quantity quantityOf(AppSettings::ColourQuantity quantity)
{
    switch (quantity) {
    case AppSettings::ColourQuantity::Probability:
        return Quantity::Probability;
    case AppSettings::ColourQuantity::Entropy:
        return Quantity::Entropy;
    case AppSettings::ColourQuantity::NoiseLevel:
        break;
    }
    return Quantity::Noise;
}

} // namespace ard::ui
