// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/LengthText.h"
#include "models/TokenDetails.h"
#include "session/PlainText.h"
#include <QCoreApplication>

namespace ard::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LengthText)
};

QString positionsText(int count)
{
    return count == 1 ? Text::tr("1 position") : Text::tr("%1 positions").arg(count);
}

QString headText(const std::vector<LengthChoice::Likely> &likely, int length)
{
    const auto percent = [&](std::size_t rank) { return percentText(static_cast<double>(likely[rank].probability)); };
    const QString positions = positionsText(length);
    if (likely.empty())
        return Text::tr("length head: %1", "12 positions").arg(positions);
    if (likely.size() == 1)
        return Text::tr("length head: %1, %2", "12 positions, 61 %").arg(positions, percent(0));
    return Text::tr("length head: %1, %2; next %3, %4", "12 positions, 61 %; another length, its percents")
        .arg(positions, percent(0))
        .arg(likely[1].length)
        .arg(percent(1));
}

QString headExplanation(const GenerationRequest &request)
{
    QStringList sentences{
        Text::tr(
            "Before the first model call the length head, a small part of the model, read the source and gave every "
            "length a probability."),
        Text::tr("The run takes the most probable one and keeps it: model calls change words, never their number.")};
    if (!request.candidateLengths.empty())
        sentences << Text::tr("Further candidates have lengths of their own, spread over what the head finds probable; "
                              "that is ours, not the paper's.");
    return running(sentences);
}

} // namespace

QString lengthText(const Run &run)
{
    const RunRecord &record = run.record();
    const int length = run.length();
    if (length == 0)
        return {};
    if (!record.lengthChoice)
        return run.isBranch()
            ? Text::tr("%1, as in the run that it goes on from", "12 positions").arg(positionsText(length))
            : QString();
    switch (record.lengthChoice->by) {
    case LengthChoice::By::Head:
        return headText(record.lengthChoice->likely, length);
    case LengthChoice::By::Request:
        return Text::tr("%1, as asked for", "12 positions").arg(positionsText(length));
    case LengthChoice::By::Model:
        break;
    }
    return Text::tr("%1, as in all sentences of this model", "12 positions").arg(positionsText(length));
}

QString lengthExplanation(const Run &run)
{
    const RunRecord &record = run.record();
    if (lengthText(run).isEmpty())
        return {};
    const QString stays = Text::tr("It stays so to the end: model calls change words, never their number.");
    if (!record.lengthChoice)
        return stays;
    switch (record.lengthChoice->by) {
    case LengthChoice::By::Head:
        return headExplanation(record.request);
    case LengthChoice::By::Request:
        return running({Text::tr("This number of positions was asked for."), stays});
    case LengthChoice::By::Model:
        break;
    }
    return running(
        {Text::tr("This model has no length head: every sentence has the number of positions that it was trained "
                  "with, and a shorter one ends in PAD, a word that the model writes itself."),
         stays});
}

} // namespace ard::ui
