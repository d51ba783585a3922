// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Playback: the clock of the transport: it moves the cursor along the film of the cursor's lane, and the lanes that are
// linked to it as far as they have frames, and stops when somebody else moves it. Owns no place. Stepping reads recorded frames and computes nothing. A live run is followed: the cursor goes
// with its newest frame as the tick announces them; or it is paced: played from step 0 at the film's speed, waiting where
// the engine is slower. GUI thread.
#include "session/Clock.h"
#include "session/Cursor.h"
#include <QObject>

namespace ard::ui {

class Playback : public QObject {
    Q_OBJECT

public:
    static constexpr double kMinimumSpeed = 0.25, kMaximumSpeed = 32, kNormalSpeed = 4; ///< model calls a second

    /// cursor and clock must outlive the playback. A live run is followed from its first frame, or paced.
    explicit Playback(Cursor *cursor, Clock *clock = Clock::real(), QObject *parent = nullptr);

    int step() const { return film()->indexOf(m_cursor->moment()); }  ///< index of the cursor's moment in the film
    int stepCount() const { return std::max(0, film()->size() - 1); } ///< the last one there is
    bool isPlaying() const { return m_playing; }     ///< also while it waits for a paced run's next frame
    bool isFollowing() const { return m_following; } ///< the step goes with the newest frame
    double speed() const { return m_speed; }
    bool isLooping() const { return m_looping; }
    bool isPaced() const { return m_paced; }
    bool isLive() const; ///< frames can still come, in the cursor's lane or one that is linked to it

public Q_SLOTS:
    /// Clamped to 0..stepCount(). Ends playing and following.
    void seek(int step);
    void play();  ///< from step 0 when at the end
    void pause(); ///< ends following too
    void togglePlay();
    void stepForward(int count = 1);
    void stepBack(int count = 1);
    void first();
    void last();                          ///< the newest frame; follows a live run
    void setSpeed(double stepsPerSecond); ///< clamped to 0.25..32
    void faster();                        ///< twice as fast
    void slower();
    void setLooping(bool looping);
    void setPaced(bool paced); ///< of live runs from now on; false, the default: followed

Q_SIGNALS:
    void playingChanged(bool playing);
    void followingChanged(bool following);
    void speedChanged(double stepsPerSecond);
    void loopingChanged(bool looping);

private:
    const Film *film() const { return m_cursor->film(); }
    void watch(const Lane *lane);
    void start();        ///< with the run of the cursor's lane
    void move(int step); ///< keeps playing and following
    void toEnd();        ///< the same
    bool playOn();       ///< the same
    void setPlaying(bool playing);
    void setFollowing(bool following);
    void onMoved();
    void beat();
    int playInterval() const; ///< milliseconds

    Cursor *m_cursor;
    Alarm m_alarm;
    Moment m_expected; ///< where the cursor stands for all that was moved from here
    double m_speed = kNormalSpeed;
    bool m_playing = false;
    bool m_following = false;
    bool m_looping = false;
    bool m_paced = false;
    bool m_moving = false; ///< the cursor is being moved from here
};

} // namespace ard::ui
