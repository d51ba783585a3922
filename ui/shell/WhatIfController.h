// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WhatIfController: the keys of branches, and undo and redo of them: undo goes back to the run and the place from which a branch was
// made, redo to the branch. No run is lost by either.
#include "session/Session.h"
#include <QUndoStack>

namespace ard::ui {

class Actions;

class WhatIfController : public QObject {
    Q_OBJECT

public:
    /// All must outlive it; it is a child of the window, which its dialogs belong to.
    WhatIfController(Session *session, const Actions *actions, QWidget *window);
    ~WhatIfController() override
    {
        m_history.disconnect(this);
    } // it tells that it is emptied, when the actions are gone

    const QUndoStack &history() const { return m_history; }

private:
    void connectActions(const Actions &actions);
    void connectHistory(const Actions &actions);
    void update();

    Session *m_session;
    QWidget *m_window;
    QList<QAction *> m_ofPosition, m_ofRun; ///< that need a chosen word, or only a run
    QUndoStack m_history;
};

} // namespace ard::ui
