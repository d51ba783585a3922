// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RunStore: the runs of this session, newest last, and which one is current. Owns its runs. Saving and opening use a
// worker thread; a run is never removed by a failed save. GUI thread.
#include "session/Run.h"
#include <QList>
#include <QObject>
#include <QThreadPool>

namespace ard::ui {

class RunStore : public QObject {
    Q_OBJECT

public:
    explicit RunStore(QObject *parent = nullptr);
    ~RunStore() override; ///< waits for saves under way

    int size() const { return static_cast<int>(m_runs.size()); }
    Run *at(int index) const { return m_runs.value(index); }
    int indexOf(const Run *run) const;
    const QList<Run *> &runs() const { return m_runs; }
    Run *current() const { return m_current; }

    /// Takes ownership, appends, and makes it the current run.
    Run *add(Run *run);
    void setCurrent(Run *run); ///< nullptr or one of the runs
    /// The current run moves to a neighbour. The run is deleted later. A live run is refused (false).
    bool remove(Run *run);

    /// Writes what the run holds now. Answers with saved or saveFailed.
    void save(Run *run, const QString &path);
    /// Answers with opened (the run is added and current) or openFailed.
    void open(const QString &path);
    bool isBusy() const { return m_jobs > 0; } ///< a save or open is under way
    /// Runs that closing would lose: under way, or with frames that no file holds.
    QList<Run *> unsaved() const;

Q_SIGNALS:
    void aboutToAdd(int index);
    void added(int index);
    void aboutToRemove(int index);
    void removed(int index);
    void changed(int index); ///< state, frame count or file of a run
    void currentChanged(ard::ui::Run *run);
    void saved(ard::ui::Run *run, const QString &path);
    void saveFailed(ard::ui::Run *run, const QString &path, const QString &reason);
    void opened(ard::ui::Run *run, const QString &path);
    void openFailed(const QString &path, const QString &reason);
    void busyChanged(bool busy);

private:
    void addJob(int change);

    QList<Run *> m_runs;
    Run *m_current = nullptr;
    int m_jobs = 0;
    QThreadPool m_jobsPool;
};

} // namespace ard::ui
