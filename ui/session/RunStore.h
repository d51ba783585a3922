// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RunStore: the runs of this session, newest last, branches behind the run that they go on from. Owns its runs; which of them are on screen is the lanes' to say. Saving
// and opening use a worker thread; a run is never removed by a failed save. GUI thread.
#include "session/Run.h"
#include "session/Tick.h"
#include <QList>
#include <QObject>
#include <QSet>
#include <QThreadPool>

namespace ard::ui {

class RunStore : public QObject {
    Q_OBJECT

public:
    static constexpr int kMaxRemoved = 20; ///< runs kept for restore()

    /// tick must outlive the store.
    explicit RunStore(Tick *tick, QObject *parent = nullptr);
    ~RunStore() override; ///< waits for saves under way

    int size() const { return static_cast<int>(m_runs.size()); }
    Run *at(int index) const { return m_runs.value(index); }
    int indexOf(const Run *run) const;
    const QList<Run *> &runs() const { return m_runs; }

    /// The run that this one goes on from: the one that it was made from here, else by what was asked and of which model, so that
    /// runs from files have theirs; nullptr: none, or it is not here.
    Run *parent(const Run *run) const;
    int depth(const Run *run) const; ///< how many runs it goes on from, one from the other, that are here

    /// Takes ownership. A branch comes behind its parent and that one's other branches, any other run at the end.
    Run *add(Run *run);
    /// The run is kept for restore(). A live run is refused (false).
    bool remove(Run *run);
    void drop(Run *run); ///< for good
    bool canRestore() const { return !m_removed.isEmpty(); }
    /// The run that was removed last is back at its place; nullptr: there is none.
    Run *restore();

    /// Writes what the run holds now. Answers with saved or saveFailed.
    void save(Run *run, const QString &path);
    /// Answers with opened (the run is added) or openFailed.
    void open(const QString &path);
    bool isBusy() const { return m_jobs > 0; } ///< a save or open is under way
    /// Runs that closing would lose: under way, or with frames that no file holds.
    QList<Run *> unsaved() const;

Q_SIGNALS:
    void aboutToAdd(int index);
    void added(int index);
    void aboutToRemove(int index);
    void removed(int index);
    void changed(int index); ///< state, frame count (with the tick) or file of a run
    void saved(ard::ui::Run *run, const QString &path);
    void saveFailed(ard::ui::Run *run, const QString &path, const QString &reason);
    void opened(ard::ui::Run *run, const QString &path);
    void openFailed(const QString &path, const QString &reason);

private:
    struct Removed {
        Run *run;
        int index;
    };

    void addJob(int change);
    void insert(int index, Run *run);
    int placeOf(const Run *run) const;
    void announce(const Run *run);

    Tick *m_tick;
    QList<Run *> m_runs;
    QList<Removed> m_removed;  ///< the last one at the end
    QSet<const Run *> m_grown; ///< since the last tick
    int m_jobs = 0;
    QThreadPool m_jobsPool;
};

} // namespace ard::ui
