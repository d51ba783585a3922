// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// VerseFigures: rows of the table of figures that only verse has. They are defined where known verse is given, and each only for the
// kind of poem that has it.
#include "metrics/Figures.h"

namespace ard {

std::vector<Figure> verseFigures();

} // namespace ard
