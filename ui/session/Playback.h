// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Playback: the film of one run. Step 0..stepCount(): 0 is the noise before any model call, m the state after call m.
// Stepping reads recorded frames and computes nothing. While a run is live and followed, the step advances with the
// frames, at most one change per 33 ms however fast they come. GUI thread.
#include "session/Run.h"
#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace ard::ui {

class Playback : public QObject {
    Q_OBJECT

public:
    static constexpr double kMinimumSpeed = 0.25, kMaximumSpeed = 32, kNormalSpeed = 4; ///< model calls a second
    static constexpr int kRefreshMilliseconds = 33;

    explicit Playback(QObject *parent = nullptr);

    /// A live run is followed from its first frame; a recorded one is shown at its last step.
    void setRun(Run *run);
    Run *run() const { return m_run; }

    int step() const { return m_step; }
    int stepCount() const { return m_stepCount; } ///< frames there are, as last announced
    bool isPlaying() const { return m_playing; }
    bool isFollowing() const { return m_following; } ///< the step goes with the newest frame
    double speed() const { return m_speed; }
    bool isLooping() const { return m_looping; }

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

Q_SIGNALS:
    void runChanged(ard::ui::Run *run);
    void stepChanged(int step);
    void stepCountChanged(int count);
    void playingChanged(bool playing);
    void followingChanged(bool following);
    void speedChanged(double stepsPerSecond);
    void loopingChanged(bool looping);

private:
    void takeRun(Run *run);
    void setStep(int step);
    void setPlaying(bool playing);
    void setFollowing(bool following);
    void onFrame();
    void onRunFinished();
    void refresh();
    void refreshCount();
    void tick();
    int playInterval() const; ///< milliseconds

    QPointer<Run> m_run;
    QTimer m_playTimer;
    QTimer m_refreshTimer;
    QElapsedTimer m_sinceRefresh;
    int m_step = 0;
    int m_stepCount = 0;
    double m_speed = kNormalSpeed;
    bool m_playing = false;
    bool m_following = false;
    bool m_looping = false;
};

} // namespace ard::ui
