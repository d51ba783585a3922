// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/PlaneActions.h"
#include "session/Session.h"
#include "shell/Actions.h"

namespace ard::ui {

void linkPlaneActions(Session *session, const Actions *actions)
{
    ShownPositions *positions = session->positions();
    QObject::connect(actions->allPositions, &QAction::toggled, positions, &ShownPositions::setShowsAll);
    QObject::connect(positions, &ShownPositions::showsAllChanged, actions->allPositions, &QAction::setChecked);

    PlaneOptions *options = session->planeOptions();
    QObject::connect(actions->figureMarks, &QAction::toggled, options, &PlaneOptions::setFigureMarks);
    QObject::connect(actions->ruler, &QAction::toggled, options, &PlaneOptions::setShowsRuler);
    QObject::connect(actions->editSchedule, &QAction::toggled, options, [session, options](bool on) {
        if (Run *run = session->cursor()->lane()->run(); run && on)
            session->takeSettings(run); // what is edited is what is seen
        options->setEditsSchedule(on);
    });
    QObject::connect(actions->intoJump, &QAction::triggered, session->jumps(), [session] {
        const Cursor *cursor = session->cursor();
        const int chosen = cursor->selected().isValid() ? cursor->selected().moment.call : cursor->moment().call + 1;
        session->jumps()->open(cursor->lane(), std::clamp(chosen, 1, std::max(1, cursor->film()->modelCalls())));
    });
}

} // namespace ard::ui
