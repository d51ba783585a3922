// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TokenFacts: the numbers behind one cell as a card shows them: one text each, in the user's locale.
#include "models/TokenDetails.h"
#include <QList>

namespace ard::ui {

struct TokenFact {
    QString key; ///< "timestep", "share", "noise", "probability", "entropy", "distance", "byWord", "bySchedule"
    QString title, help;
    QString value; ///< "–" for what is not known (yet)
};

/// The facts without values, always in the same order.
QList<TokenFact> tokenFacts();
/// details: of a cell of this film; not valid: "–" for all of them.
QList<TokenFact> tokenFacts(const Film &film, const TokenDetails &details);
/// The word, "noise" before the first call, "–" where it is not known.
QString tokenWord(const TokenDetails &details);

} // namespace ard::ui
