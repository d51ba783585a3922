// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/RunSettings.h"
#include <QCoreApplication>
#include <QRandomGenerator>
#include <algorithm>
#include <cmath>
#include <utility>

namespace ard::ui {

namespace {

constexpr int kSeedsOfTheDie = 1'000'000; ///< short enough to be read out in a lecture

const ScheduleParameter *parameterNamed(const std::string &name)
{
    for (const TimestepScheduleKind &kind : timestepScheduleKinds())
        for (const ScheduleParameter &parameter : kind.parameters)
            if (parameter.name == name)
                return &parameter;
    return nullptr;
}

QString tr(const char *text)
{
    return QCoreApplication::translate("RunSettings", text);
}

tl::unexpected<Error> refuse(const QString &sentence)
{
    return fail(ErrorCode::InvalidArgument, sentence.toStdString());
}

} // namespace

std::optional<double> RunSettings::parameter(const std::string &name) const
{
    const ScheduleParameter *known = parameterNamed(name);
    return known ? std::optional(known->get(schedule)) : std::nullopt;
}

bool RunSettings::setParameter(const std::string &name, double value)
{
    const ScheduleParameter *known = parameterNamed(name);
    if (known)
        known->set(schedule, value);
    return known != nullptr;
}

GenerationRequest RunSettings::request() const
{
    GenerationRequest request;
    request.source = source.trimmed().toStdString();
    request.schedule = schedule;
    if (lengthFromSource)
        request.schedule.length = 0;
    request.ruler = ruler;
    request.samplingSteps = samplingSteps;
    request.seed = seed;
    request.eta = eta;
    request.clamp = clamp;
    request.clampFromCall = clampFromCall;
    request.solver = solver;
    request.noiseTopP = noiseTopP;
    request.stopWhenSettled = stopWhenSettled;
    return request;
}

RunSettings RunSettings::fromRequest(const GenerationRequest &request)
{
    RunSettings settings;
    settings.source = QString::fromStdString(request.source);
    settings.schedule = request.schedule;
    settings.ruler = request.ruler;
    settings.samplingSteps = request.samplingSteps;
    settings.seed = request.seed;
    settings.eta = request.eta;
    settings.clamp = request.clamp;
    settings.clampFromCall = request.clampFromCall;
    settings.solver = request.solver;
    settings.noiseTopP = request.noiseTopP;
    settings.stopWhenSettled = request.stopWhenSettled;
    return settings;
}

Result<SamplingPlan> RunSettings::planPreview(const Result<std::shared_ptr<const TimestepSchedule>> &made) const
{
    if (!(eta >= 0 && eta <= 1))
        return refuse(tr("Eta must lie between 0 and 1"));
    if (clampFromCall < 1)
        return refuse(tr("The first clamped model call must be at least 1"));
    if (schedule.length < 1)
        return refuse(tr("Choose a model first: it fixes the length and the diffusion steps"));
    if (!made)
        return tl::unexpected<Error>(made.error());
    return makeSamplingPlan(**made, schedule.length, ruler.kind == "list" ? 0 : samplingSteps, ruler);
}

GenerationForm::GenerationForm(QObject *parent) : QObject(parent)
{
    m_made.schedule = makeTimestepSchedule(m_made.spec);
    rebuildPlan();
}

void GenerationForm::setSettings(const RunSettings &settings)
{
    m_stepsEdited = true;
    m_anchorEdited = true;
    m_clampEdited = true;
    edit(
        [&](RunSettings &mine) {
            const int length = mine.schedule.length;
            const int diffusionSteps = mine.schedule.diffusionSteps;
            const auto knots = mine.schedule.knots;
            const bool lengthFromSource = mine.lengthFromSource;
            mine = settings;
            mine.lengthFromSource = lengthFromSource;
            if (length > 0) { // the model's numbers, not those of the run that the settings come from
                mine.schedule.length = length;
                mine.schedule.diffusionSteps = diffusionSteps;
                mine.schedule.knots = knots;
            }
        },
        true);
}

void GenerationForm::setModel(const protocol::ModelSummary &model)
{
    m_model = model;
    edit(
        [&](RunSettings &mine) {
            mine.schedule.length = model.length;
            mine.lengthFromSource = model.lengthHead;
            mine.schedule.diffusionSteps = model.diffusionSteps;
            mine.schedule.knots = model.learnedTimesteps;
            if (!m_stepsEdited)
                mine.samplingSteps = model.defaultSamplingSteps;
            if (!m_clampEdited)
                mine.clamp = model.defaultClamp;
            if (!m_anchorEdited)
                mine.schedule.anchorScale = model.trainedAnchorScale;
        },
        true);
    Q_EMIT modelChanged();
}

QString GenerationForm::runProblem() const
{
    if (!m_problem.isEmpty())
        return m_problem;
    return m_settings.source.trimmed().isEmpty() ? GenerationForm::tr("Type a source text first") : QString();
}

QString GenerationForm::whyNotOffered(const TimestepScheduleKind &kind) const
{
    if (!kind.needsModel || m_settings.schedule.knots)
        return {};
    return GenerationForm::tr("This model has not learned a timestep schedule: that takes training with draw.learned");
}

QString GenerationForm::offDistribution() const
{
    const std::string &kind = m_settings.schedule.kind;
    const auto &trained = m_model.trainedSchedules;
    if (trained.empty())
        return {};
    if (std::find(trained.begin(), trained.end(), kind) == trained.end())
        return GenerationForm::tr("This model was not trained on the timestep schedule %1")
            .arg(QString::fromStdString(kind));
    if (kind == "ar-diffusion" && m_settings.schedule.anchorScale != m_model.trainedAnchorScale)
        return GenerationForm::tr("This model was trained with anchor scale %1").arg(m_model.trainedAnchorScale);
    return {};
}

void GenerationForm::setSource(const QString &source)
{
    if (source != m_settings.source)
        edit([&](RunSettings &mine) { mine.source = source; }, false);
}

void GenerationForm::setSeed(quint64 seed)
{
    if (seed != m_settings.seed)
        edit([&](RunSettings &mine) { mine.seed = seed; }, false);
}

void GenerationForm::newSeed()
{
    setSeed(static_cast<quint64>(QRandomGenerator::global()->bounded(kSeedsOfTheDie)));
}

void GenerationForm::setSamplingSteps(int steps)
{
    if (steps == m_settings.samplingSteps)
        return;
    m_stepsEdited = true;
    edit([&](RunSettings &mine) { mine.samplingSteps = steps; }, true);
}

void GenerationForm::setScheduleKind(const QString &kind)
{
    if (kind.toStdString() != m_settings.schedule.kind)
        edit([&](RunSettings &mine) { mine.schedule.kind = kind.toStdString(); }, true);
}

void GenerationForm::setScheduleTable(std::shared_ptr<const ScheduleTable> table)
{
    edit(
        [&](RunSettings &mine) {
            mine.schedule.kind = "custom";
            mine.schedule.table = std::move(table);
        },
        true);
}

void GenerationForm::setScheduleTable(MadeSchedule made)
{
    m_made = std::move(made);
    setScheduleTable(m_made.spec.table);
}

void GenerationForm::setRuler(const RulerSpec &ruler)
{
    if (ruler != m_settings.ruler)
        edit([&](RunSettings &mine) { mine.ruler = ruler; }, true);
}

void GenerationForm::setScheduleParameter(const QString &name, double value)
{
    if (m_settings.parameter(name.toStdString()) == value)
        return;
    m_anchorEdited = m_anchorEdited || name == QLatin1String("anchor-scale");
    edit([&](RunSettings &mine) { mine.setParameter(name.toStdString(), value); }, true);
}

void GenerationForm::setEta(double eta)
{
    if (eta != m_settings.eta)
        edit([&](RunSettings &mine) { mine.eta = eta; }, true);
}

void GenerationForm::setClamp(ClampMode clamp)
{
    m_clampEdited = true;
    if (clamp != m_settings.clamp)
        edit([&](RunSettings &mine) { mine.clamp = clamp; }, false);
}

void GenerationForm::edit(const std::function<void(RunSettings &)> &change, bool affectsPlan)
{
    change(m_settings);
    if (affectsPlan)
        rebuildPlan();
    Q_EMIT changed();
    if (affectsPlan)
        Q_EMIT planChanged();
}

void GenerationForm::rebuildPlan()
{
    if (m_made.spec != m_settings.schedule)
        m_made = {m_settings.schedule, makeTimestepSchedule(m_settings.schedule)};
    m_sentenceSteps = m_made.schedule ? (*m_made.schedule)->sentenceSteps() : 0;
    auto plan = m_settings.planPreview(m_made.schedule);
    m_problem = plan ? QString() : QString::fromStdString(plan.error().message);
    m_plan = plan ? std::move(*plan) : SamplingPlan{};
    if (hasPlan()) // a list says itself how many calls it makes
        m_settings.samplingSteps = m_plan.modelCalls();
}

} // namespace ard::ui
