// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlainText: texts from outside (a model, a run file, the engine, a file name) where Qt reads signs in them. That labels
// and tooltips show them as their characters is a rule of the whole window: shell/ControlRules.
#include <QString>

namespace ard::ui {

/// A text of a menu, a button or a tab: no letter of it becomes a mnemonic.
QString withoutMnemonics(QString text);
/// A window title without a place for the star that marks changes.
QString plainTitle(QString text);

} // namespace ard::ui
