// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/Cursor.h"
#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace ard::ui {

namespace {
/// 0..1; of the plan, so that it is known before the run is there.
double meanNoiseOf(const Film &film, int call)
{
    const auto &rows = film.plan().timesteps;
    if (call < 0 || call >= static_cast<int>(rows.size()) || rows.front().empty())
        return 0;
    const std::vector<int> &row = rows[static_cast<std::size_t>(call)];
    const double sum = std::accumulate(row.begin(), row.end(), 0.0);
    return sum / (static_cast<double>(row.size()) * std::max(1, film.diffusionSteps() - 1));
}
} // namespace

Cursor::Cursor(Board *board, QObject *parent) : QObject(parent), m_board(board)
{
    for (Lane *lane : board->lanes())
        watch(lane);
    connect(board, &Board::added, this, [this](int index) { watch(m_board->at(index)); });
    connect(board, &Board::removed, this, &Cursor::onRemoved);
    connect(board, &Board::swapped, this, &Cursor::onSwapped);
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
    const Film *there = other->film();
    const int here = film()->modelCalls();
    if (m_link == Link::None)
        return there->nearest(m_own.value(other));
    if (m_link == Link::Call || here == 0)
        return there->nearest(Moment(reach(), m_beyond > 0 ? 0 : m_moment.sub));
    if (m_link == Link::Share) {
        const double share = static_cast<double>(reach()) / here;
        return there->nearest(static_cast<int>(std::lround(share * there->modelCalls())));
    }
    constexpr double kRounding = 1e-9;
    const double noise = meanNoise() - kRounding;
    int call = 0;
    while (call < there->last().call && meanNoiseOf(*there, call + 1) >= noise)
        ++call;
    return call;
}

double Cursor::meanNoise() const
{
    return meanNoiseOf(*film(), std::min(reach(), film()->modelCalls()));
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
    m_own.insert(lane(), m_moment);
    m_lane = index;
    m_hadRun = lane()->run() != nullptr;
    move(m_position < film()->length() ? m_position : -1, moment, true);
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

bool Cursor::doOthersGoOn() const
{
    const bool isOver = film()->run() && !film()->run()->isLive();
    const bool isAxisOver = m_link != Link::Call && reach() >= film()->modelCalls();
    if (m_link == Link::None || !isOver || isAxisOver)
        return false;
    const QList<Lane *> &lanes = m_board->lanes();
    return std::any_of(lanes.begin(), lanes.end(), [this](const Lane *other) {
        return other != lane() && momentIn(other) < other->film()->last();
    });
}

bool Cursor::playOn()
{
    if (film()->last() > m_moment)
        return advance();
    if (!doOthersGoOn())
        return false;
    ++m_beyond;
    Q_EMIT momentChanged(m_moment);
    return true;
}

void Cursor::toEnd()
{
    setMoment(film()->last());
    bool isFurther = false;
    for (; doOthersGoOn(); ++m_beyond)
        isFurther = true;
    if (isFurther)
        Q_EMIT momentChanged(m_moment);
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

void Cursor::move(int position, Moment moment, bool laneMoved)
{
    const int positionBefore = std::exchange(m_position, position);
    const Moment momentBefore = std::exchange(m_moment, moment);
    const bool cameBack = std::exchange(m_beyond, 0) > 0; // the other lanes, to what this one shows
    if (laneMoved)
        Q_EMIT laneChanged(m_lane);
    if (moment != momentBefore || cameBack)
        Q_EMIT momentChanged(moment);
    if (position != positionBefore || (position >= 0 && (moment != momentBefore || laneMoved)))
        Q_EMIT selectedChanged(selected());
    if (laneMoved)
        Q_EMIT runChanged(run());
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
    for (const Lane *other : m_board->lanes())
        m_own.insert(other, momentIn(other));
    m_link = link;
    m_beyond = 0;
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
    if (changed != lane()) {
        m_own.insert(changed, changed->film()->last());
        return;
    }
    Run *run = changed->run();
    // A run that was on screen before is entered where the other one was left, so that the two can be compared there.
    const bool keeps = std::exchange(m_hadRun, run != nullptr) && run && m_knownRuns.contains(run->number());
    if (run)
        m_knownRuns.insert(run->number());
    move(run && m_position < run->length() ? m_position : -1, keeps ? film()->nearest(m_moment) : film()->last());
    Q_EMIT runChanged(run);
}

void Cursor::onSwapped(int a, int b)
{
    clearHover();
    if (m_lane != a && m_lane != b)
        return;
    m_lane = m_lane == a ? b : a; // it stays in its lane
    if (m_position >= 0)
        Q_EMIT selectedChanged(selected());
}

void Cursor::onRemoved(int index)
{
    clearHover();
    m_own.removeIf([this](const auto &own) { return m_board->indexOf(own.key()) < 0; });
    if (index > m_lane)
        return;
    // The lane that is gone, or one before it: the place stays in the lane it was in, or goes to the neighbour.
    const bool isGone = index == m_lane;
    m_lane = std::max(0, m_lane - (isGone && index < m_board->size() ? 0 : 1));
    m_hadRun = lane()->run() != nullptr;
    move(m_position < film()->length() ? m_position : -1, film()->nearest(m_moment), true);
}

} // namespace ard::ui

#include "moc_Cursor.cpp"
