// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/TokenFacts.h"
#include <QCoreApplication>
#include <QLocale>

namespace ard::ui {

namespace {

struct TokenFactText {
    Q_DECLARE_TR_FUNCTIONS(TokenFacts)
};

QString unknown()
{
    return QStringLiteral("–");
}

QString predicted(const TokenDetails &details, double value, int digits)
{
    return details.hasPrediction ? QLocale().toString(value, 'f', digits) : unknown();
}

QString timesteps(const TokenDetails &details)
{
    return details.timestepBefore < 0
        ? QString::number(details.timestepAfter)
        : TokenFactText::tr("%1 → %2").arg(details.timestepBefore).arg(details.timestepAfter);
}

QString settling(int call, bool isProvisional)
{
    if (call <= 0)
        return TokenFactText::tr("not yet");
    return isProvisional ? TokenFactText::tr("model call %1 so far").arg(call)
                         : TokenFactText::tr("model call %1").arg(call);
}

QStringList values(const Film &film, const TokenDetails &details)
{
    const QLocale locale;
    return {timesteps(details),
            locale.toString(static_cast<double>(details.timestepAfter) / film.diffusionSteps(), 'f', 3),
            locale.toString(details.sigma, 'f', 3),
            predicted(details, details.probability, 3),
            details.hasPrediction ? TokenFactText::tr("%1 nats").arg(predicted(details, details.entropy, 2))
                                  : unknown(),
            predicted(details, details.distance, 3),
            settling(details.settledByWord, details.settlingIsProvisional),
            settling(details.settledBySchedule, false)};
}

} // namespace

QList<TokenFact> tokenFacts()
{
    using T = TokenFactText;
    return {{QStringLiteral("timestep"), T::tr("Timestep"), T::tr("Before and after this model call"), {}},
            {QStringLiteral("share"),
             T::tr("Noise level t/T"),
             T::tr("The timestep it arrived at, as a share of all diffusion steps"),
             {}},
            {QStringLiteral("noise"),
             T::tr("Noise deviation"),
             T::tr("Square root of 1 − alpha_bar at that timestep: 0 is clean, 1 is noise"),
             {}},
            {QStringLiteral("probability"),
             T::tr("Probability"),
             T::tr("Of this word, from the vocabulary head on the predicted clean latent"),
             {}},
            {QStringLiteral("entropy"), T::tr("Entropy"), T::tr("Of all the candidates, in nats: 0 is certain"), {}},
            {QStringLiteral("distance"),
             T::tr("Distance"),
             T::tr("From the predicted clean latent to the nearest word embedding"),
             {}},
            {QStringLiteral("byWord"),
             T::tr("Settled by word"),
             T::tr("The model call after which the word never changes again"),
             {}},
            {QStringLiteral("bySchedule"),
             T::tr("Settled by schedule"),
             T::tr("The model call after which the timestep is 0"),
             {}}};
}

QList<TokenFact> tokenFacts(const Film &film, const TokenDetails &details)
{
    QList<TokenFact> facts = tokenFacts();
    const QStringList texts = details.valid ? values(film, details) : QStringList(facts.size(), unknown());
    for (qsizetype i = 0; i < facts.size(); ++i)
        facts[i].value = texts[i];
    return facts;
}

QString tokenWord(const TokenDetails &details)
{
    if (details.hasPrediction)
        return details.word;
    return details.valid && details.moment == Moment{} ? TokenFactText::tr("noise") : unknown();
}

} // namespace ard::ui
