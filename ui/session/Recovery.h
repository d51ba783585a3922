// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Recovery: what no file holds survives the end of the program. Every unsaved run is kept as a run file in a folder of this session,
// written in the background while it grows, with the name that it was given in a file beside it; the folder goes when the program ends as it should. Folders of sessions that did not are
// found at the next start. A folder belongs to a session as long as its process has the lock in it. GUI thread.
#include "session/Clock.h"
#include "session/LogBuffer.h"
#include "session/RunStore.h"
#include <QHash>
#include <QLockFile>
#include <QObject>
#include <QStringList>
#include <memory>

namespace ard::ui {

/// Where the program keeps what is no setting and no document: $XDG_STATE_HOME/ardiff-explorer and the like.
QString stateFolder();

class Recovery : public QObject {
    Q_OBJECT

public:
    static constexpr int kGap = 2000; ///< milliseconds between two writes of a run that grows, at least

    /// runs and log must outlive this object. folder: of all sessions; need not exist.
    Recovery(RunStore *runs, LogBuffer *log, const QString &folder, Clock *clock = Clock::real());
    ~Recovery() override; ///< waits for what is being written; the files stay

    QString folder() const { return m_folder; }          ///< of all sessions
    const QStringList &found() const { return m_found; } ///< run files of sessions that did not end as they should
    /// They come into the list as unsaved runs; a file goes when this session has one of its own.
    void bringBack();
    void discardFound();
    void keepFound(); ///< where they are, and no start finds them again
    /// The program ends as it should: this session needs no files any more.
    void end();

Q_SIGNALS:
    void broughtBack(int runs); ///< after bringBack(); those that cannot be read are in the log and stay where they are

private:
    struct Written {
        int frames = 0;
        Run::State state = Run::State::Waiting;
        QString name;
        bool operator==(const Written &) const = default;
    };

    struct FoundRun {
        RunRecord record;
        QString name; ///< that it was given; often empty
    };

    static Result<FoundRun> readFound(const QString &path); ///< any thread
    void findOthers();
    void leaveFound();
    void wantWrite();
    void write();
    void writeRun(Run *run);
    void removeFile(int number);
    void take(const QString &path, Result<FoundRun> found);
    bool openSession();
    QString fileOf(int number) const;

    RunStore *m_runs;
    LogBuffer *m_log;
    QString m_folder;
    QString m_session; ///< folder of this one; empty until it has something to keep
    std::unique_ptr<QLockFile> m_lock;
    std::vector<std::unique_ptr<QLockFile>> m_foundLocks; ///< no other start offers them meanwhile
    QStringList m_foundSessions;                          ///< their folders
    QStringList m_found;
    QHash<int, Written> m_written;  ///< by number of the run
    QHash<int, QString> m_cameFrom; ///< a found file, gone when the run has one here
    int m_reading = 0, m_taken = 0;
    bool m_hasFailed = false;
    bool m_isOver = false;
    Alarm m_alarm;
    QThreadPool m_pool; ///< one thread: files are written and removed in the order of the wishes
};

} // namespace ard::ui
