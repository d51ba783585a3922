// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StripWords: the model's rows as the words that a StripPainter paints.
#include "models/TextStripModel.h"
#include "paint/StripPainter.h"

namespace ard::ui {

/// Of the first positions, as many as are shown.
std::vector<StripWord> stripWords(const TextStripModel &model, int shown);

} // namespace ard::ui
