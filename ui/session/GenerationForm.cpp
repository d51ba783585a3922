// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/GenerationForm.h"
#include "session/CoreSentences.h"
#include "session/CoreTexts.h"
#include <QRandomGenerator>
#include <algorithm>
#include <utility>

namespace ard::ui {

namespace {

constexpr int kSeedsOfTheDie = 1'000'000; ///< short enough to be read out in a lecture

const ScheduleParameter *scheduleParameterNamed(const std::string &name)
{
    const auto &all = scheduleParameters();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto &one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

/// Everything that a run says of itself counts as set.
GivenParameters allParameters()
{
    GivenParameters names{"schedule"};
    for (const RequestParameter &parameter : requestParameters())
        names.insert(parameter.name);
    for (const ScheduleParameter &parameter : scheduleParameters())
        names.insert(parameter.name);
    return names;
}

QString outOfRange(const RequestParameter &parameter)
{
    return GenerationForm::tr("%1 must lie between %2 and %3")
        .arg(coreText(parameter.title))
        .arg(parameter.minimum)
        .arg(parameter.maximum);
}

} // namespace

GenerationForm::GenerationForm(QObject *parent) : QObject(parent)
{
    m_values.schedule.length = 0;
    m_made.schedule = makeTimestepSchedule(m_made.spec);
    m_stepsWithoutList = m_values.samplingSteps;
    rebuildPlan();
}

QString GenerationForm::tableName() const
{
    return QString::fromStdString(m_values.schedule.tableName);
}

GenerationRequest GenerationForm::valuesFor(const protocol::ModelSummary &model) const
{
    GenerationRequest values = m_values;
    values.schedule.length = model.length;
    values.schedule.diffusionSteps = model.diffusionSteps;
    values.schedule.knots = model.learnedTimesteps;
    return values;
}

GenerationRequest GenerationForm::asSent(GenerationRequest values, const protocol::ModelSummary &model)
{
    values.source = QString::fromStdString(values.source).trimmed().toStdString();
    if (model.lengthHead) // which chooses N
        values.schedule.length = 0;
    return values;
}

void GenerationForm::takeRequest(const GenerationRequest &request)
{
    m_edited = allParameters();
    m_unreadable.clear();
    edit(
        [&](GenerationRequest &mine) {
            const TimestepScheduleSpec models = mine.schedule;
            mine = request;
            mine.continuations.clear();
            mine.candidateLengths.clear();
            if (models.length > 0) { // the model's numbers, not those of the run that the settings come from
                mine.schedule.length = models.length;
                mine.schedule.diffusionSteps = models.diffusionSteps;
                mine.schedule.knots = models.knots;
            }
            m_stepsWithoutList = std::max(1, request.samplingSteps);
        },
        true);
}

void GenerationForm::setModel(const protocol::ModelSummary &model)
{
    m_model = model;
    edit(
        [&](GenerationRequest &mine) {
            mine.schedule.length = model.length;
            mine.schedule.diffusionSteps = model.diffusionSteps;
            takeModelDefaults(mine, model, m_edited);
            if (!m_edited.contains("steps"))
                m_stepsWithoutList = mine.samplingSteps;
        },
        true);
    Q_EMIT modelChanged();
}

QString GenerationForm::runProblem() const
{
    if (!problem().isEmpty())
        return problem();
    return source().trimmed().isEmpty() ? tr("Type a source text first") : QString();
}

double GenerationForm::largest(const RequestParameter &parameter) const
{
    if (parameter.name == "steps" && m_sentenceSteps > 0)
        return std::min<double>(parameter.maximum, m_sentenceSteps);
    return parameter.maximum;
}

QString GenerationForm::whyNotOffered(const TimestepScheduleKind &kind, bool hasLearned)
{
    if (!kind.needsModel || hasLearned)
        return {};
    return tr("This model has not learned a timestep schedule: that takes training with draw.learned");
}

QString offDistribution(const TimestepScheduleSpec &schedule, const protocol::ModelSummary &model)
{
    const std::string &kind = schedule.kind;
    const auto &trained = model.trainedSchedules;
    if (trained.empty())
        return {};
    if (std::find(trained.begin(), trained.end(), kind) == trained.end())
        return GenerationForm::tr("This model was not trained on the timestep schedule %1").arg(scheduleName(kind));
    if (kind == "ar-diffusion" && schedule.anchorScale != model.trainedAnchorScale)
        return GenerationForm::tr("This model was trained with anchor scale %1").arg(model.trainedAnchorScale);
    return {};
}

void GenerationForm::setSource(const QString &source)
{
    if (source != this->source())
        edit([&](GenerationRequest &mine) { mine.source = source.toStdString(); }, false);
}

void GenerationForm::setParameter(const std::string &name, const ParameterValue &value)
{
    const RequestParameter &parameter = requestParameter(name);
    m_edited.insert(name);
    if (parameter.get(m_values) == value)
        return;
    edit(
        [&](GenerationRequest &mine) {
            parameter.set(mine, value);
            if (name == "steps")
                m_stepsWithoutList = mine.samplingSteps;
        },
        true);
}

void GenerationForm::setSeed(quint64 seed)
{
    setParameter("seed", std::uint64_t{seed});
}

void GenerationForm::newSeed()
{
    setSeed(static_cast<quint64>(QRandomGenerator::global()->bounded(kSeedsOfTheDie)));
}

void GenerationForm::setSamplingSteps(int steps)
{
    setParameter("steps", std::int64_t{steps});
}

void GenerationForm::setScheduleKind(const QString &kind)
{
    m_edited.insert("schedule");
    if (kind.toStdString() != m_values.schedule.kind)
        edit([&](GenerationRequest &mine) { mine.schedule.kind = kind.toStdString(); }, true);
}

void GenerationForm::setScheduleTable(std::shared_ptr<const ScheduleTable> table)
{
    takeTable(std::move(table), {});
}

void GenerationForm::setScheduleTable(MadeSchedule made)
{
    m_made = std::move(made);
    takeTable(m_made.spec.table, m_made.spec.tableName);
}

void GenerationForm::takeTable(std::shared_ptr<const ScheduleTable> table, const std::string &name)
{
    m_edited.insert("schedule");
    edit(
        [&](GenerationRequest &mine) {
            mine.schedule.kind = "custom";
            mine.schedule.table = std::move(table);
            mine.schedule.tableName = name;
        },
        true);
}

void GenerationForm::setRuler(const RulerSpec &ruler)
{
    if (ruler == m_values.ruler)
        return setUnreadable({});
    m_unreadable.clear();
    edit(
        [&](GenerationRequest &mine) {
            if (mine.ruler.kind == "list" && ruler.kind != "list")
                mine.samplingSteps = m_stepsWithoutList;
            mine.ruler = ruler;
        },
        true);
}

void GenerationForm::setScheduleParameter(const QString &name, double value)
{
    const ScheduleParameter *parameter = scheduleParameterNamed(name.toStdString());
    if (!parameter)
        return;
    m_edited.insert(parameter->name);
    if (parameter->get(m_values.schedule) != value)
        edit([&](GenerationRequest &mine) { parameter->set(mine.schedule, value); }, true);
}

void GenerationForm::setUnreadable(const QString &why)
{
    if (why == m_unreadable)
        return;
    m_unreadable = why;
    Q_EMIT changed();
    Q_EMIT planChanged();
}

void GenerationForm::edit(const std::function<void(GenerationRequest &)> &change, bool affectsPlan)
{
    change(m_values);
    if (affectsPlan)
        rebuildPlan();
    Q_EMIT changed();
    if (affectsPlan)
        Q_EMIT planChanged();
}

Result<SamplingPlan> GenerationForm::planOf(const GenerationRequest &values)
{
    return makePlan(values, {values.schedule, makeTimestepSchedule(values.schedule)});
}

Result<SamplingPlan> GenerationForm::makePlan(const GenerationRequest &values, const MadeSchedule &made)
{
    for (const RequestParameter &parameter : requestParameters())
        if (parameter.name != "steps") // of which the plan has more to say
            if (!checkParameter(parameter, values))
                return fail(ErrorCode::InvalidArgument, outOfRange(parameter).toStdString());
    if (values.schedule.length < 1)
        return fail(ErrorCode::InvalidArgument,
                    tr("Choose a model first: it fixes the length and the diffusion steps").toStdString());
    if (!made.schedule)
        return tl::unexpected<Error>(made.schedule.error());
    const int steps = values.ruler.kind == "list" ? 0 : values.samplingSteps;
    return makeSamplingPlan(**made.schedule, values.schedule.length, steps, values.ruler);
}

void GenerationForm::rebuildPlan()
{
    if (m_made.spec != m_values.schedule)
        m_made = {m_values.schedule, makeTimestepSchedule(m_values.schedule)};
    m_sentenceSteps = m_made.schedule ? (*m_made.schedule)->sentenceSteps() : 0;
    auto plan = makePlan(m_values, m_made);
    m_problem = plan ? QString() : coreSentence(plan.error());
    m_plan = plan ? std::move(*plan) : SamplingPlan{};
    if (hasPlan()) // a list says itself how many calls it makes
        m_values.samplingSteps = m_plan.modelCalls();
}

} // namespace ard::ui

#include "moc_GenerationForm.cpp"
