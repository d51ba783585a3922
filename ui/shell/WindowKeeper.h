// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WindowKeeper: owns the main window and makes it anew when the language changes. Session, runs and cursor are not the
// window's and stay; place, panels and all that can be switched on and off go over to the new window.
#include "shell/MainWindow.h"
#include <memory>

namespace ard::ui {

class WindowKeeper : public QObject {
    Q_OBJECT

public:
    /// session and theme must outlive the keeper. The window is not yet shown.
    WindowKeeper(Session *session, Theme *theme, QObject *parent = nullptr);

    MainWindow *window() const { return m_window.get(); }
    /// Never out of a call of the window's own.
    void rebuild();

Q_SIGNALS:
    void rebuilt(ard::ui::MainWindow *window);

private:
    Session *m_session;
    Theme *m_theme;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace ard::ui
