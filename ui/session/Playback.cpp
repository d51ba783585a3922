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
    connect(cursor, &Cursor::laneChanged, this, &Playback::watchLane);
    watchLane();
}

bool Playback::isLive() const
{
    const Run *run = film()->run();
    return run && run->isLive();
}

void Playback::watchLane()
{
    if (m_watched)
        m_watched->disconnect(this);
    Film *film = m_watched = m_cursor->film();
    connect(film, &Film::grew, this, [this] {
        if (m_following)
            move(stepCount());
    });
    connect(film, &Film::stateChanged, this, [this] {
        if (!isLive())
            setFollowing(false);
    });
    const auto start = [this] {
        setPlaying(false);
        setFollowing(isLive() && !m_paced);
        if (isLive() && m_paced) {
            move(0);
            play();
        }
    };
    connect(film, &Film::runChanged, this, start);
    start();
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
    if (step() >= stepCount()) {
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
    move(stepCount());
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
    if (!m_moving) // somebody else has taken it
        pause();
}

void Playback::beat()
{
    m_alarm.start(playInterval());
    if (step() >= stepCount() && m_looping && !isLive()) {
        move(0);
        return;
    }
    if (step() < stepCount())
        move(step() + 1);
    if (step() < stepCount())
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
