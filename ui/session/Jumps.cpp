// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/Jumps.h"
#include "session/CoreSentences.h"
#include "session/Feed.h"

namespace ard::ui {

void Jumps::open(Lane *lane, int call)
{
    const Run *run = lane ? lane->run() : nullptr;
    if (!run || call < 1 || call > run->modelCalls())
        return;
    if (lane != m_lane || call != m_call) {
        cancel(); // what was asked for another jump
        if (m_lane)
            m_lane->film()->disconnect(this);
        m_lane = lane;
        m_call = call;
        m_way = makeWay(*run, call);
        m_problem.clear();
        connect(lane->film(), &Film::runChanged, this, &Jumps::close);
        connect(lane, &QObject::destroyed, this, &Jumps::close);
        connect(lane->film(), &Film::grew, this, &Jumps::changed);
        Q_EMIT changed();
    }
    Q_EMIT opened();
}

void Jumps::close()
{
    cancel();
    if (m_lane)
        m_lane->film()->disconnect(this);
    m_lane = nullptr;
    m_call = 0;
    m_way = {};
    m_problem.clear();
    Q_EMIT changed();
}

SamplingPlan Jumps::makeWay(const Run &run, int call) const
{
    const auto &rows = run.plan().timesteps;
    const auto &steps = run.plan().sentenceSteps;
    const auto at = static_cast<std::size_t>(call);
    TimestepScheduleSpec spec = run.record().request.schedule;
    for (const Continuation &continuation : placeOfCall(run.record(), call).request.continuations)
        if (continuation.schedule)
            spec = *continuation.schedule;
    spec.length = run.length();
    const auto schedule = makeTimestepSchedule(spec);
    if (!schedule || steps[at - 1] >= (*schedule)->sentenceSteps())
        return {};
    SamplingPlan way;
    for (int step = steps[at - 1]; step >= steps[at]; --step) {
        way.sentenceSteps.push_back(step);
        (*schedule)->timesteps(step, way.timesteps.emplace_back(rows.front().size()));
    }
    return way.timesteps.front() == rows[at - 1] && way.timesteps.back() == rows[at] ? way : SamplingPlan{};
}

double Jumps::estimatedSeconds() const
{
    const Run *run = m_lane ? m_lane->run() : nullptr;
    if (!run || run->frameCount() == 0)
        return 0;
    double milliseconds = 0;
    for (int call = 1; call <= run->frameCount(); ++call)
        milliseconds += run->frame(call)->milliseconds;
    return milliseconds / 1000 / run->frameCount() * m_way.modelCalls();
}

QString Jumps::whyNotFill() const
{
    const Run *run = m_lane ? m_lane->run() : nullptr;
    if (!run)
        return tr("Choose a model call first");
    if (m_way.timesteps.empty())
        return tr("The steps of this jump do not follow from the run's timestep schedule alone");
    if (skipped() == 0)
        return tr("This model call skips nothing");
    if (run->frameCount() < m_call)
        return tr("The run has not come to this model call yet");
    const EngineClient *engine = m_engines->of(run);
    if (!engine->canRun())
        return engine->statusText();
    const Provenance &made = run->record().provenance;
    if (engine->hasModel() && engine->model()->fingerprint != made.modelFingerprint)
        return tr("This run is of the model %1: choose it first").arg(QString::fromStdString(made.modelName));
    return {};
}

Run *Jumps::filled() const
{
    return m_lane ? m_lane->film()->filled(m_call) : nullptr;
}

int Jumps::done() const
{
    const Run *run = filled();
    return run ? run->frameCount() : 0;
}

const FilledSteps *Jumps::comparison() const
{
    return comparison(m_lane ? m_lane->run() : nullptr, m_call);
}

bool Jumps::bringBack(Lane *lane, int call, RunRecord steps, const std::optional<FilledSteps> &compared)
{
    auto filled = std::make_unique<Run>(std::move(steps));
    const Run *run = lane->run();
    if (!run || filled->length() != run->length() || !lane->film()->insert(call, filled.get()))
        return false;
    filled.release(); // the film's
    if (compared)
        m_answers[{run->number(), call}] = *compared;
    Q_EMIT changed();
    return true;
}

const FilledSteps *Jumps::comparison(const Run *run, int call) const
{
    const auto found = run ? m_answers.find({run->number(), call}) : m_answers.end();
    return found == m_answers.end() ? nullptr : &found->second;
}

void Jumps::fill()
{
    if (m_asking || !whyNotFill().isEmpty())
        return;
    const Run *run = m_lane->run();
    const CallPlace place = placeOfCall(run->record(), m_call);
    const auto call = m_engines->of(run)->ask(protocol::FillSkippedRequest{place.request, place.call});
    if (!call) {
        m_problem = QString::fromStdString(call.error().message);
        Q_EMIT changed();
        return;
    }
    m_problem.clear();
    m_asking = *call;
    auto *steps = new Run(place.request, this);
    feed(*call, steps);
    // Only now its plan is that of the small steps.
    connect(steps, &Run::started, this,
            [this, steps, film = QPointer<Film>(m_lane->film()), at = m_call, run = QPointer<const Run>(run)] {
                const Status taken = film && film->run() == run ? film->insert(at, steps) : Status{};
                if (!taken)
                    m_problem = coreSentence(taken.error());
                Q_EMIT changed();
            });
    connect(steps, &Run::frameAdded, this, &Jumps::advanced);
    connect(*call, &EngineCall::ended, this,
            [this, number = run->number(), at = m_call](const CallOutcome &outcome) { onEnded(number, at, outcome); });
    Q_EMIT changed();
}

void Jumps::onEnded(int run, int call, const CallOutcome &outcome)
{
    m_asking = nullptr;
    if (const auto *filled = outcome.as<protocol::FilledEvent>())
        m_answers[{run, call}] = filled->steps;
    else if (outcome.kind != CallOutcome::Kind::Cancelled)
        m_problem = outcome.reason;
    Q_EMIT changed();
}

void Jumps::cancel()
{
    if (m_asking)
        m_asking->cancel();
}

} // namespace ard::ui

#include "moc_Jumps.cpp"
