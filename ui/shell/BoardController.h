// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BoardController: saves the board with what is in view under a name that is asked for, and shows a board that was opened as it was.
#include "trace/BoardFile.h"
#include <QObject>

class QActionGroup;
class QWidget;

namespace ard::ui {

class Actions;
class Session;

class BoardController : public QObject {
    Q_OBJECT

public:
    /// session, actions and window must outlive the controller. window: parent of file dialogs.
    BoardController(Session *session, Actions *actions, QWidget *window);

private:
    void save();
    BoardView view() const; ///< what the window adds to it
    void show(const BoardView &view);
    void updateEnabled();

    Session *m_session;
    Actions *m_actions;
    QWidget *m_window;
    QString m_path; ///< of the board that was saved or opened last
};

} // namespace ard::ui
