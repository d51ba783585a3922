// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/ShownPositions.h"
#include <utility>

namespace ard::ui {

ShownPositions::ShownPositions(Board *board, QObject *parent) : QObject(parent), m_board(board)
{
    for (Lane *lane : board->lanes())
        watch(lane);
    connect(board, &Board::added, this, [this](int index) {
        watch(m_board->at(index));
        update();
    });
    connect(board, &Board::removed, this, &ShownPositions::update);
    update();
}

void ShownPositions::watch(Lane *lane)
{
    const Film *film = lane->film();
    for (const auto signal : {&Film::planChanged, &Film::stateChanged})
        connect(film, signal, this, &ShownPositions::update);
    connect(film, &Film::runChanged, this, &ShownPositions::update);
}

void ShownPositions::setShowsAll(bool shows)
{
    if (std::exchange(m_showsAll, shows) == shows)
        return;
    Q_EMIT showsAllChanged(shows);
    Q_EMIT changed();
}

int ShownPositions::neededBy(const Film &film)
{
    const Run *run = film.run();
    if (!run || run->state() != Run::State::Complete)
        return film.length();
    int needed = film.length();
    while (needed > 1 && film.isPadding(Moment(run->frameCount()), needed - 1))
        --needed;
    return needed;
}

void ShownPositions::update()
{
    int needed = 0;
    for (const Lane *lane : m_board->lanes())
        needed = std::max(needed, neededBy(*lane->film()));
    if (std::exchange(m_needed, needed) != needed)
        Q_EMIT changed();
}

} // namespace ard::ui

#include "moc_ShownPositions.cpp"
