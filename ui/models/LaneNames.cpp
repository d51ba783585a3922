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

struct LaneText {
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
        parts << LaneText::tr("M %1").arg(mine.samplingSteps);
    if (differs(session, [](const GenerationRequest &request) { return request.eta; }))
        parts << LaneText::tr("eta %1").arg(QLocale().toString(mine.eta));
    if (differs(session, [](const GenerationRequest &request) { return request.clamp; }))
        parts << clampTitle(mine.clamp);
    if (differs(session,
                [](const GenerationRequest &request) { return request.ruler.kind + rulerText(request.ruler); }))
        parts << rulerTitle(mine.ruler);
    if (differs(session, [](const GenerationRequest &request) { return request.seed; }))
        parts << LaneText::tr("seed %1").arg(mine.seed);
    return parts;
}

const Run *runOf(const Lane &lane)
{
    return lane.run();
}

const protocol::ModelSummary *modelOf(const Run &run, Session &session)
{
    const Provenance &from = run.record().provenance;
    const auto isIt = [&](const protocol::ModelSummary &model) {
        return model.name == from.modelName &&
            (model.fingerprint.empty() || from.modelFingerprint.empty() || model.fingerprint == from.modelFingerprint);
    };
    const auto &models = session.models()->models();
    const auto found = std::find_if(models.begin(), models.end(), isIt);
    if (found != models.end())
        return &*found;
    return isIt(session.form()->model()) ? &session.form()->model() : nullptr; // of a folder that is not in the list
}

/// The model of the run, or of the next one; nullptr: of the run, and it is not known here.
const protocol::ModelSummary *modelOf(const Lane &lane, Session &session)
{
    const Run *run = runOf(lane);
    if (run && !run->record().provenance.modelName.empty())
        return modelOf(*run, session);
    return &laneModel(lane.changes(), *session.form());
}

std::string modelNameOf(const Lane &lane, Session &session)
{
    const Run *run = runOf(lane);
    const std::string &made = run ? run->record().provenance.modelName : std::string();
    return made.empty() ? laneModel(lane.changes(), *session.form()).name : made;
}

bool areModelsSame(Session &session)
{
    const QList<Lane *> &lanes = session.board()->lanes();
    const std::string first = modelNameOf(*lanes.front(), session);
    return std::all_of(lanes.begin(), lanes.end(),
                       [&](const Lane *lane) { return modelNameOf(*lane, session) == first; });
}

/// What says which numbers a seed gives: N and E; 0: not known.
struct NoiseSize {
    int length = 0, width = 0;
};

NoiseSize noiseSizeOf(const Lane &lane, Session &session)
{
    const protocol::ModelSummary *model = modelOf(lane, session);
    const Run *run = runOf(lane);
    const int length = run && run->length() > 0 ? run->length() : model && !model->lengthHead ? model->length : 0;
    return {length, model ? model->embeddingWidth : 0};
}

/// The checksums of both are known and tell.
std::optional<bool> isSameByChecksum(const Run *run, const Run *other)
{
    if (!run || !other || !run->record().provenance.startingNoise || !other->record().provenance.startingNoise)
        return std::nullopt;
    return *run->record().provenance.startingNoise == *other->record().provenance.startingNoise;
}

/// Why the two do not begin alike; empty: they do. The noise of a position follows from seed, position and width alone.
QString whyOtherNoise(const Lane &lane, const Lane &other, Session &session)
{
    const std::optional<bool> same = isSameByChecksum(runOf(lane), runOf(other));
    if (same == true)
        return {};
    const std::uint64_t mine = laneRequest(lane, *session.form()).seed,
                        theirs = laneRequest(other, *session.form()).seed;
    const QString letter = other.letter();
    if (mine != theirs)
        return LaneText::tr("other noise: seed %1, %2 has %3").arg(mine).arg(letter).arg(theirs);
    const NoiseSize size = noiseSizeOf(lane, session), otherSize = noiseSizeOf(other, session);
    if (size.width > 0 && otherSize.width > 0 && size.width != otherSize.width)
        return LaneText::tr("other noise: embedding width %1, %2 has %3")
            .arg(size.width)
            .arg(letter)
            .arg(otherSize.width);
    const bool isSameModel = modelNameOf(lane, session) == modelNameOf(other, session);
    if (size.length > 0 && otherSize.length > 0 && size.length != otherSize.length) {
        if (isSameModel || (size.width > 0 && size.width == otherSize.width))
            return LaneText::tr("same noise in the first %1 positions: N %2, %3 has %4")
                .arg(std::min(size.length, otherSize.length))
                .arg(size.length)
                .arg(letter)
                .arg(otherSize.length);
        return LaneText::tr("other noise: N %1, %2 has %3").arg(size.length).arg(letter).arg(otherSize.length);
    }
    if (!isSameModel && (size.width == 0 || otherSize.width == 0 || size.length == 0 || otherSize.length == 0))
        return LaneText::tr("other noise: another model than %1").arg(letter);
    return same == false ? LaneText::tr("other noise than %1").arg(letter) : QString();
}

