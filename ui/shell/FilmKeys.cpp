// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/FilmKeys.h"
#include "shell/Actions.h"
#include "shell/CentralView.h"
#include "views/find/FindBar.h"
#include "views/transport/TransportBar.h"

namespace ard::ui {

void connectFilmKeys(Session *session, Actions *actions, CentralView *central)
{
    const FilmMarks &marks = central->transport()->marks();
    const auto jump = [session, &marks](int direction) {
        if (const std::optional<Moment> moment = marks.next(direction)) {
            session->playback()->pause();
            session->cursor()->setMoment(*moment);
        }
    };
    QObject::connect(actions->nextEvent, &QAction::triggered, central, [jump] { jump(1); });
    QObject::connect(actions->previousEvent, &QAction::triggered, central, [jump] { jump(-1); });

    FindBar *bar = central->findBar();
    QObject::connect(actions->find, &QAction::triggered, bar, &FindBar::open);
    QObject::connect(actions->findNext, &QAction::triggered, bar, [bar] { bar->find(1); });
    QObject::connect(actions->findPrevious, &QAction::triggered, bar, [bar] { bar->find(-1); });

    Markers *markers = session->markers();
    for (int number = 1; number <= Markers::kCount; ++number) {
        QObject::connect(actions->setMarkers[number - 1], &QAction::triggered, markers,
                         [markers, number] { markers->toggle(number); });
        QObject::connect(actions->goToMarkers[number - 1], &QAction::triggered, markers,
                         [markers, number] { markers->goTo(number); });
    }
}

} // namespace ard::ui
