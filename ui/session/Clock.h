// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Clock: time as the window sees it. Whatever waits takes one, so that tests can wind their own. GUI thread.
#include <QtGlobal>
#include <functional>

class QObject;

namespace ard::ui {

class Clock {
public:
    virtual ~Clock() = default;

    virtual qint64 now() const = 0; ///< milliseconds since some moment, never falling
    /// Calls back once from the event loop, no earlier than after so many milliseconds (0: the next turn); never when
    /// context is gone by then.
    virtual void callAfter(int milliseconds, QObject *context, std::function<void()> what) = 0;

    static Clock *real(); ///< the machine's; lives as long as the program
};

/// One call that is pending or not; a member of its context.
class Alarm {
public:
    Alarm(Clock *clock, QObject *context, std::function<void()> what);

    void start(int milliseconds); ///< again: the earlier start is forgotten
    void stop();
    bool isActive() const { return m_active; }

private:
    Clock *m_clock;
    QObject *m_context;
    std::function<void()> m_what;
    int m_starts = 0; ///< tells a call that was forgotten
    bool m_active = false;
};

} // namespace ard::ui
