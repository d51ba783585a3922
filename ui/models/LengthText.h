// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LengthText: how a run came to its number of positions, in words: what audiences ask first, before the first model call.
#include "session/Run.h"
#include <QString>

namespace ard::ui {

/// "length head: 12 positions, 61.0 %; next 13, 22.0 %", "12 positions, as asked for". Empty: there is no plan, or nobody knows.
QString lengthText(const Run &run);
/// Two or three sentences: who chose, from what, and that it stays so. Empty where lengthText() is.
QString lengthExplanation(const Run &run);

} // namespace ard::ui
