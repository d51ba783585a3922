// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RunController: what the actions of running, playing, opening and saving do, and when they can be pressed.
#include "session/Session.h"
#include <QObject>

class QWidget;

namespace ard::ui {

class Actions;
class UnsavedRuns;

class RunController : public QObject {
    Q_OBJECT

public:
    /// session, actions and window must outlive the controller. window: parent of file dialogs.
    RunController(Session *session, Actions *actions, QWidget *window);

    UnsavedRuns *unsaved() const { return m_unsaved; }
    void open();
    void save(bool underAnotherName); ///< the run on screen
    void saveRun(Run *run, bool underAnotherName);
    /// Opens a run file that was dropped or given.
    void openPath(const QString &path);
    /// The same, and plays it from its first step.
    void openExample(const QString &path);

private:
    void connectRun();
    void run(); ///< all lanes
    void connectPlayback();
    void updateEnabled();
    void offerExample();

    Session *m_session;
    Actions *m_actions;
    QWidget *m_window;
    UnsavedRuns *m_unsaved;
    QString m_lastFolder; ///< where a run was saved last
    QString m_example;    ///< a run file that is being opened to be played
    QString m_offered;    ///< the example that was put into the source field, replaced when the model changes
};

} // namespace ard::ui
