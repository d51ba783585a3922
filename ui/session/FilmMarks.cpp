// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/FilmMarks.h"
#include <utility>

namespace ard::ui {

FilmMarks::FilmMarks(Cursor *cursor, QObject *parent) : QObject(parent), m_cursor(cursor)
{
    connect(cursor, &Cursor::momentChanged, this, &FilmMarks::changed);
    connect(cursor, &Cursor::sightChanged, this, &FilmMarks::changed);
    connect(cursor, &Cursor::laneChanged, this, &FilmMarks::watchLane);
    watchLane();
}

void FilmMarks::watchLane()
{
    if (m_watched)
        m_watched->disconnect(this);
    const Film *film = m_watched = m_cursor->film();
    connect(film, &Film::runChanged, this, &FilmMarks::reload);
    connect(film, &Film::grew, this, &FilmMarks::reload);
    connect(film, &Film::stateChanged, this, &FilmMarks::reload);
    connect(film, &Film::filledChanged, this, &FilmMarks::changed);
    reload();
}

void FilmMarks::reload()
{
    const Run *run = m_cursor->film()->run();
    if (const int number = run ? run->number() : 0; std::exchange(m_number, number) != number)
        m_history = {};
    m_calls.clear();
    if (run) {
        m_history.follow(run->record());
        m_calls = callMarks({run->record(), run->frameCount(), &m_history});
    }
    Q_EMIT changed();
}

int FilmMarks::settlesIn(int call, bool knowsAll) const
{
    const CallMark &mark = m_calls[static_cast<std::size_t>(call - 1)];
    return knowsAll ? mark.settles : mark.clean;
}

std::vector<FilmMarks::Mark> FilmMarks::marks() const
{
    const Film &film = *m_cursor->film();
    const int calls = static_cast<int>(m_calls.size());
    const int seen = m_cursor->showsFuture() ? calls : std::min(calls, m_cursor->moment().call);
    const bool knowsAll = film.run() && SeenRun(film.run()->record(), seen).isEndSeen();
    std::vector<Mark> marks;
    for (int call = 1; call <= seen; ++call) {
        const Mark mark{film.indexOf(call), m_calls[static_cast<std::size_t>(call - 1)].flips,
                        settlesIn(call, knowsAll)};
        if (mark.flips > 0 || mark.settles > 0)
            marks.push_back(mark);
    }
    return marks;
}

std::optional<Moment> FilmMarks::next(int direction) const
{
    const Moment now = m_cursor->moment();
    const Run *run = m_cursor->film()->run();
    const int calls = static_cast<int>(m_calls.size());
    const bool knowsAll = run && SeenRun(run->record()).isEndSeen();
    for (int call = direction > 0 ? now.call + 1 : now.call - (now.sub > 0 ? 0 : 1); call >= 1 && call <= calls;
         call += direction)
        if (m_calls[static_cast<std::size_t>(call - 1)].flips > 0 || settlesIn(call, knowsAll) > 0)
            return Moment(call);
    return std::nullopt;
}

} // namespace ard::ui

#include "moc_FilmMarks.cpp"
