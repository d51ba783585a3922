// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WhatIfController: the keys of branches, and the texts of undo and redo of them, which the session keeps.
#include "session/Session.h"
#include <QAction>
#include <QList>

namespace ard::ui {

class Actions;

class WhatIfController : public QObject {
    Q_OBJECT

public:
    /// All must outlive it; it is a child of the window, which its dialogs belong to.
    WhatIfController(Session *session, const Actions *actions, QWidget *window);

private:
    void connectActions(const Actions &actions);
    void connectHistory(const Actions &actions);
    void update();

    Session *m_session;
    QWidget *m_window;
    QList<QAction *> m_ofPosition, m_ofRun; ///< that need a chosen word, or only a run
};

} // namespace ard::ui
