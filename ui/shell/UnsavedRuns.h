// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// UnsavedRuns: closing loses no run unasked. One question names how many runs no file holds and offers to save them all
// into one folder, to give them up, or to stay; saving them is the same for the menu. Nothing here waits.
#include "session/Session.h"
#include <QObject>
#include <QPointer>

class QMessageBox;
class QWidget;

namespace ard::ui {

class UnsavedRuns : public QObject {
    Q_OBJECT

public:
    /// session and window must outlive this object.
    UnsavedRuns(Session *session, QWidget *window);

    /// True: nothing would be lost, or it was given up. Otherwise the question is on the screen, or runs are being
    /// saved, and mayCloseNow() follows when the answer lets the window close.
    bool mayClose();
    /// As the question's "Save all…". A run under way is stopped first.
    void saveAll();
    /// Removes a run from the list; one that no file holds only after a question of its own.
    void removeRun(Run *run);

Q_SIGNALS:
    void mayCloseNow();

private:
    void ask(const QList<Run *> &lost);
    void begin(const QList<Run *> &runs, bool closesAfterwards);
    void saveWhenStopped();
    void onSaved(Run *run, bool well);

    Session *m_session;
    QWidget *m_window;
    QPointer<QMessageBox> m_question;
    QString m_folder;              ///< of the runs that have no file yet
    QList<QPointer<Run>> m_wanted; ///< to be saved, not begun
    QList<Run *> m_saving;
    bool m_failed = false;
    bool m_closesAfterwards = false;
    bool m_givenUp = false;
};

/// A path in the folder that no file has: "name.ardrun", "name-2.ardrun" ..; taken: paths that will exist soon.
QString freePath(const QString &folder, const QString &fileName, const QStringList &taken);

} // namespace ard::ui
