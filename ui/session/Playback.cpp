// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/Playback.h"
#include <algorithm>
#include <cmath>
#include <utility>

namespace ard::ui {

Playback::Playback(Cursor *cursor, Clock *clock, QObject *parent)
    : QObject(parent), m_cursor(cursor), m_alarm(clock, this, [this] { beat(); })
{
    connect(cursor, &Cursor::momentChanged, this, &Playback::onMoved);
    // The same place in another lane is no other place: the film plays on.
    connect(cursor, &Cursor::laneChanged, this, [this] { m_expected = m_cursor->moment(); });
    m_expected = cursor->moment();
    for (const Lane *lane : cursor->board()->lanes())
        watch(lane);
    connect(cursor->board(), &Board::added, this, [this](int index) { watch(m_cursor->board()->at(index)); });
    start();
}

bool Playback::isLive() const
{
    const auto isLiveIn = [](const Lane *lane) { return lane->run() && lane->run()->isLive(); };
    if (m_cursor->link() == Cursor::Link::None)
        return isLiveIn(m_cursor->lane());
    const QList<Lane *> &lanes = m_cursor->board()->lanes();
    return std::any_of(lanes.begin(), lanes.end(), isLiveIn);
}

void Playback::watch(const Lane *lane)
{
    const Film *of = lane->film();
    connect(of, &Film::grew, this, [this] {
        if (m_following)
            toEnd();
    });
    connect(of, &Film::stateChanged, this, [this] {
        if (!isLive())
            setFollowing(false);
    });
    connect(of, &Film::runChanged, this, [this, of] {
        if (of == film())
            start();
    });
}

void Playback::start()
{
    setPlaying(false);
    setFollowing(isLive() && !m_paced);
    if (isLive() && m_paced) {
        move(film()->run() ? film()->run()->callsBefore() : 0); // what a branch has before that was seen
        play();
    }
}

void Playback::seek(int step)
{
    setPlaying(false);
    setFollowing(false);
    move(step);
}

void Playback::play()
{
    const bool waits = isLive() && m_paced;
    if (m_playing || m_following || (stepCount() == 0 && !waits))
        return;
    if (!m_cursor->canAdvance()) {
        if (isLive()) { // nothing to replay before the newest frame: watch it grow
            setFollowing(!waits);
            setPlaying(waits);
            return;
        }
        move(0);
    }
    setPlaying(true);
}

void Playback::pause()
{
    setPlaying(false);
    setFollowing(false);
}

void Playback::togglePlay()
{
    if (m_playing || m_following)
        pause();
    else
        play();
}

void Playback::stepForward(int count)
{
    seek(step() + count);
}

void Playback::stepBack(int count)
{
    seek(step() - count);
}

void Playback::first()
{
    seek(0);
}

void Playback::last()
{
    setPlaying(false);
    toEnd();
    setFollowing(isLive());
}

void Playback::setSpeed(double stepsPerSecond)
{
    const double wanted = std::isfinite(stepsPerSecond) ? stepsPerSecond : kNormalSpeed;
    const double speed = std::clamp(wanted, kMinimumSpeed, kMaximumSpeed);
    if (speed == m_speed)
        return;
    m_speed = speed;
    if (m_playing)
        m_alarm.start(playInterval());
    Q_EMIT speedChanged(speed);
}

void Playback::faster()
{
    setSpeed(m_speed * 2);
}

void Playback::slower()
{
    setSpeed(m_speed / 2);
}

void Playback::setLooping(bool looping)
{
    if (looping == m_looping)
        return;
    m_looping = looping;
    Q_EMIT loopingChanged(looping);
}

void Playback::setPaced(bool paced)
{
    m_paced = paced;
}

void Playback::move(int step)
{
    const bool before = std::exchange(m_moving, true);
    m_cursor->setMoment(film()->at(step));
    m_moving = before;
}

void Playback::toEnd()
{
    const bool before = std::exchange(m_moving, true);
    m_cursor->toEnd();
    m_moving = before;
}

bool Playback::playOn()
{
    const bool before = std::exchange(m_moving, true);
    const bool moved = m_cursor->playOn();
    m_moving = before;
    return moved;
}

void Playback::setPlaying(bool playing)
{
    if (playing == m_playing)
        return;
    m_playing = playing;
    if (playing)
        m_alarm.start(playInterval());
    else
        m_alarm.stop();
    Q_EMIT playingChanged(playing);
}

void Playback::setFollowing(bool following)
{
    if (following == m_following)
        return;
    m_following = following;
    Q_EMIT followingChanged(following);
}

void Playback::onMoved()
{
    const Moment expected = std::exchange(m_expected, m_cursor->moment());
    if (!m_moving && m_cursor->moment() != expected) // somebody else has taken it
        pause();
}

void Playback::beat()
{
    m_alarm.start(playInterval());
    if (!m_cursor->canAdvance() && m_looping && !isLive()) {
        move(0);
        return;
    }
    playOn();
    if (m_cursor->canAdvance())
        return;
    if (isLive()) { // caught up with the engine
        setPlaying(m_paced);
        setFollowing(!m_paced);
    } else if (!m_looping) {
        setPlaying(false);
    }
}

int Playback::playInterval() const
{
    return static_cast<int>(std::lround(1000 / m_speed));
}

} // namespace ard::ui

#include "moc_Playback.cpp"
