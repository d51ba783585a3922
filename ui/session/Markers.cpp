// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/Markers.h"

namespace ard::ui {

void Markers::toggle(int number)
{
    const Run *run = m_cursor->film()->run();
    if (!run || number < 1 || number > kCount)
        return;
    std::optional<Cell> &place = m_places[run->number()][static_cast<std::size_t>(number - 1)];
    const Cell here{m_cursor->position(), m_cursor->moment(), 0};
    place = place == here ? std::nullopt : std::optional<Cell>(here);
    Q_EMIT changed();
}

std::optional<Cell> Markers::place(const Run *run, int number) const
{
    const auto found = run ? m_places.constFind(run->number()) : m_places.cend();
    if (found == m_places.cend() || number < 1 || number > kCount)
        return std::nullopt;
    return (*found)[static_cast<std::size_t>(number - 1)];
}

bool Markers::goTo(int number)
{
    QList<int> lanes{m_cursor->laneIndex()};
    for (int lane = 0; lane < m_board->size(); ++lane)
        lanes << lane;
    for (const int lane : lanes) {
        const std::optional<Cell> found = place(m_board->at(lane)->run(), number);
        if (!found)
            continue;
        m_cursor->setLane(lane);
        if (found->position >= 0)
            m_cursor->select({found->position, found->moment, lane});
        else
            m_cursor->setMoment(found->moment);
        return true;
    }
    return false;
}

} // namespace ard::ui

#include "moc_Markers.cpp"
