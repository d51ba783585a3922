// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CommandPalette: a field over the window and a list under it: whatever the menus can do, the runs and the models, found by words that are
// typed. Enter does it, Esc and a click elsewhere close it. A part of the window and no dialog, so that the keyboard is back where it
// was before anything is done.
#include "models/CommandModel.h"
#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;
class QMenuBar;

namespace ard::ui {

class Actions;
class Session;

/// Every entry of the menus and every action besides, each once, in the order of the menus.
QList<Command> menuCommands(const QMenuBar &menus, const Actions &actions);
/// To show a run of the list, to choose a model. The actions belong to owner.
QList<Command> sessionCommands(Session *session, QObject *owner);

class CommandPalette : public QFrame {
    Q_OBJECT

public:
    /// Shown at once. commands: their actions may go meanwhile.
    CommandPalette(const QList<Command> &commands, QWidget *window);

    QLineEdit *field() const { return m_field; }
    QListView *list() const { return m_list; }
    void dismiss() { close(true); } ///< as Esc does

Q_SIGNALS:
    void closed(); ///< and deleted soon

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool onKey(QEvent *event);
    void find(const QString &words);
    void place();
    void runCurrent();
    void close(bool givesKeyboardBack);
    void tellCurrent();

    CommandModel m_model;
    CommandFilter m_filter;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_nothing;
    QPointer<QWidget> m_before; ///< had the keyboard
    bool m_isClosed = false;
};

/// Opens it, or closes the one that is open.
void toggleCommandPalette(Session *session, const Actions &actions, const QMenuBar &menus, QWidget *window);

} // namespace ard::ui
