// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/RunStore.h"
#include "session/Background.h"
#include "session/CoreSentences.h"
#include "session/PathText.h"
#include "trace/RunFile.h"
#include "trace/RunJson.h"
#include <QFileInfo>
#include <QPointer>
#include <algorithm>
#include <utility>

namespace ard::ui {

namespace {

/// A file that decodes can still hold frames that do not fit its plan.
Result<RunRecord> loadCheckedRun(const QString &path)
{
    ARD_ASSIGN(RunRecord record, loadRun(fileSystemPath(path)));
    ARD_TRY(Run::checkRecord(record));
    return record;
}

} // namespace

RunStore::RunStore(Tick *tick, QObject *parent) : QObject(parent), m_tick(tick)
{
    connect(tick, &Tick::ticked, this, [this] {
        for (const Run *run : std::exchange(m_grown, {}))
            announce(run);
    });
}

RunStore::~RunStore()
{
    m_jobsPool.waitForDone();
}

int RunStore::indexOf(const Run *run) const
{
    return static_cast<int>(m_runs.indexOf(run));
}

Run *RunStore::parent(const Run *run) const
{
    if (!run->isBranch())
        return nullptr;
    if (m_runs.contains(run->branchOf()))
        return run->branchOf();
    GenerationRequest request = run->record().request;
    request.continuations.pop_back();
    const nlohmann::json wanted = requestToJson(request);
    const auto isParent = [&](const Run *other) {
        const RunRecord &record = other->record();
        return other != run && record.request.continuations.size() == request.continuations.size() &&
            record.provenance.modelFingerprint == run->record().provenance.modelFingerprint &&
            record.request.source == request.source && requestToJson(record.request) == wanted;
    };
    return m_runs.value(std::find_if(m_runs.begin(), m_runs.end(), isParent) - m_runs.begin());
}

int RunStore::depth(const Run *run) const
{
    int depth = 0;
    while ((run = parent(run)) && depth < kMaxContinuations)
        ++depth;
    return depth;
}

/// Where a run that is not here yet belongs.
int RunStore::placeOf(const Run *run) const
{
    const int above = indexOf(parent(run));
    if (above < 0)
        return size();
    int place = above + 1;
    const int depth = this->depth(m_runs[above]);
    while (place < size() && this->depth(m_runs[place]) > depth)
        ++place;
    return place;
}

Run *RunStore::add(Run *run)
{
    run->setParent(this);
    connect(run, &Run::stateChanged, this, [this, run] { announce(run); });
    connect(run, &Run::savedChanged, this, [this, run] { announce(run); });
    connect(run, &Run::nameChanged, this, [this, run] { announce(run); });
    connect(run, &Run::frameAdded, this, [this, run] {
        m_grown.insert(run);
        m_tick->request();
    });
    if (!run->branchOf())
        run->setBranchOf(parent(run)); // of a file
    insert(placeOf(run), run);
    return run;
}

void RunStore::insert(int index, Run *run)
{
    Q_EMIT aboutToAdd(index);
    m_runs.insert(index, run);
    Q_EMIT added(index);
}

void RunStore::announce(const Run *run)
{
    m_grown.remove(run);
    if (const int index = indexOf(run); index >= 0)
        Q_EMIT changed(index);
}

bool RunStore::remove(Run *run)
{
    const int index = indexOf(run);
    if (index < 0 || run->isLive())
        return false;
    Q_EMIT aboutToRemove(index);
    m_runs.removeAt(index);
    m_removed.append({run, index});
    Q_EMIT removed(index);
    if (m_removed.size() > kMaxRemoved)
        m_removed.takeFirst().run->deleteLater();
    return true;
}

void RunStore::drop(Run *run)
{
    if (remove(run))
        m_removed.takeLast().run->deleteLater();
}

Run *RunStore::restore()
{
    if (!canRestore())
        return nullptr;
    const auto [run, index] = m_removed.takeLast();
    insert(std::min(index, size()), run);
    return run;
}

void RunStore::save(Run *run, const QString &path)
{
    addJob(1);
    const QPointer<Run> saving = run;
    const int frames = run->frameCount();
    const Run::State state = run->state();
    const auto write = [record = run->share(), path] { return saveRun(*record, fileSystemPath(path)); };
    inBackground(&m_jobsPool, this, write, [=, this](const Status &status) {
        addJob(-1);
        if (!status) {
            Q_EMIT saveFailed(saving, path, coreSentence(status.error()));
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
        &m_jobsPool, this, [path] { return loadCheckedRun(path); },
        [this, path](Result<RunRecord> record) {
            addJob(-1);
            if (!record) {
                Q_EMIT openFailed(path, coreSentence(record.error()));
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
        if (run->isLive() || (run->frameCount() > run->callsBefore() && !run->isSaved()))
            lost.append(run);
    return lost;
}

void RunStore::addJob(int change)
{
    m_jobs += change;
}

} // namespace ard::ui

#include "moc_RunStore.cpp"
