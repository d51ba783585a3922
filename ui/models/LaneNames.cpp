// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/LaneNames.h"
#include "models/RunNames.h"
#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace ard::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LaneNames)
};

const QString kBetween = QStringLiteral(" · ");

template <class Value>
bool differs(Session &session, const Value &valueOf)
{
    const QList<Lane *> &lanes = session.board()->lanes();
    const auto of = [&](const Lane *lane) { return valueOf(laneRequest(*lane, *session.form())); };
    return std::any_of(lanes.begin(), lanes.end(), [&](const Lane *lane) { return of(lane) != of(lanes.front()); });
}

/// Those of M, eta, clamp, ruler and seed that are not the same in all lanes.
QStringList differences(const GenerationRequest &mine, Session &session)
{
    QStringList parts;
    if (differs(session, [](const GenerationRequest &request) { return request.samplingSteps; }))
        parts << Text::tr("M %1").arg(mine.samplingSteps);
    if (differs(session, [](const GenerationRequest &request) { return request.eta; }))
        parts << Text::tr("eta %1").arg(QLocale().toString(mine.eta));
    if (differs(session, [](const GenerationRequest &request) { return request.clamp; }))
        parts << clampTitle(mine.clamp);
    if (differs(session,
                [](const GenerationRequest &request) { return request.ruler.kind + rulerText(request.ruler); }))
        parts << rulerTitle(mine.ruler);
    if (differs(session, [](const GenerationRequest &request) { return request.seed; }))
        parts << Text::tr("seed %1").arg(mine.seed);
    return parts;
}

const Run *runOf(const Lane &lane)
{
    return lane.run();
}

/// Why the two do not begin alike; empty: they do.
QString whyOtherNoise(const Lane &lane, const Lane &other, Session &session)
{
    const GenerationRequest mine = laneRequest(lane, *session.form()), theirs = laneRequest(other, *session.form());
    const QString letter = other.letter();
    if (mine.seed != theirs.seed)
        return Text::tr("other noise: seed %1, %2 has %3").arg(mine.seed).arg(letter).arg(theirs.seed);
    const Run *run = runOf(lane), *otherRun = runOf(other);
    if (!run || !otherRun || run->length() == 0 || otherRun->length() == 0)
        return {};
    if (run->record().provenance.modelFingerprint != otherRun->record().provenance.modelFingerprint)
        return Text::tr("other noise: another model than %1").arg(letter);
    if (run->length() != otherRun->length())
        return Text::tr("other noise: another length than %1").arg(letter);
    const auto &noise = run->record().provenance.startingNoise,
               &otherNoise = otherRun->record().provenance.startingNoise;
    if (noise && otherNoise && *noise != *otherNoise)
        return Text::tr("other noise than %1").arg(letter);
    return {};
}

/// "seed 1", and the checksum of the starting noise where the engine gave one.
QString noiseOf(const Lane &lane, Session &session)
{
    QString text = Text::tr("seed %1").arg(laneRequest(lane, *session.form()).seed);
    const Run *run = runOf(lane);
    if (run && run->record().provenance.startingNoise)
        text += kBetween + QString::number(*run->record().provenance.startingNoise, 16);
    return text;
}

const protocol::ModelSummary *modelOf(const Run &run, Session &session)
{
    const Provenance &from = run.record().provenance;
    const auto &models = session.models()->models();
    const auto found = std::find_if(models.begin(), models.end(), [&](const protocol::ModelSummary &model) {
        return model.name == from.modelName &&
            (model.fingerprint.empty() || from.modelFingerprint.empty() || model.fingerprint == from.modelFingerprint);
    });
    return found == models.end() ? nullptr : &*found;
}

QString originOf(const Run &run)
{
    if (run.isRecorded())
        return Text::tr("recorded: %1").arg(QFileInfo(run.filePath()).fileName());
    return run.isLive() ? Text::tr("live") : Text::tr("computed here");
}

} // namespace

GenerationRequest laneRequest(const Lane &lane, const GenerationForm &form)
{
    return lane.run() ? lane.run()->record().request : lane.changes().applied(form.values());
}

QString laneTitle(const Lane &lane, Session &session)
{
    if (!lane.title().isEmpty())
        return lane.title();
    const GenerationRequest request = laneRequest(lane, *session.form());
    const bool sameSchedule =
        !differs(session, [](const GenerationRequest &one) { return scheduleTitle(one.schedule); });
    const QStringList schedule{scheduleTitle(request.schedule)}, others = differences(request, session);
    return (sameSchedule ? others + schedule : schedule + others).join(kBetween); // what differs comes first
}

QString laneCost(const Lane &lane)
{
    const Run *run = lane.run();
    if (!run || run->modelCalls() <= 0)
        return {};
    double milliseconds = 0;
    for (const StepFrame &frame : run->record().frames)
        milliseconds += frame.milliseconds;
    const bool isWhole = run->frameCount() == run->modelCalls();
    const QString calls = isWhole ? Text::tr("%1 calls").arg(run->modelCalls())
                                  : Text::tr("%1 of %2 calls").arg(run->frameCount()).arg(run->modelCalls());
    return calls + kBetween + Text::tr("%1 ms").arg(QLocale().toString(std::lround(milliseconds)));
}

NoiseBadge noiseBadge(const Lane &lane, Session &session)
{
    for (const Lane *other : session.board()->lanes()) {
        if (other == &lane)
            continue;
        const QString why = whyOtherNoise(lane, *other, session);
        if (why.isEmpty())
            return {true, Text::tr("same noise") + kBetween + noiseOf(lane, session)};
        if (other == session.board()->at(0) || session.board()->size() == 2)
            return {false, why};
    }
    return {false, Text::tr("noise of its own") + kBetween + noiseOf(lane, session)};
}

QString offTraining(const Lane &lane, Session &session)
{
    if (!lane.run())
        return offDistribution(laneRequest(lane, *session.form()).schedule, session.form()->model());
    const protocol::ModelSummary *model = modelOf(*lane.run(), session);
    return model ? offDistribution(lane.run()->record().request.schedule, *model) : QString();
}

QStringList laneHonesty(const Lane &lane, Session &session)
{
    const Run *run = lane.run();
    if (!run)
        return {};
    const GenerationRequest &request = run->record().request;
    QStringList parts{originOf(*run)};
    if (const QString model = QString::fromStdString(run->record().provenance.modelName); !model.isEmpty())
        parts << model;
    const QString off = offTraining(lane, session);
    if (!off.isEmpty())
        parts << Text::tr("off its training");
    else if (modelOf(*run, session))
        parts << Text::tr("as in its training");
    parts << run->stateText() << shortSchedule(request.schedule) << Text::tr("M %1").arg(request.samplingSteps)
          << Text::tr("seed %1").arg(request.seed);
    if (!off.isEmpty())
        parts << off;
    return parts;
}

} // namespace ard::ui
