// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/FilmModel.h"

namespace ard::ui {

FilmModel::FilmModel(Lane *lane, const Cursor *cursor, QObject *parent)
    : QAbstractTableModel(parent), m_lane(lane), m_cursor(cursor)
{
}

void FilmModel::start()
{
    connect(m_cursor, &Cursor::momentChanged, this, [this] { onMoment(); });
    connect(m_cursor, &Cursor::laneChanged, this, [this] { onMoment(); });
    connect(m_cursor, &Cursor::linkChanged, this, [this] { onMoment(); });
    connect(m_cursor, &Cursor::sightChanged, this, [this] { onMoment(); });
    watch();
    resetState();
}

void FilmModel::setLane(Lane *lane)
{
    if (lane == m_lane)
        return;
    if (m_lane)
        film()->disconnect(this);
    beginResetModel();
    m_lane = lane;
    watch();
    resetState();
    endResetModel();
}

void FilmModel::watch()
{
    const Film *shown = film();
    connect(shown, &Film::runChanged, this, &FilmModel::reset);
    connect(shown, &Film::planChanged, this, &FilmModel::reset);
    connect(shown, &Film::filledChanged, this, &FilmModel::reset);
    connect(shown, &Film::grew, this, [this](int first, int last) {
        onGrew(first, last);
        if (m_lane != m_cursor->lane())
            onMoment(); // it may have waited for these frames
    });
    connect(shown, &Film::stateChanged, this, [this] { onStateChanged(); });
}

void FilmModel::reset()
{
    beginResetModel();
    resetState();
    endResetModel();
}

} // namespace ard::ui

#include "moc_FilmModel.cpp"
