// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/CallInspector.h"
#include "session/Run.h"

namespace ard::ui {

CallInspector::CallInspector(Engines *engines, QObject *parent) : EngineQuestion(engines, parent) { }

void CallInspector::look(Run *run, int call, int position)
{
    lookAt({run, call, {position, 0}});
}

protocol::Body CallInspector::request(const Place &place) const
{
    const CallPlace asked = placeOfCall(place.run->record(), place.call);
    return protocol::InspectCallRequest{asked.request, asked.call, place.at[0]};
}

bool CallInspector::keep(const protocol::Body &answer)
{
    const auto *event = std::get_if<protocol::CallInsideEvent>(&answer);
    if (!event)
        return false;
    m_answer = event->inside;
    m_answer.modelCall = wanted().call; // as the run counts them
    return true;
}

QString CallInspector::noAnswer() const
{
    return tr("The engine did not say what happened inside the call");
}

} // namespace ard::ui

#include "moc_CallInspector.cpp"
