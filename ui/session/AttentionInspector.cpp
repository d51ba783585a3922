// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/AttentionInspector.h"
#include "session/Run.h"

namespace ard::ui {

namespace {
/// The sizes that a painter relies on.
bool isWhole(const AttentionMap &map)
{
    const auto n = static_cast<std::size_t>(std::max(0, map.length)),
               s = static_cast<std::size_t>(std::max(0, map.sourceLength));
    return map.layers > 0 && map.heads > 0 && map.content.size() == n * n && map.time.size() == n * n &&
        map.weights.size() == n * n && map.cross.size() == n * s;
}
} // namespace

AttentionInspector::AttentionInspector(Engines *engines, QObject *parent) : EngineQuestion(engines, parent) { }

void AttentionInspector::look(Run *run, int call, int layer, int head)
{
    lookAt({run, call, {layer, head}});
}

protocol::Body AttentionInspector::request(const Place &place) const
{
    const CallPlace asked = placeOfCall(place.run->record(), place.call);
    return protocol::AttentionRequest{asked.request, asked.call, place.at[0], place.at[1]};
}

bool AttentionInspector::keep(const protocol::Body &answer)
{
    const auto *event = std::get_if<protocol::AttentionMapEvent>(&answer);
    if (!event || !isWhole(event->map))
        return false;
    m_answer = event->map;
    m_answer.modelCall = wanted().call; // as the run counts them
    return true;
}

QString AttentionInspector::noAnswer() const
{
    return tr("The engine did not say what the call looked at");
}

} // namespace ard::ui

#include "moc_AttentionInspector.cpp"
