// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlainText: texts from outside (a model, a run file, the engine, a file name) where Qt reads signs in them. That labels
// and tooltips show them as their characters is a rule of the whole window: shell/ControlRules.
#include <QString>
#include <QStringList>

namespace ard::ui {

/// A text of a menu, a button or a tab: no letter of it becomes a mnemonic.
QString withoutMnemonics(QString text);
/// The words of "&Open…" and of "打开(&O)…", as a control is called: without the letter for Alt.
QString controlName(QString text);
/// Sentences one after the other: with a space between them, but for full-width stops and brackets, which have room in themselves.
QString running(const QStringList &sentences);
/// A window title without a place for the star that marks changes.
QString plainTitle(QString text);

} // namespace ard::ui
