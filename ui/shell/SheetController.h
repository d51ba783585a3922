// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SheetController: what the actions of the contact sheet do: it comes in the place of the lanes and goes when a run is shown, and
// its cells are read from a folder and kept in one.
#include "session/Session.h"
#include <QObject>

namespace ard::ui {

class MainWindow;

class SheetController : public QObject {
    Q_OBJECT

public:
    /// Both must outlive the controller.
    SheetController(Session *session, MainWindow *window);

private:
    void show(bool on);
    void askForFolder(bool keep);

    Session *m_session;
    MainWindow *m_window;
};

} // namespace ard::ui
