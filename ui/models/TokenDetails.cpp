// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/TokenDetails.h"
#include <QLocale>

namespace ard::ui {

QString percentText(double probability)
{
    constexpr double smallest = 0.001;
    if (probability > 0 && probability < smallest)
        return QStringLiteral("< %1 %").arg(QLocale().toString(100 * smallest, 'f', 1));
    return QStringLiteral("%1 %").arg(QLocale().toString(100 * probability, 'f', 1));
}

TokenDetails tokenDetails(const Film &film, Cell cell, Moment now, Sight sight)
{
    TokenDetails details;
    const bool isAhead = sight == Sight::UpToMoment && cell.moment > now;
    if (!cell.isValid() || cell.position >= film.length() || !film.contains(cell.moment))
        return details;
    details.valid = true;
    details.position = cell.position;
    details.moment = cell.moment;
    details.sentenceStep = film.sentenceStep(cell.moment);
    if (const int index = film.indexOf(cell.moment); index > 0)
        details.timestepBefore = film.timestep(film.at(index - 1), cell.position);
    details.timestepAfter = film.timestep(cell.moment, cell.position);
    details.sigma = film.noiseLevel(cell.moment, cell.position);
    const SettleSteps settles = film.settleSteps(isAhead ? now : cell.moment, cell.position, sight);
    details.settledByWord = settles.byWord;
    details.settledBySchedule = settles.bySchedule;
    details.settlingIsProvisional = settles.provisional;
    const TokenState *token = isAhead ? nullptr : film.token(cell.moment, cell.position);
    if (!token)
        return details;
    details.hasPrediction = true;
    details.wordId = token->wordId;
    details.word = film.label(cell.moment, cell.position);
    details.previousWord = film.previousLabel(cell.moment, cell.position);
    details.changed = film.hasChanged(cell.moment, cell.position);
    details.probability = film.probability(cell.moment, cell.position);
    details.entropy = static_cast<double>(token->entropy);
    details.distance = static_cast<double>(token->distance);
    return details;
}

} // namespace ard::ui
