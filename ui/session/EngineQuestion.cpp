// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/EngineQuestion.h"
#include "session/Engines.h"
#include "session/Run.h"
#include <utility>

namespace ard::ui {

EngineQuestion::EngineQuestion(Engines *engines, QObject *parent) : QObject(parent), m_engines(engines)
{
    // An engine that is there again, or has another model now, may answer what it could not before.
    connect(engines, &Engines::modelLoaded, this, &EngineQuestion::retry);
    connect(engines, &Engines::stateChanged, this, [this] {
        if (m_wasNotSent && m_wanted.run && m_engines->of(m_wanted.run)->canRun())
            retry();
    });
}

bool EngineQuestion::isKnown() const
{
    return m_problem.isEmpty() && m_known.isValid() && m_known == m_wanted;
}

void EngineQuestion::lookAt(const Place &place)
{
    if (place == m_wanted)
        return;
    m_wanted = place;
    if (m_known != place)
        m_problem.clear();
    if (place.isValid() && m_known != place && !isAsking())
        ask();
    Q_EMIT changed();
}

void EngineQuestion::retry()
{
    if (m_problem.isEmpty() || !m_wanted.isValid() || isAsking())
        return;
    m_problem.clear();
    ask();
    Q_EMIT changed();
}

QString EngineQuestion::whyNotAsk() const
{
    const auto &model = m_engines->of(m_wanted.run)->model();
    const Provenance &made = m_wanted.run->record().provenance;
    if (model && model->fingerprint != made.modelFingerprint)
        return tr("The run was made by another model, %1: choose it to look inside")
            .arg(QString::fromStdString(made.modelName));
    return {};
}

void EngineQuestion::ask()
{
    m_known = m_wanted;
    m_wasNotSent = false;
    m_problem = whyNotAsk();
    if (!m_problem.isEmpty())
        return;
    const auto call = m_engines->of(m_wanted.run)->ask(request(m_wanted));
    if (!call) {
        m_problem = QString::fromStdString(call.error().message);
        m_wasNotSent = true;
        return;
    }
    m_known = {};
    m_asked = m_wanted;
    connect(*call, &EngineCall::ended, this, &EngineQuestion::take);
}

void EngineQuestion::take(const CallOutcome &outcome)
{
    const Place asked = std::exchange(m_asked, {});
    if (asked == m_wanted) {
        m_known = asked;
        if (!keep(outcome.answer))
            m_problem = outcome.reason.isEmpty() ? noAnswer() : outcome.reason;
    } else if (m_wanted.isValid()) {
        ask();
    }
    Q_EMIT changed();
}

} // namespace ard::ui

#include "moc_EngineQuestion.cpp"
