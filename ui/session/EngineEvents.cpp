// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine says and what becomes of it: the event half of EngineClient.
#include "protocol/Codec.h"
#include "session/EngineClient.h"
#include "session/EngineProcess.h"
#include <type_traits>

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
                onFailed(id, body);
            else if constexpr (std::is_same_v<Body, protocol::ModelsEvent>) {
                if (id == m_listId)
                    Q_EMIT modelsListed(body.models);
            } else if constexpr (std::is_same_v<Body, protocol::ProgressEvent>)
                onProgress(id, body);
            else if constexpr (std::is_same_v<Body, protocol::LoadedEvent>)
                onLoaded(id, body);
            else if constexpr (std::is_same_v<Body, protocol::StartedEvent>)
                onStarted(id, body);
            else if constexpr (std::is_same_v<Body, protocol::FrameEvent>)
                onFrame(id, body);
            else if constexpr (std::is_same_v<Body, protocol::FinishedEvent>)
                onFinished(id, body);
            else if constexpr (std::is_same_v<Body, protocol::FilledEvent> ||
                               std::is_same_v<Body, protocol::AttentionMapEvent>) {
                // answers to requests that this window does not make
            } else // a request: the other side is no engine
                fail(tr("The command does not start an engine: it asks instead of answering"));
        },
        message.body);
}

void EngineClient::onHello(const protocol::HelloEvent &event)
{
    if (m_greeted)
        return;
    m_helloTimer.stop();
    const auto version = protocol::checkVersion(event.major, event.minor, tr("The engine").toStdString());
    if (!version) {
        fail(QString::fromStdString(version.error().message));
        return;
    }
    m_greeted = true;
    m_hello = event;
    m_log->append(QStringLiteral("info"),
                  tr("Engine %1 on %2, %3")
                      .arg(QString::fromStdString(event.engineVersion), QString::fromStdString(event.device),
                           QString::fromStdString(event.blas)));
    if (m_wantedFolder.isEmpty())
        setState(State::Ready);
    else
        sendLoad();
}

void EngineClient::onProgress(std::uint64_t id, const protocol::ProgressEvent &event)
{
    if (id == 0 || id != m_loadId)
        return;
    Status status = m_status;
    status.stage = QString::fromStdString(event.stage);
    status.fraction = event.fraction;
    setStatus(status);
}

void EngineClient::onLoaded(std::uint64_t id, const protocol::LoadedEvent &event)
{
    if (id == 0 || id != m_loadId)
        return;
    m_loadId = 0;
    if (m_wantedFolder != m_loadedFolder) { // the user has chosen another one meanwhile
        sendLoad();
        return;
    }
    m_model = event.model;
    m_modelDevice = QString::fromStdString(event.device);
    setState(State::Ready);
    Q_EMIT modelLoaded(*m_model);
}

void EngineClient::onStarted(std::uint64_t id, const protocol::StartedEvent &event)
{
    if (id == 0 || id != m_runId || !m_run)
        return;
    if (const auto begun = m_run->begin(event); !begun) {
        fail(QString::fromStdString(begun.error().message));
        return;
    }
    Status status = m_status;
    status.calls = m_run->modelCalls();
    setStatus(status);
}

void EngineClient::onFrame(std::uint64_t id, const protocol::FrameEvent &event)
{
    if (id == 0 || id != m_runId || !m_run)
        return;
    if (const auto appended = m_run->append(event); !appended) {
        fail(QString::fromStdString(appended.error().message));
        return;
    }
    Status status = m_status;
    status.call = m_run->frameCount();
    setStatus(status);
}

void EngineClient::onFinished(std::uint64_t id, const protocol::FinishedEvent &event)
{
    if (id == 0 || id != m_runId)
        return;
    endRun([&](Run *run) { run->finish(event); });
    setState(State::Ready);
}

void EngineClient::onFailed(std::uint64_t id, const protocol::FailedEvent &event)
{
    const QString reason = QString::fromStdString(event.message);
    m_log->append(QStringLiteral("error"), reason);
    if (!event.detail.empty())
        m_log->append(QStringLiteral("error"), QString::fromStdString(event.detail));
    if (id != 0 && id == m_helloId && !m_greeted) {
        fail(reason);
    } else if (id != 0 && id == m_loadId) {
        m_loadId = 0;
        if (m_wantedFolder != m_loadedFolder) {
            sendLoad();
            return;
        }
        setState(State::Ready);
        Q_EMIT requestFailed(reason);
    } else if (id != 0 && id == m_runId) {
        endRun([&](Run *run) { run->fail(reason); });
        setState(State::Ready);
        Q_EMIT requestFailed(reason);
    }
}

} // namespace ard::ui
