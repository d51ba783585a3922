// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Menus: the menu bar of the window, made of its actions; the list of recent files.
#include <QList>

class QDockWidget;
class QMainWindow;
class QWidget;

namespace ard::ui {

class Actions;
class RunController;
class Session;

void buildMenus(QMainWindow *window, Session *session, Actions *actions, RunController *controller,
                const QList<QDockWidget *> &docks);
void showAbout(QWidget *parent);

} // namespace ard::ui
