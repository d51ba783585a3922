// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CellSentence: what is said of one cell, and of one moment of a film, to those who hear the window.
#include "session/Film.h"
#include <QString>

namespace ard::ui {

/// "position 7, step 9 of 20, catches, probability 61 %, was throws". now and sight: what may be told. Empty: there is no such cell.
QString cellSentence(const Film &film, Cell cell, Moment now, Sight sight);
/// "Step 9 of 20"; "Step 9 of 20, and 3 of the steps that it skips" inside a jump. Empty: there is no run.
QString stepSentence(const Film &film, Moment moment);
/// "Step 9 of 20: two dogs chase a ball"; at the starting noise there are no words yet.
QString momentSentence(const Film &film, Moment moment);
/// While it plays: "Step 9 of 20: 5 of 12 words settled".
QString summarySentence(const Film &film, Moment moment, Sight sight);

} // namespace ard::ui
