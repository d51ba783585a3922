// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/CellSentence.h"
#include "models/LengthText.h"
#include "models/TokenDetails.h"
#include "trace/Repair.h"
#include <QCoreApplication>
#include <QLocale>

namespace ard::ui {

namespace {
struct CellText {
    Q_DECLARE_TR_FUNCTIONS(CellSentence)
};
} // namespace

QString cellSentence(const Film &film, Cell cell, Moment now, Sight sight)
{
    const TokenDetails details = tokenDetails(film, cell, now, sight);
    if (!details.valid || !film.run())
        return {};
    QStringList parts{CellText::tr("position %1").arg(cell.position),
                      CellText::tr("step %1 of %2").arg(cell.moment.call).arg(film.modelCalls())};
    if (cell.moment.sub > 0)
        parts << CellText::tr("skipped step %1").arg(cell.moment.sub);
    if (!details.hasPrediction) {
        parts << (cell.moment == Moment{} ? CellText::tr("noise") : CellText::tr("not yet known"));
    } else {
        const int percent = static_cast<int>(std::lround(100 * details.probability));
        parts << (film.isPadding(cell.moment, cell.position) ? CellText::tr("no word") : details.word)
              << CellText::tr("probability %1 %").arg(percent);
        if (details.changed && !details.previousWord.isEmpty())
            parts << CellText::tr("was %1").arg(details.previousWord);
    }
    return parts.join(QStringLiteral(", "));
}

QString stepSentence(const Film &film, Moment moment)
{
    if (!film.run())
        return {};
    const QString step = CellText::tr("Step %1 of %2").arg(moment.call).arg(film.modelCalls());
    if (moment.sub > 0)
        return CellText::tr("%1, skipped step %2").arg(step).arg(moment.sub);
    return isRepairCall(film.plan(), moment.call) ? CellText::tr("%1, repair (ours)").arg(step) : step;
}

QString momentSentence(const Film &film, Moment moment)
{
    if (!film.run())
        return {};
    const QString step = stepSentence(film, moment);
    if (moment != Moment{})
        return CellText::tr("%1: %2").arg(step, film.text(moment));
    const QString length = lengthText(*film.run());
    return CellText::tr("%1: noise, no words yet").arg(step) +
        (length.isEmpty() ? QString() : QStringLiteral("; ") + length);
}

QString summarySentence(const Film &film, Moment moment, Sight sight)
{
    if (!film.run())
        return {};
    int settled = 0;
    for (int n = 0; n < film.length(); ++n)
        settled += film.isSettled(moment, n, sight) ? 1 : 0;
    return CellText::tr("%1: %2 of %3 positions settled")
        .arg(stepSentence(film, moment))
        .arg(settled)
        .arg(film.length());
}

} // namespace ard::ui
