// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/RunNames.h"
#include "models/LengthText.h"
#include "session/CoreTexts.h"
#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace ard::ui {

namespace {

struct RunText {
    Q_DECLARE_TR_FUNCTIONS(RunNames)
};

constexpr int kLongestRuler = 40;     ///< of a list of sentence steps; characters
constexpr int kLongestName = 18;      ///< in a label: the rest has to be seen in a narrow list, too
constexpr int kLongestFileName = 120; ///< without folder and suffix

const QString kBetweenParts = QStringLiteral(" · ");

/// Without an exponent, however large: "1,000,000".
QString plainNumber(double number)
{
    return QLocale().toString(number, 'f', QLocale::FloatingPointShortest);
}

QString source(const Run &run)
{
    return QString::fromStdString(run.record().request.source).simplified();
}

/// What is asked for beyond timestep schedule, M and seed.
QStringList unusual(const GenerationRequest &request)
{
    QStringList parts;
    if (request.ruler.kind != RulerSpec().kind)
        parts << rulerTitle(request.ruler);
    if (request.eta != GenerationRequest().eta)
        parts << RunText::tr("eta %1").arg(QLocale().toString(request.eta));
    if (request.clamp != ClampMode::Nearest)
        parts << clampTitle(request.clamp);
    if (request.temperature != GenerationRequest().temperature)
        parts << RunText::tr("temperature %1").arg(QLocale().toString(request.temperature));
    if (request.topP != GenerationRequest().topP)
        parts << RunText::tr("top-p %1").arg(QLocale().toString(request.topP));
    if (request.solver != Solver::Ddim)
        parts << RunText::tr("DPM-Solver++");
    if (request.candidates > 1)
        parts << RunText::tr("%1 candidates").arg(request.candidates);
    return parts;
}

QString changeText(const PositionChange &change, const Run &run)
{
    const QString word =
        change.text.empty() ? run.label(change.word) : Run::labelOf(QString::fromStdString(change.text));
    switch (change.kind) {
    case PositionChange::Kind::Pin:
        return RunText::tr("position %1 pinned to “%2”").arg(change.position).arg(word);
    case PositionChange::Kind::Replace:
        return RunText::tr("position %1 replaced by “%2”").arg(change.position).arg(word);
    case PositionChange::Kind::Renoise:
        break;
    }
    return RunText::tr("position %1 noise again").arg(change.position);
}

} // namespace

QString branchChange(const Run &run)
{
    if (!run.isBranch())
        return {};
    const Continuation &last = run.record().request.continuations.back();
    QStringList parts;
    for (const PositionChange &change : last.changes)
        parts << changeText(change, run);
    if (last.seed)
        parts << RunText::tr("seed %1").arg(*last.seed);
    if (last.schedule)
        parts << shortSchedule(*last.schedule);
    if (last.ruler)
        parts << RunText::tr("ruler %1").arg(rulerTitle(*last.ruler));
    if (last.samplingSteps > 0)
        parts << RunText::tr("M of the rest %1").arg(last.samplingSteps);
    return parts.isEmpty() ? RunText::tr("nothing changed") : listed(parts);
}

QString branchText(const Run &run)
{
    if (!run.isBranch())
        return {};
    const QString change = branchChange(run);
    const int call = run.callsBefore() > 0 ? run.callsBefore() : run.record().request.continuations.back().fromCall;
    return run.branchOf()
        ? RunText::tr("branch of #%1 after model call %2: %3").arg(run.branchOf()->number()).arg(call).arg(change)
        : RunText::tr("branch after model call %1: %2").arg(call).arg(change);
}

QString clampTitle(ClampMode clamp)
{
    switch (clamp) {
    case ClampMode::Expected:
        return RunText::tr("clamp: expected word");
    case ClampMode::Drawn:
        return RunText::tr("clamp: drawn word");
    case ClampMode::None:
        return RunText::tr("no clamp");
    case ClampMode::Nearest:
        break;
    }
    return RunText::tr("clamp: nearest word");
}

QString rulerTitle(const RulerSpec &ruler)
{
    const QString text = QString::fromStdString(rulerText(ruler));
    // "tail=5" is what one types; a name alone is said in the window's language, where that is another.
    for (const auto &kind : rulerKinds())
        if (text == QString::fromStdString(kind.name) && coreText(kind.title) != QString::fromStdString(kind.title))
            return kindName(kind.title);
    return text.size() > kLongestRuler ? text.left(kLongestRuler - 1) + QChar(0x2026) : text;
}

