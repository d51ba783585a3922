// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine says and what becomes of it: the event half of EngineClient.
#include "protocol/Codec.h"
#include "session/CoreSentences.h"
#include "session/EngineClient.h"
#include "session/EngineProcess.h"
#include <type_traits>
#include <utility>

namespace ard::ui {

void EngineClient::onMessage(const protocol::Message &message)
{
    const std::uint64_t id = message.id;
    std::visit(
        [&](const auto &body) {
            using Body = std::decay_t<decltype(body)>;
            if constexpr (std::is_same_v<Body, protocol::HelloEvent>)
                onHello(body);
            else if constexpr (std::is_same_v<Body, protocol::LogEvent>)
                m_log->append(QString::fromStdString(body.level), QString::fromStdString(body.message));
            else if constexpr (std::is_same_v<Body, protocol::FailedEvent>)
                onFailure(id, body);
            else if constexpr (std::is_same_v<Body, protocol::ModelsEvent> ||
                               std::is_same_v<Body, protocol::ProgressEvent> ||
                               std::is_same_v<Body, protocol::LoadedEvent> ||
                               std::is_same_v<Body, protocol::StartedEvent> ||
                               std::is_same_v<Body, protocol::FrameEvent> ||
                               std::is_same_v<Body, protocol::FinishedEvent> ||
                               std::is_same_v<Body, protocol::FilledEvent> ||
                               std::is_same_v<Body, protocol::AttentionMapEvent> ||
                               std::is_same_v<Body, protocol::VocabularyMapEvent> ||
                               std::is_same_v<Body, protocol::CallInsideEvent>)
                deliver(message);
            else // a request: the other side is no engine
                fail(tr("The command does not start an engine: it asks instead of answering"));
        },
        message.body);
    heard();
}

void EngineClient::heard()
{
    if (m_calls.isEmpty())
        m_silenceTimer.stop();
    else
        m_silenceTimer.start();
    setSilent(false);
}

void EngineClient::setSilent(bool silent)
{
    if (std::exchange(m_isSilent, silent) != silent)
        Q_EMIT statusChanged();
}

void EngineClient::onHello(const protocol::HelloEvent &event)
{
    if (m_greeted)
        return;
    m_helloTimer.stop();
    const auto version = protocol::checkVersion(event.major, event.minor, tr("The engine").toStdString());
    if (!version) {
        fail(coreSentence(version.error()));
        return;
    }
    m_greeted = true;
    m_hello = event;
    m_log->append(QStringLiteral("info"),
                  tr("Engine %1 on %2, %3")
                      .arg(QString::fromStdString(event.engineVersion), QString::fromStdString(event.device),
                           QString::fromStdString(event.blas)));
    if (m_wantedFolder.isEmpty())
        settle();
    else
        sendLoad();
}

void EngineClient::onFailure(std::uint64_t id, const protocol::FailedEvent &event)
{
    if (event.code == "unknown_type" && m_together.contains(id)) {
        m_log->append(QStringLiteral("info"), tr("The engine is older: it makes the lanes one after the other"));
        deliver({id, event});
        return;
    }
    const QString reason = coreSentence(QString::fromStdString(event.message));
    m_log->append(QStringLiteral("error"), reason);
    if (!event.detail.empty())
        m_log->append(QStringLiteral("error"), QString::fromStdString(event.detail));
    if (id != 0 && id == m_helloId && !m_greeted)
        fail(reason);
    else
        deliver({id, event});
}

void EngineClient::deliver(const protocol::Message &message)
{
    EngineCall *call = m_calls.value(message.id);
    if (!call && takeWhole(message.id, message.body))
        return;
    if (!call)
        return; // of a request that has ended, or of none
    CallOutcome outcome;
    if (!call->take(message.body, outcome)) {
        m_hasProgress = true;
        m_tick->request();
        return;
    }
    if (!m_calls.remove(call->id()))
        return; // given up meanwhile
    m_earlierCalls += call->done();
    call->m_patience.stop();
    call->deleteLater();
    const bool refused = outcome.kind == CallOutcome::Kind::Refused;
    const bool isLoad = call == m_load;
    Q_EMIT call->ended(outcome);
    settle();
    if (refused && !isLoad)
        Q_EMIT requestFailed(outcome.reason);
}

void EngineClient::onLoadEnded(const CallOutcome &outcome)
{
    if (outcome.kind == CallOutcome::Kind::Lost)
        return;
    m_load = nullptr;
    if (m_wantedFolder != m_loadedFolder) { // the user has chosen another one meanwhile
        sendLoad();
        return;
    }
    if (const auto *loaded = outcome.as<protocol::LoadedEvent>()) {
        m_model = loaded->model;
        m_modelDevice = QString::fromStdString(loaded->device);
        settle();
        Q_EMIT modelLoaded(*m_model);
        return;
    }
    m_wantedFolder =
        m_model ? QString::fromStdString(m_model->folder) : QString(); // docs/protocol.md: it is still there
    settle();
    Q_EMIT modelRefused(m_loadedFolder, outcome.reason);
}

void EngineClient::settle()
{
    if (!isUp())
        return;
    Status status;
    status.state = m_load ? State::LoadingModel : isBusy() ? State::Running : State::Ready;
    if (status.state != State::Running) {
        m_earlierCalls = 0;
        setStatus(status);
        return;
    }
    status.call = status.calls = m_earlierCalls;
    for (const EngineCall *call : std::as_const(m_calls)) {
        status.call += call->done();
        status.calls += call->planned();
    }
    setStatus(status);
}

void EngineClient::showProgress()
{
    if (std::exchange(m_hasProgress, false) && state() == State::Running)
        settle();
}

} // namespace ard::ui
