// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/VocabularyInspector.h"
#include "session/Run.h"

namespace ard::ui {

VocabularyInspector::VocabularyInspector(Engines *engines, QObject *parent) : EngineQuestion(engines, parent) { }

void VocabularyInspector::look(Run *run)
{
    m_model.reset();
    if (run && run->frameCount() > 0) // before a run has started nobody knows whose it is
        m_model = run->record().provenance.modelFingerprint;
    if (!m_model || answer())
        lookAt({});
    else
        lookAt({run, 1, {}});
}

std::shared_ptr<const VocabularyMap> VocabularyInspector::answer() const
{
    const auto known = m_model ? m_maps.find(*m_model) : m_maps.end();
    return known == m_maps.end() ? nullptr : known->second;
}

protocol::Body VocabularyInspector::request(const Place &) const
{
    return protocol::VocabularyMapRequest{};
}

bool VocabularyInspector::keep(const protocol::Body &answer)
{
    const auto *event = std::get_if<protocol::VocabularyMapEvent>(&answer);
    if (!event || !m_model || event->map.points.empty() || event->map.points.size() != event->map.pieces.size())
        return false;
    m_maps[*m_model] = std::make_shared<const VocabularyMap>(event->map);
    return true;
}

QString VocabularyInspector::noAnswer() const
{
    return tr("The engine did not say where its words lie");
}

} // namespace ard::ui

#include "moc_VocabularyInspector.cpp"
