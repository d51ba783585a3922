// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CoreTexts: titles and help that the core gives (timestep schedules, their parameters, rulers) in the window's language.
#include <QString>
#include <QStringList>
#include <string>

namespace ard::ui {

/// The text itself where there is no translation. A test holds the list of texts complete.
QString coreText(const std::string &text);
/// The name of a kind without what its title says in brackets: "Uniform" for "Uniform (Diffusion-LM)".
QString kindName(const std::string &title);
/// That of a timestep schedule: "Uniform" for "uniform"; what is not known as it is.
QString scheduleName(const std::string &kind);
/// "anchor-scale" as a label: "Anchor scale".
QString parameterTitle(const std::string &name);
/// "anchor-scale" within a sentence: "anchor scale".
QString parameterName(const std::string &name);
/// One after the other, as the language separates them.
QString listed(const QStringList &parts);
/// "what: why", with the colon of the language.
QString withReason(const QString &what, const QString &why);

} // namespace ard::ui
