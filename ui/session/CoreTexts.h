// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CoreTexts: titles and help that the core gives (timestep schedules, their parameters, rulers) in the window's language.
#include <QString>
#include <string>

namespace ard::ui {

/// The text itself where there is no translation. A test holds the list of texts complete.
QString coreText(const std::string &text);
/// "anchor-scale" as a label: "Anchor scale".
QString parameterTitle(const std::string &name);

} // namespace ard::ui
