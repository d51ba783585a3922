// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Shortcuts: the keys of the actions, as they are at first or as the user wants them, which the settings keep. No key has two meanings:
// what would clash is refused in one sentence. GUI thread.
#include "session/AppSettings.h"
#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QObject>

namespace ard::ui {

class Actions;

class Shortcuts : public QObject {
    Q_OBJECT

public:
    static constexpr int kMost = 2; ///< keys of an action

    /// The actions take the keys of the settings at once. actions and settings must outlive this object.
    Shortcuts(const Actions *actions, AppSettings *settings, QObject *parent = nullptr);

    QKeySequence key(const QAction *action, int which) const { return action->shortcuts().value(which); }
    bool isAsAtFirst(const QAction *action) const { return action->shortcuts() == m_first.value(action); }
    /// The first or the second key of the action; an empty one takes it away. Empty: done; else why not.
    QString set(QAction *action, int which, const QKeySequence &key);
    QString reset(QAction *action); ///< as set
    void resetAll();

private:
    void apply();
    void store();
    /// nullptr: no other has it
    const QAction *ownerOf(const QKeySequence &key, const QAction *besides) const;
    QString problem(const QKeySequence &key, const QAction *action) const;

    const Actions *m_actions;
    AppSettings *m_settings;
    QHash<const QAction *, QList<QKeySequence>> m_first;
};

} // namespace ard::ui
