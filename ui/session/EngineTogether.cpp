// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Several runs as one request: each is a call of its own, the request as a whole is known here only.
#include "session/EngineClient.h"
#include "session/EngineProcess.h"

namespace ard::ui {

Result<QList<EngineCall *>> EngineClient::askTogether(std::vector<GenerationRequest> requests)
{
    if (requests.size() > protocol::kMaxTogether)
        return ard::fail(ErrorCode::InvalidArgument,
                         tr("At most %1 runs can advance together").arg(protocol::kMaxTogether).toStdString());
    const protocol::Body whole = protocol::GenerateTogetherRequest{};
    if (const QString why = whyNotAsk(whole, requests.size()); !why.isEmpty())
        return ard::fail(ErrorCode::InvalidArgument, why.toStdString());
    QList<EngineCall *> calls;
    protocol::GenerateTogetherRequest together;
    for (GenerationRequest &request : requests) {
        calls << track(protocol::GenerateRequest{request});
        together.lanes.push_back({calls.back()->id(), std::move(request)});
    }
    if (!calls.isEmpty())
        m_together.insert(send(together), together);
    settle();
    return calls;
}

bool EngineClient::takeWhole(std::uint64_t id, const protocol::Body &answer)
{
    if (!m_together.contains(id))
        return false;
    const protocol::FailedEvent missing{"internal", tr("The engine left a lane unanswered").toStdString(), {}};
    const protocol::GenerateTogetherRequest together = m_together.take(id);
    const auto *failed = std::get_if<protocol::FailedEvent>(&answer);
    const bool isOlder = failed && failed->code == "unknown_type";
    for (const protocol::LaneRequest &lane : together.lanes) {
        const EngineCall *call = m_calls.value(lane.id);
        if (!call)
            continue; // answered, or lost with the engine
        if (!isOlder)
            deliver({lane.id, failed ? *failed : missing});
        else if (call->isStopping())
            deliver({lane.id, protocol::FinishedEvent{{}, 0, 0, true}});
        else
            m_process->send({lane.id, protocol::GenerateRequest{lane.request}});
    }
    return true;
}

} // namespace ard::ui
