// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ShortcutDialog: all commands with their keys, found by words; the keys of the chosen one can be changed. A window beside the main one,
// not modal: it can stay open while one tries the keys.
#include "models/CommandModel.h"
#include <QDialog>
#include <QKeySequenceEdit>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace ard::ui {

class Shortcuts;

/// Takes one key at once, where QKeySequenceEdit waits for more.
class KeyEdit : public QKeySequenceEdit {
    Q_OBJECT

public:
    using QKeySequenceEdit::QKeySequenceEdit;

Q_SIGNALS:
    void pressed(const QKeySequence &key);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
};

class ShortcutDialog : public QDialog {
    Q_OBJECT

public:
    /// shortcuts and the actions of the commands must outlive the dialog.
    ShortcutDialog(Shortcuts *shortcuts, const QList<Command> &commands, QWidget *parent);

    QLineEdit *field() const { return m_field; }
    QListView *list() const { return m_list; }
    KeyEdit *keyEdit(int which) const { return m_keys[which]; }
    QLabel *problemLabel() const { return m_problem; }

private:
    QLayout *buildKeys();
    void showCurrent();
    QAction *current() const;
    void setKey(int which, const QKeySequence &key);
    void tell(const QString &problem);

    Shortcuts *m_shortcuts;
    CommandModel m_model;
    CommandFilter m_filter;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_help;
    QList<KeyEdit *> m_keys;
    QList<QWidget *> m_controls; ///< which need a chosen command
    QLabel *m_problem;
};

} // namespace ard::ui