QString scheduleTitle(const TimestepScheduleSpec &spec)
{
    for (const TimestepScheduleKind &kind : timestepScheduleKinds()) {
        if (kind.name != spec.kind)
            continue;
        const QString title = coreText(kind.title);
        if (kind.needsTable && !spec.tableName.empty())
            return RunText::tr("%1: %2", "timestep schedule: its file")
                .arg(title, QString::fromStdString(spec.tableName));
        if (spec.kind == "ar-diffusion")
            return RunText::tr("%1, anchor (%2N, T−1)").arg(title, plainNumber(spec.anchorScale));
        QStringList parts{title};
        for (const ScheduleParameter &parameter : kind.parameters)
            parts << parameterName(parameter.name) + QLatin1Char(' ') + plainNumber(parameter.get(spec));
        return listed(parts);
    }
    return QString::fromStdString(spec.kind);
}

QString shortSchedule(const TimestepScheduleSpec &spec)
{
    for (const TimestepScheduleKind &kind : timestepScheduleKinds()) {
        if (kind.name != spec.kind)
            continue;
        QStringList parts{kindName(kind.title)};
        if (kind.needsTable && !spec.tableName.empty())
            parts << QString::fromStdString(spec.tableName);
        for (const ScheduleParameter &parameter : kind.parameters)
            if (const double value = parameter.get(spec); value != parameter.defaultValue || parameter.integer)
                parts << parameterName(parameter.name) + QLatin1Char(' ') + QLocale().toString(value);
        return listed(parts);
    }
    return QString::fromStdString(spec.kind);
}

QString runLabel(const Run &run)
{
    const GenerationRequest &request = run.record().request;
    QStringList parts;
    if (const QString name = run.name(); !name.isEmpty())
        parts << (name.size() > kLongestName ? name.left(kLongestName - 1) + QChar(0x2026) : name);
    if (run.isBranch())
        parts << branchText(run);
    parts << shortSchedule(request.schedule) << RunText::tr("M %1").arg(request.samplingSteps)
          << RunText::tr("seed %1").arg(request.seed);
    parts << unusual(request);
    if (const QString model = QString::fromStdString(run.record().provenance.modelName); !model.isEmpty())
        parts << model;
    if (const QString asked = source(run); !asked.isEmpty())
        parts << asked;
    return QStringLiteral("#%1 ").arg(run.number()) + parts.join(kBetweenParts);
}

QStringList runOrigin(const Run &run)
{
    const GenerationRequest &request = run.record().request;
    QStringList parts;
    if (run.isBranch())
        parts << branchText(run);
    if (const QString model = QString::fromStdString(run.record().provenance.modelName); !model.isEmpty())
        parts << model;
    parts << shortSchedule(request.schedule) << RunText::tr("ruler %1").arg(rulerTitle(request.ruler))
          << RunText::tr("M %1").arg(request.samplingSteps)
          << RunText::tr("eta %1").arg(QLocale().toString(request.eta)) << clampTitle(request.clamp)
          << RunText::tr("seed %1").arg(request.seed);
    for (const QString &part : unusual(request))
        if (!parts.contains(part) && part != rulerTitle(request.ruler))
            parts << part;
    if (run.isRecorded())
        parts << RunText::tr("recorded: %1").arg(QFileInfo(run.filePath()).fileName());
    else
        parts << (run.isLive() ? RunText::tr("running now") : RunText::tr("computed here"));
    // Where all sentences of the model have one length, there is nothing to tell.
    const auto &length = run.record().lengthChoice;
    if (length && length->by != LengthChoice::By::Model)
        parts << lengthText(run);
    return parts;
}

QString proposedFileName(const Run &run)
{
    const GenerationRequest &request = run.record().request;
    QString name = run.name();
    if (name.isEmpty()) {
        QStringList parts{QString::fromStdString(run.record().provenance.modelName),
                          QString::fromStdString(request.schedule.kind),
                          QStringLiteral("M%1").arg(request.samplingSteps), QStringLiteral("seed%1").arg(request.seed)};
        parts.removeAll(QString());
        name = parts.join(QLatin1Char('-'));
    }
    static const QString kRefused = QStringLiteral("/\\:*?\"<>|");
    for (QChar &c : name)
        if (kRefused.contains(c) || !c.isPrint())
            c = QLatin1Char('_');
    return name.left(kLongestFileName) + QStringLiteral(".ardrun");
}

} // namespace ard::ui
