// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/Recovery.h"
#include "base/Files.h"
#include "session/Background.h"
#include "session/CoreSentences.h"
#include "session/PathText.h"
#include "trace/RunFile.h"
#include "trace/RunJson.h"
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUuid>
#include <utility>

namespace ard::ui {

namespace {

const QLatin1String kRunFiles("*.ardrun"), kNameFiles("*.name"), kLock("lock"), kKept(".kept");

/// What the run of a file is called stands in a file beside it: run files hold what the engine made and no more.
QString nameFile(const QString &path)
{
    return path + QStringLiteral(".name");
}

Status writeName(const QString &path, const QString &name)
{
    if (name.isEmpty()) {
        QFile::remove(nameFile(path));
        return {};
    }
    return writeAtomically(fileSystemPath(nameFile(path)), name.toStdString());
}

bool removeRunFile(const QString &path)
{
    QFile::remove(nameFile(path));
    return QFile::remove(path);
}

} // namespace

QString stateFolder()
{
#ifdef Q_OS_LINUX
    const QString base = qEnvironmentVariable("XDG_STATE_HOME");
    return (QDir::isAbsolutePath(base) ? base : QDir::homePath() + QStringLiteral("/.local/state")) + QLatin1Char('/') +
        QCoreApplication::applicationName();
#else
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
#endif
}

Result<Recovery::FoundRun> Recovery::readFound(const QString &path)
{
    FoundRun found;
    ARD_ASSIGN(found.record, loadRun(fileSystemPath(path)));
    ARD_TRY(Run::checkRecord(found.record));
    if (const auto name = readText(fileSystemPath(nameFile(path)), kMaxNameBytes))
        found.name = QString::fromStdString(*name).simplified(); // without one it is a run without a name
    return found;
}

Recovery::Recovery(RunStore *runs, LogBuffer *log, const QString &folder, Clock *clock)
    : m_runs(runs), m_log(log), m_folder(folder), m_alarm(clock, this, [this] { write(); })
{
    m_pool.setMaxThreadCount(1);
    findOthers();
    connect(runs, &RunStore::changed, this, &Recovery::wantWrite);
    connect(runs, &RunStore::added, this, &Recovery::wantWrite);
    connect(runs, &RunStore::removed, this, &Recovery::wantWrite);
}

Recovery::~Recovery()
{
    m_pool.waitForDone();
    leaveFound();
}

/// Where nothing is left of a found session, its folder goes.
void Recovery::leaveFound()
{
    m_foundLocks.clear();
    for (const QString &session : std::exchange(m_foundSessions, {}))
        QDir().rmdir(session);
}

void Recovery::findOthers()
{
    for (const QFileInfo &session : QDir(m_folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (session.fileName().endsWith(kKept))
            continue;
        auto lock = std::make_unique<QLockFile>(QDir(session.filePath()).filePath(kLock));
        lock->setStaleLockTime(0); // only a process that is gone has lost it
        if (!lock->tryLock(0))
            continue;
        const QFileInfoList files = QDir(session.filePath()).entryInfoList({kRunFiles}, QDir::Files, QDir::Name);
        for (const QFileInfo &file : files)
            m_found << file.filePath();
        if (!files.isEmpty()) {
            m_foundLocks.push_back(std::move(lock));
            m_foundSessions << session.filePath();
            continue;
        }
        for (const QString &name : QDir(session.filePath()).entryList({kNameFiles}, QDir::Files))
            QFile::remove(QDir(session.filePath()).filePath(name)); // it ended while it removed a run's files
        lock.reset();                                               // and its file
        QDir().rmdir(session.filePath());
    }
}

bool Recovery::openSession()
{
    if (!m_session.isEmpty())
        return m_lock && m_lock->isLocked();
    m_session = QDir(m_folder).filePath(QUuid::createUuid().toString(QUuid::WithoutBraces));
    if (!QDir().mkpath(m_session))
        return false;
    m_lock = std::make_unique<QLockFile>(QDir(m_session).filePath(kLock));
    m_lock->setStaleLockTime(0);
    return m_lock->tryLock(0);
}

QString Recovery::fileOf(int number) const
{
    return QDir(m_session).filePath(QStringLiteral("%1.ardrun").arg(number));
}

void Recovery::wantWrite()
{
    if (!m_alarm.isActive() && !m_isOver)
        m_alarm.start(kGap);
}

void Recovery::write()
{
    if (m_isOver)
        return;
    QSet<int> unsaved;
    for (Run *run : m_runs->runs())
        if (run->frameCount() > 0 && !run->isSaved()) {
            unsaved.insert(run->number());
            writeRun(run);
        }
    for (const int number : m_written.keys())
        if (!unsaved.contains(number))
            removeFile(number);
}

void Recovery::writeRun(Run *run)
{
    const Written now{run->frameCount(), run->state(), run->name()}, before = m_written.value(run->number());
    if (before == now)
        return;
    if (!openSession()) {
        if (!std::exchange(m_hasFailed, true))
            m_log->append(QStringLiteral("warning"),
                          tr("Unsaved runs cannot be kept for a recovery in %1").arg(m_folder));
        return;
    }
    m_written.insert(run->number(), now);
    const QString path = fileOf(run->number());
    const QString cameFrom = m_cameFrom.take(run->number());
    const bool isRenamed = before.frames == now.frames && before.state == now.state; // the file is right as it is
    const auto save = [record = isRenamed ? nullptr : run->share(), path, name = now.name, cameFrom]() -> Status {
        if (record) {
            ARD_TRY(saveRun(*record, fileSystemPath(path)));
        }
        ARD_TRY(writeName(path, name));
        if (!cameFrom.isEmpty())
            removeRunFile(cameFrom);
        return {};
    };
    inBackground(&m_pool, this, save, [this, number = run->number(), cameFrom](const Status &saved) {
        if (saved)
            return;
        if (m_written.contains(number)) { // again, there may be room by then
            m_written[number] = {};
            if (!cameFrom.isEmpty())
                m_cameFrom.insert(number, cameFrom);
            wantWrite();
        }
        if (!std::exchange(m_hasFailed, true)) // a full disk fails at each of them
            m_log->append(QStringLiteral("warning"), coreSentence(saved.error()));
    });
}

void Recovery::removeFile(int number)
{
    m_written.remove(number);
    inBackground(
        &m_pool, this, [path = fileOf(number)] { return removeRunFile(path); }, [](bool) {});
}

void Recovery::bringBack()
{
    const QStringList files = std::exchange(m_found, {});
    m_reading = static_cast<int>(files.size());
    m_taken = 0;
    for (const QString &path : files)
        inBackground(
            &m_pool, this, [path] { return readFound(path); },
            [this, path](Result<FoundRun> found) { take(path, std::move(found)); });
}

void Recovery::take(const QString &path, Result<FoundRun> found)
{
    if (found) {
        auto *run = new Run(std::move(found->record));
        run->setName(found->name);
        m_cameFrom.insert(run->number(), path);
        m_runs->add(run);
        ++m_taken;
    } else {
        m_log->append(QStringLiteral("warning"), tr("%1 was not opened: %2").arg(path, coreSentence(found.error())));
    }
    if (--m_reading == 0)
        Q_EMIT broughtBack(m_taken);
}

void Recovery::discardFound()
{
    for (const QString &path : std::exchange(m_found, {}))
        removeRunFile(path);
    leaveFound();
}

void Recovery::keepFound()
{
    m_found.clear();
    m_foundLocks.clear();
    for (const QString &session : std::exchange(m_foundSessions, {}))
        QDir().rename(session, session + kKept);
}

void Recovery::end()
{
    m_isOver = true;
    m_alarm.stop();
    m_pool.waitForDone();
    m_lock.reset();
    if (!m_session.isEmpty())
        QDir(m_session).removeRecursively();
    leaveFound();
}

} // namespace ard::ui

#include "moc_Recovery.cpp"
