// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace ard::ui {

/// " (F5)": the key that the window's action of this id has at present, for a sentence that tells people to use it; empty where it
/// has none. Keys can be changed: no sentence names one of its own. GUI thread.
QString keyNote(const QString &actionId);

} // namespace ard::ui
