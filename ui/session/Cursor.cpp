// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/Cursor.h"
#include <cmath>
#include <utility>

namespace ard::ui {

Cursor::Cursor(Board *board, QObject *parent) : QObject(parent), m_board(board)
{
    for (Lane *lane : board->lanes())
        watch(lane);
    connect(board, &Board::added, this, [this](int index) { watch(m_board->at(index)); });
    connect(board, &Board::removed, this, &Cursor::onRemoved);
}

void Cursor::watch(Lane *lane)
{
    connect(lane->film(), &Film::runChanged, this, [this, lane] { onRunChanged(lane); });
    connect(lane->film(), &Film::planChanged, this, [this, lane] {
        if (lane == this->lane() && m_position >= lane->film()->length())
            select(Cell{});
    });
}

Moment Cursor::momentIn(const Lane *other) const
{
    if (other == lane())
        return m_moment;
    const int here = film()->modelCalls();
    if (m_link == Link::Call || here == 0)
        return other->film()->nearest(m_moment);
    const double share = static_cast<double>(m_moment.call) / here;
    return other->film()->nearest(static_cast<int>(std::lround(share * other->film()->modelCalls())));
}

Cell Cursor::selected() const
{
    return m_position < 0 ? Cell{} : Cell{m_position, m_moment, m_lane};
}

void Cursor::setLane(int index)
{
    if (index == m_lane || !m_board->at(index))
        return;
    const Moment moment = momentIn(m_board->at(index));
    m_lane = index;
    m_hadRun = lane()->run() != nullptr;
    Q_EMIT laneChanged(index);
    move(m_position < film()->length() ? m_position : -1, moment);
}

void Cursor::setMoment(Moment moment)
{
    move(m_position, film()->nearest(moment));
}

bool Cursor::advance(int moments)
{
    const Moment next = film()->at(film()->indexOf(m_moment) + moments);
    if (next == m_moment)
        return false;
    setMoment(next);
    return true;
}

void Cursor::select(int position, Moment moment)
{
    select(Cell{position, moment, m_lane});
}

void Cursor::select(Cell cell)
{
    if (!cell.isValid()) {
        move(-1, m_moment);
        return;
    }
    setLane(cell.lane);
    move(cell.position, film()->nearest(cell.moment));
}

void Cursor::move(int position, Moment moment)
{
    const int positionBefore = std::exchange(m_position, position);
    const Moment momentBefore = std::exchange(m_moment, moment);
    if (moment != momentBefore)
        Q_EMIT momentChanged(moment);
    if (position != positionBefore || (position >= 0 && moment != momentBefore))
        Q_EMIT selectedChanged(selected());
}

void Cursor::hover(int position, Moment moment, int lane)
{
    const Cell wanted{position, moment, lane};
    const Cell cell = wanted.isValid() ? wanted : Cell{};
    if (cell == m_hovered)
        return;
    m_hovered = cell;
    Q_EMIT hoveredChanged(cell);
}

void Cursor::clearHover()
{
    hover(-1, {});
}

void Cursor::clear()
{
    clearHover();
    select(Cell{});
}

void Cursor::setLink(Link link)
{
    if (link == m_link)
        return;
    m_link = link;
    Q_EMIT linkChanged();
}

void Cursor::setShowsFuture(bool shows)
{
    if (shows == m_showsFuture)
        return;
    m_showsFuture = shows;
    Q_EMIT sightChanged();
}

void Cursor::onRunChanged(const Lane *changed)
{
    clearHover();
    if (changed != lane())
        return;
    const Run *run = changed->run();
    // A run that was on screen before is entered where the other one was left, so that the two can be compared there.
    const bool keeps = std::exchange(m_hadRun, run != nullptr) && run && m_knownRuns.contains(run->number());
    if (run)
        m_knownRuns.insert(run->number());
    move(run && m_position < run->length() ? m_position : -1, keeps ? film()->nearest(m_moment) : film()->last());
}

void Cursor::onRemoved(int index)
{
    clearHover();
    if (index > m_lane)
        return;
    // The lane that is gone, or one before it: the place stays in the lane it was in, or goes to the neighbour.
    const bool isGone = index == m_lane;
    m_lane = std::max(0, m_lane - (isGone && index < m_board->size() ? 0 : 1));
    m_hadRun = lane()->run() != nullptr;
    Q_EMIT laneChanged(m_lane);
    move(m_position < film()->length() ? m_position : -1, film()->nearest(m_moment));
}

} // namespace ard::ui
