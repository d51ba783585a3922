// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/Tick.h"
#include <algorithm>

namespace ard::ui {

Tick::Tick(Clock *clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_alarm(clock, this, [this] {
          m_last = m_clock->now();
          m_hasTicked = true;
          Q_EMIT ticked();
      })
{
}

void Tick::request()
{
    if (m_alarm.isActive())
        return;
    const qint64 since = m_hasTicked ? m_clock->now() - m_last : kMilliseconds;
    m_alarm.start(static_cast<int>(std::clamp<qint64>(kMilliseconds - since, 0, kMilliseconds)));
}

} // namespace ard::ui

#include "moc_Tick.cpp"
