// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TokenDetails: the numbers behind one cell, as a plain value.
#include "session/Film.h"
#include <QString>

namespace ard::ui {

struct TokenDetails {
    bool valid = false; ///< the cell exists; position, call, timesteps and noise are set
    bool hasPrediction =
        false; ///< not the starting noise, nor ahead of what may be seen: the word and its numbers are set
    int position = 0;
    Moment moment;
    int sentenceStep = -1;   ///< after the call
    int timestepBefore = -1; ///< -1 at the starting noise
    int timestepAfter = -1;
    double sigma = 0; ///< noise level after, sqrt(1 - alphaBar), 0..1
    std::int32_t wordId = -1;
    QString word;
    QString previousWord; ///< one moment before; empty at the first call
    bool changed = false;
    double probability = 0;
    double entropy = 0; ///< nats
    double distance = 0;
    int settledByWord = 0;              ///< call, 0: not yet
    int settledBySchedule = 0;          ///< call, 0: not yet
    bool settlingIsProvisional = false; ///< the word may still change, as far as one can know
};

/// "61.3 %" in the user's locale; "< 0.1 %" for what would look like none.
QString percentText(double probability);
/// now: the moment that is shown. With sight UpToMoment nothing is told that comes after it, but for the plan.
TokenDetails tokenDetails(const Film &film, Cell cell, Moment now, Sight sight);

} // namespace ard::ui
