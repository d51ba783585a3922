// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ManualClock: time that passes when a test says so; what was due happens inside advance(). FilmStage: a board of one lane
// with its cursor on such a clock.
#include "session/Cursor.h"
#include <QPointer>
#include <algorithm>
#include <vector>

namespace ard::test {

class ManualClock : public ui::Clock {
public:
    qint64 now() const override { return m_now; }
    void callAfter(int milliseconds, QObject *context, std::function<void()> what) override
    {
        m_due.push_back({m_now + milliseconds, context, std::move(what)});
    }

    /// In order, also what is set meanwhile and due by then. 0: what is due now.
    void advance(int milliseconds)
    {
        const qint64 end = m_now + milliseconds;
        while (true) {
            const auto earlier = [](const Due &a, const Due &b) { return a.at < b.at; };
            const auto next = std::min_element(m_due.begin(), m_due.end(), earlier);
            if (next == m_due.end() || next->at > end)
                break;
            const Due due = *next;
            m_due.erase(next);
            m_now = due.at;
            if (due.context)
                due.what();
        }
        m_now = end;
    }

private:
    struct Due {
        qint64 at;
        QPointer<QObject> context;
        std::function<void()> what;
    };

    qint64 m_now = 0;
    std::vector<Due> m_due;
};

struct FilmStage {
    explicit FilmStage(ui::Run *run = nullptr)
    {
        if (run)
            film->setRun(run);
    }
    void tick() { clock.advance(ui::Tick::kMilliseconds); }

    ManualClock clock;
    ui::Tick ticker{&clock};
    ui::Board board{&ticker};
    ui::Cursor cursor{&board};
    ui::Lane *lane = board.at(0);
    ui::Film *film = lane->film();
};

} // namespace ard::test
