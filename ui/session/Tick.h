// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Tick: the one beat in which everything on screen learns of new frames, at most every 33 ms however fast they come.
// Whoever has something to announce asks for the next beat, and announces it when the beat comes: all within one turn of
// the event loop, so that views repaint once. GUI thread.
#include "session/Clock.h"
#include <QObject>

namespace ard::ui {

class Tick : public QObject {
    Q_OBJECT

public:
    static constexpr int kMilliseconds = 33;

    /// clock must outlive the tick.
    explicit Tick(Clock *clock = Clock::real(), QObject *parent = nullptr);

    /// The next beat comes in the next turn of the event loop, or 33 ms after the last one.
    void request();

Q_SIGNALS:
    void ticked();

private:
    Clock *m_clock;
    Alarm m_alarm;
    qint64 m_last = 0; ///< when it ticked last
    bool m_hasTicked = false;
};

} // namespace ard::ui
