// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CoreSentences: what the core and the engine say when something fails, in the window's language. They say it in English, as one
// sentence with its arguments in it, also over the protocol and from an engine on another machine; the sentences that
// are met most often are known here by their pattern ("Cannot read '%1': %2"). A test holds every pattern to the sources of the core.
#include "base/Result.h"
#include <QString>
#include <QStringList>

namespace ard::ui {

/// The sentence itself where its pattern is not known, or has no translation.
QString coreSentence(const QString &english);
QString coreSentence(const Error &error);

/// All that are known, in English: with %1, %2 .. in the places of their arguments.
QStringList coreSentencePatterns();

} // namespace ard::ui
