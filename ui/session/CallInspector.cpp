// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/CallInspector.h"
#include "session/Engines.h"
#include "session/Run.h"
#include <utility>

namespace ard::ui {

CallInspector::CallInspector(Engines *engines, QObject *parent) : QObject(parent), m_engines(engines)
{
    // An engine that is there again, or has another model now, may answer what it could not before.
    connect(engines, &Engines::modelLoaded, this, &CallInspector::retry);
    connect(engines, &Engines::stateChanged, this, [this] {
        if (m_wasNotSent && m_wanted.run && m_engines->of(m_wanted.run)->canRun())
            retry();
    });
}

const CallInside *CallInspector::answer() const
{
    return m_problem.isEmpty() && m_known.isValid() && m_known == m_wanted ? &m_answer : nullptr;
}

void CallInspector::look(Run *run, int call, int position)
{
    const Place place{run, call, position};
    if (place == m_wanted)
        return;
    m_wanted = place;
    if (m_known != place)
        m_problem.clear();
    if (place.isValid() && m_known != place && !isAsking())
        ask();
    Q_EMIT changed();
}

void CallInspector::retry()
{
    if (m_problem.isEmpty() || !m_wanted.isValid() || isAsking())
        return;
    m_problem.clear();
    ask();
    Q_EMIT changed();
}

QString CallInspector::whyNotAsk() const
{
    const auto &model = m_engines->of(m_wanted.run)->model();
    const Provenance &made = m_wanted.run->record().provenance;
    if (model && model->fingerprint != made.modelFingerprint)
        return tr("The run was made by another model, %1: choose it to look inside")
            .arg(QString::fromStdString(made.modelName));
    return {};
}

void CallInspector::ask()
{
    m_known = m_wanted;
    m_wasNotSent = false;
    m_problem = whyNotAsk();
    if (!m_problem.isEmpty())
        return;
    const auto call =
        m_engines->of(m_wanted.run)
            ->ask(protocol::InspectCallRequest{m_wanted.run->record().request, m_wanted.call, m_wanted.position});
    if (!call) {
        m_problem = QString::fromStdString(call.error().message);
        m_wasNotSent = true;
        return;
    }
    m_known = {};
    m_asked = m_wanted;
    connect(*call, &EngineCall::ended, this, &CallInspector::take);
}

void CallInspector::take(const CallOutcome &outcome)
{
    const Place asked = std::exchange(m_asked, {});
    const auto *event = outcome.as<protocol::CallInsideEvent>();
    if (asked == m_wanted) {
        m_known = asked;
        if (event)
            m_answer = event->inside;
        else
            m_problem =
                outcome.reason.isEmpty() ? tr("The engine did not say what happened inside the call") : outcome.reason;
    } else if (m_wanted.isValid()) {
        ask();
    }
    Q_EMIT changed();
}

} // namespace ard::ui
