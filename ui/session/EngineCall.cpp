// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/EngineCall.h"
#include "session/CoreSentences.h"
#include <type_traits>

namespace ard::ui {

namespace {

constexpr double kMillisecondsASecond = 1000; // milliseconds

template <class Body, class... Choices>
constexpr bool isOneOf = (std::is_same_v<Body, Choices> || ...);

bool isWork(const protocol::Body &request)
{
    return !std::holds_alternative<protocol::LoadModelRequest>(request) &&
        !std::holds_alternative<protocol::ListModelsRequest>(request) &&
        !std::holds_alternative<protocol::InspectCallRequest>(request) &&
        !std::holds_alternative<protocol::VocabularyMapRequest>(request);
}

/// Before the engine has answered, what was asked for is the best that is known.
int plannedCalls(const protocol::Body &request)
{
    const auto *run = std::get_if<protocol::GenerateRequest>(&request);
    return run ? run->request.samplingSteps : 0;
}

} // namespace

EngineCall::EngineCall(std::uint64_t id, const protocol::Body &request, int patience, QObject *parent)
    : QObject(parent), m_id(id), m_isWork(ui::isWork(request)), m_planned(plannedCalls(request))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        reject(tr("The engine hangs: it did not stop within %1 s").arg(m_patience.interval() / kMillisecondsASecond));
    });
}

void EngineCall::cancel()
{
    if (m_patience.isActive())
        return;
    m_patience.start();
    Q_EMIT cancelRequested();
}

void EngineCall::reject(const QString &reason)
{
    Q_EMIT rejected(reason);
}

bool EngineCall::take(const protocol::Body &event, CallOutcome &outcome)
{
    return std::visit(
        [&](const auto &body) {
            using Body = std::decay_t<decltype(body)>;
            if constexpr (std::is_same_v<Body, protocol::ProgressEvent>) {
                Q_EMIT progress(body);
            } else if constexpr (std::is_same_v<Body, protocol::StartedEvent>) {
                m_planned = body.run.plan.modelCalls();
                Q_EMIT started(body);
            } else if constexpr (std::is_same_v<Body, protocol::FrameEvent>) {
                ++m_done;
                Q_EMIT frame(body);
            } else if constexpr (std::is_same_v<Body, protocol::FailedEvent>) {
                outcome.kind = body.code == "cancelled" ? CallOutcome::Kind::Cancelled : CallOutcome::Kind::Refused;
                outcome.reason = coreSentence(QString::fromStdString(body.message));
                return true;
            } else if constexpr (isOneOf<Body, protocol::FinishedEvent, protocol::FilledEvent, protocol::LoadedEvent,
                                         protocol::ModelsEvent, protocol::AttentionMapEvent, protocol::CallInsideEvent,
                                         protocol::VocabularyMapEvent>) {
                outcome.kind = CallOutcome::Kind::Answered;
                if constexpr (std::is_same_v<Body, protocol::FinishedEvent>)
                    if (body.cancelled)
                        outcome.kind = CallOutcome::Kind::Cancelled;
                outcome.answer = body;
                return true;
            }
            return false;
        },
        event);
}

} // namespace ard::ui

#include "moc_EngineCall.cpp"
