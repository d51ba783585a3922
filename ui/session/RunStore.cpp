// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/RunStore.h"
#include "session/Background.h"
#include "trace/RunFile.h"
#include <QFile>
#include <QFileInfo>
#include <QPointer>

namespace ard::ui {

namespace {

std::filesystem::path fileSystemPath(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

/// A file that decodes can still hold frames that do not fit its plan.
Result<RunRecord> loadChecked(const QString &path)
{
    ARD_ASSIGN(RunRecord record, loadRun(fileSystemPath(path)));
    ARD_TRY(Run::checkRecord(record));
    return record;
}

} // namespace

RunStore::RunStore(QObject *parent) : QObject(parent) { }

RunStore::~RunStore()
{
    m_jobsPool.waitForDone();
}

int RunStore::indexOf(const Run *run) const
{
    return static_cast<int>(m_runs.indexOf(run));
}

Run *RunStore::add(Run *run)
{
    const int index = size();
    run->setParent(this);
    Q_EMIT aboutToAdd(index);
    m_runs.append(run);
    Q_EMIT added(index);
    const auto announce = [this, run] {
        if (const int at = indexOf(run); at >= 0)
            Q_EMIT changed(at);
    };
    connect(run, &Run::stateChanged, this, announce);
    connect(run, &Run::frameAdded, this, announce);
    connect(run, &Run::savedChanged, this, announce);
    connect(run, &Run::nameChanged, this, announce);
    setCurrent(run);
    return run;
}

void RunStore::setCurrent(Run *run)
{
    if (run == m_current || (run && !m_runs.contains(run)))
        return;
    m_current = run;
    Q_EMIT currentChanged(run);
}

bool RunStore::remove(Run *run)
{
    const int index = indexOf(run);
    if (index < 0 || run->isLive())
        return false;
    if (run == m_current)
        setCurrent(at(index > 0 ? index - 1 : index + 1));
    Q_EMIT aboutToRemove(index);
    m_runs.removeAt(index);
    Q_EMIT removed(index);
    run->disconnect(this);
    run->deleteLater();
    return true;
}

void RunStore::save(Run *run, const QString &path)
{
    addJob(1);
    const QPointer<Run> saving = run;
    const int frames = run->frameCount();
    const Run::State state = run->state();
    const auto write = [record = run->record(), path] { return saveRun(record, fileSystemPath(path)); };
    inBackground(&m_jobsPool, this, write, [=, this](const Status &status) {
        addJob(-1);
        if (!status) {
            Q_EMIT saveFailed(saving, path, QString::fromStdString(status.error().message));
            return;
        }
        if (saving && saving->frameCount() == frames && saving->state() == state) // it may have grown meanwhile
            saving->markSaved(path);
        Q_EMIT saved(saving, path);
    });
}

void RunStore::open(const QString &path)
{
    addJob(1);
    inBackground(
        &m_jobsPool, this, [path] { return loadChecked(path); },
        [this, path](Result<RunRecord> record) {
            addJob(-1);
            if (!record) {
                Q_EMIT openFailed(path, QString::fromStdString(record.error().message));
                return;
            }
            auto *run = new Run(std::move(*record), this);
            run->markSaved(path);
            run->setName(QFileInfo(path).completeBaseName());
            add(run);
            Q_EMIT opened(run, path);
        });
}

QList<Run *> RunStore::unsaved() const
{
    QList<Run *> lost;
    for (Run *run : m_runs)
        if (run->isLive() || (run->frameCount() > 0 && !run->isSaved()))
            lost.append(run);
    return lost;
}

void RunStore::addJob(int change)
{
    const bool before = isBusy();
    m_jobs += change;
    if (isBusy() != before)
        Q_EMIT busyChanged(isBusy());
}

} // namespace ard::ui
