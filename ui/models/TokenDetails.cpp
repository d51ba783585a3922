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

TokenDetails tokenDetails(const Run *run, Cell cell)
{
    TokenDetails details;
    if (!run || !cell.isValid() || cell.position >= run->length() || cell.call > run->frameCount())
        return details;
    details.valid = true;
    details.position = cell.position;
    details.call = cell.call;
    details.sentenceStep = run->sentenceStep(cell.call);
    details.timestepBefore = run->timestep(cell.call - 1, cell.position);
    details.timestepAfter = run->timestep(cell.call, cell.position);
    details.sigma = run->noiseLevel(details.timestepAfter);
    details.settledByWord = run->settle().byWord(cell.position);
    details.settledBySchedule = run->settle().bySchedule(cell.position);
    details.settlingIsProvisional = run->state() != Run::State::Complete;
    const TokenState *token = run->token(cell.call, cell.position);
    if (!token)
        return details;
    details.hasPrediction = true;
    details.wordId = token->wordId;
    details.word = run->label(token->wordId);
    details.previousWord = run->labelAt(cell.call - 1, cell.position);
    details.changed = token->changed;
    details.probability = wordProbability(*token);
    details.entropy = static_cast<double>(token->entropy);
    details.distance = static_cast<double>(token->distance);
    return details;
}

} // namespace ard::ui
