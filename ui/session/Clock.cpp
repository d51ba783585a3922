// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/Clock.h"
#include <QElapsedTimer>
#include <QTimer>
#include <utility>

namespace ard::ui {

namespace {

class RealClock : public Clock {
public:
    RealClock() { m_timer.start(); }
    qint64 now() const override { return m_timer.elapsed(); }
    void callAfter(int milliseconds, QObject *context, std::function<void()> what) override
    {
        QTimer::singleShot(milliseconds, Qt::PreciseTimer, context, std::move(what));
    }

private:
    QElapsedTimer m_timer;
};

} // namespace

Clock *Clock::real()
{
    static RealClock clock;
    return &clock;
}

Alarm::Alarm(Clock *clock, QObject *context, std::function<void()> what)
    : m_clock(clock), m_context(context), m_what(std::move(what))
{
}

void Alarm::start(int milliseconds)
{
    m_active = true;
    const auto ring = [this, start = ++m_starts] {
        if (!m_active || start != m_starts)
            return;
        m_active = false;
        m_what();
    };
    m_clock->callAfter(milliseconds, m_context, ring);
}

void Alarm::stop()
{
    m_active = false;
}

} // namespace ard::ui