/// "seed 1", and the checksum of the starting noise where the engine gave one.
QString noiseOf(const Lane &lane, Session &session)
{
    QString text = LaneText::tr("seed %1").arg(laneRequest(lane, *session.form()).seed);
    const Run *run = runOf(lane);
    if (run && run->record().provenance.startingNoise)
        text += kBetween + QString::number(*run->record().provenance.startingNoise, 16);
    return text;
}

QString originOf(const Run &run)
{
    if (run.isRecorded())
        return LaneText::tr("recorded: %1").arg(QFileInfo(run.filePath()).fileName());
    return run.isLive() ? LaneText::tr("live") : LaneText::tr("computed here");
}

} // namespace

GenerationRequest laneRequest(const Lane &lane, const GenerationForm &form)
{
    return lane.run() ? lane.run()->record().request : laneValues(lane.changes(), form);
}

QString laneTitle(const Lane &lane, Session &session)
{
    if (!lane.title().isEmpty())
        return lane.title();
    const GenerationRequest request = laneRequest(lane, *session.form());
    const bool sameSchedule =
        !differs(session, [](const GenerationRequest &one) { return scheduleTitle(one.schedule); });
    const QStringList schedule{scheduleTitle(request.schedule)};
    QStringList others = differences(request, session);
    if (!areModelsSame(session))
        others.prepend(modelTitle(lane, session));
    return (sameSchedule ? others + schedule : schedule + others).join(kBetween); // what differs comes first
}

QString modelTitle(const Lane &lane, Session &session)
{
    const QString name = QString::fromStdString(modelNameOf(lane, session));
    const protocol::ModelSummary *model = modelOf(lane, session);
    return model ? session.models()->texts(*model).text(QStringLiteral("name"), name) : name;
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
    const QString calls = isWhole ? LaneText::tr("%1 calls").arg(run->modelCalls())
                                  : LaneText::tr("%1 of %2 calls").arg(run->frameCount()).arg(run->modelCalls());
    return calls + kBetween + LaneText::tr("%1 ms").arg(QLocale().toString(std::lround(milliseconds)));
}

NoiseBadge noiseBadge(const Lane &lane, Session &session)
{
    for (const Lane *other : session.board()->lanes()) {
        if (other == &lane)
            continue;
        const QString why = whyOtherNoise(lane, *other, session);
        if (why.isEmpty())
            return {true, LaneText::tr("same noise") + kBetween + noiseOf(lane, session)};
        if (other == session.board()->at(0) || session.board()->size() == 2)
            return {false, why};
    }
    return {false, LaneText::tr("noise of its own") + kBetween + noiseOf(lane, session)};
}

QString offTraining(const Lane &lane, Session &session)
{
    if (!lane.run())
        return offDistribution(laneRequest(lane, *session.form()).schedule, laneModel(lane.changes(), *session.form()));
    const protocol::ModelSummary *model = modelOf(*lane.run(), session);
    return model ? offDistribution(lane.run()->record().request.schedule, *model) : QString();
}

/// Of a lane that has not run.
static QStringList planHonesty(const Lane &lane, Session &session)
{
    QStringList parts{LaneText::tr("not run yet"), QString::fromStdString(modelNameOf(lane, session)),
                      modelProblem(lane, session), offTraining(lane, session)};
    parts.removeAll(QString());
    return parts;
}

QString modelProblem(const Lane &lane, Session &session)
{
    const QString model = session.ownModel(&lane);
    return model.isEmpty() ? QString() : session.engines()->problem(model);
}

QStringList laneHonesty(const Lane &lane, Session &session)
{
    const Run *run = lane.run();
    if (!run)
        return planHonesty(lane, session);
    const GenerationRequest &request = run->record().request;
    QStringList parts{originOf(*run)};
    if (run->isBranch())
        parts.prepend(branchText(*run));
    if (const QString model = QString::fromStdString(modelNameOf(lane, session)); !model.isEmpty())
        parts << model;
    const QString off = offTraining(lane, session);
    if (!off.isEmpty())
        parts << LaneText::tr("off its training");
    else if (modelOf(*run, session))
        parts << LaneText::tr("as in its training");
    parts << run->stateText() << shortSchedule(request.schedule) << LaneText::tr("M %1").arg(request.samplingSteps)
          << LaneText::tr("seed %1").arg(request.seed);
    if (!off.isEmpty())
        parts << off;
    return parts;
}

} // namespace ard::ui
