// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What Session does with lanes: which plan each shows, which engines they need, and their runs.
#include "session/CoreSentences.h"
#include "session/RunMemory.h"
#include "session/SameRequest.h"
#include "session/Session.h"
#include <algorithm>

namespace ard::ui {

namespace {
QString memoryProblem(const GenerationRequest &values)
{
    return RunMemory::problem(values.samplingSteps, values.schedule.length);
}
} // namespace

bool Session::formDiffers(const Lane *lane) const
{
    const Run *run = lane->run();
    if (!run)
        return false;
    const std::string &model = run->record().provenance.modelName; // empty until it has started
    const bool isOtherModel = !model.empty() && model != laneModel(lane->changes(), m_form).name;
    return isOtherModel || !asksForTheSame(requestOf(lane), run->record().request);
}

GenerationRequest Session::requestOf(const Lane *lane) const
{
    return GenerationForm::asSent(laneValues(lane->changes(), m_form), laneModel(lane->changes(), m_form));
}

QString Session::ownModel(const Lane *lane) const
{
    const std::optional<protocol::ModelSummary> &model = lane->changes().model;
    return model && model->folder != m_form.model().folder ? QString::fromStdString(model->folder) : QString();
}

QString Session::whyNotRun() const
{
    if (m_engine.state() == EngineClient::State::Ready && !m_engine.hasModel())
        return tr("Choose a model first");
    if (!m_engine.canRun())
        return m_engine.statusText();
    for (const EngineClient *engine : m_engines.all())
        if (engine->state() == EngineClient::State::Running)
            return engine->statusText();
    if (m_requests.isAnyLive())
        return tr("Waiting for the models of the lanes");
    const QString problem = m_form.runProblem();
    return problem.isEmpty() ? memoryProblem(m_form.values()) : problem;
}

Run *Session::startRun()
{
    return start({m_cursor.lane()}).value(0);
}

QList<Run *> Session::startLanes()
{
    return start(m_board.lanes());
}

QList<Run *> Session::start(const QList<Lane *> &lanes)
{
    if (const QString problem = whyNotRun(); !problem.isEmpty()) {
        tell(Notices::Topic::Run, problem);
        return {};
    }
    for (const Lane *lane : lanes)
        if (const QString problem = memoryProblem(laneValues(lane->changes(), m_form)); !problem.isEmpty()) {
            tell(Notices::Topic::Run, problem);
            return {};
        }
    const bool isOneModel =
        std::all_of(lanes.begin(), lanes.end(), [this](const Lane *lane) { return ownModel(lane).isEmpty(); });
    return isOneModel ? startAtOnce(lanes) : startWithModels(lanes);
}

QList<Run *> Session::startAtOnce(const QList<Lane *> &lanes)
{
    std::vector<GenerationRequest> requests;
    for (const Lane *lane : lanes)
        requests.push_back(requestOf(lane));
    const auto calls = requests.size() == 1
        ? m_engine.ask(protocol::GenerateRequest{requests.front()}).map([](EngineCall *call) { return QList{call}; })
        : m_engine.askTogether(requests);
    if (!calls) {
        tell(Notices::Topic::Run, coreSentence(calls.error()));
        return {};
    }
    QList<Run *> started;
    for (int i = 0; i < calls->size(); ++i) {
        started << new Run(requests[static_cast<std::size_t>(i)], this);
        m_requests.follow(started.back(), calls->at(i));
        place(started.back(), lanes[i]);
    }
    return started;
}

/// Each model has an engine of its own; the runs begin when all are there.
QList<Run *> Session::startWithModels(const QList<Lane *> &lanes)
{
    std::vector<RunRequests::Group> groups;
    QList<Run *> started;
    for (Lane *lane : lanes) {
        started << new Run(requestOf(lane), this);
        const QString model = ownModel(lane);
        auto group = std::find_if(groups.begin(), groups.end(), [&](const auto &one) { return one.model == model; });
        if (group == groups.end())
            group = groups.insert(group, {model, {}});
        group->runs << started.back();
        place(started.back(), lane);
    }
    m_requests.askTogether(std::move(groups));
    return started;
}

void Session::place(Run *run, Lane *lane)
{
    m_notices.settle(Notices::Topic::Run);
    m_runs.add(run);
    lane->film()->setRun(run);
}

void Session::stopRun()
{
    m_requests.cancelAll();
}

void Session::stop(const Run *run)
{
    m_requests.cancel(run);
}

bool Session::isRunning() const
{
    const QList<EngineClient *> engines = m_engines.all();
    return m_requests.isAnyLive() || std::any_of(engines.begin(), engines.end(), [](const EngineClient *engine) {
               return engine->state() == EngineClient::State::Running;
           });
}

void Session::keepEngines()
{
    QStringList models;
    for (const Lane *lane : m_board.lanes())
        if (const QString model = ownModel(lane); !model.isEmpty() && !models.contains(model))
            models << model;
    m_engines.keep(models);
}

void Session::connectBoard()
{
    connect(&m_form, &GenerationForm::planChanged, this, [this] {
        for (Lane *lane : m_board.lanes())
            showPlan(lane);
    });
    const auto watch = [this](Lane *lane) {
        connect(lane, &Lane::changesChanged, this, [this, lane] {
            showPlan(lane);
            keepEngines();
        });
        showPlan(lane);
    };
    connect(&m_board, &Board::added, this, [this, watch](int index) { watch(m_board.at(index)); });
    watch(m_board.at(0));
    connect(&m_board, &Board::removed, this, [this] {
        if (m_board.size() == 1) // nothing is left that it could differ from
            m_board.at(0)->setChanges({});
        keepEngines();
    });
    connect(&m_form, &GenerationForm::modelChanged, this, &Session::keepEngines);
}

void Session::showPlan(Lane *lane)
{
    const GenerationRequest values = laneValues(lane->changes(), m_form);
    const int diffusionSteps = values.schedule.diffusionSteps;
    if (lane->changes().isEmpty()) {
        lane->setPlan(m_form.plan(), diffusionSteps, m_form.hasPlan() ? QString() : m_form.problem());
        return;
    }
    const Result<SamplingPlan> plan = GenerationForm::planOf(values);
    if (plan)
        lane->setPlan(*plan, diffusionSteps, {});
    else
        lane->setPlan({}, diffusionSteps, coreSentence(plan.error()));
}

} // namespace ard::ui
