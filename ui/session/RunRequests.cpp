// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/RunRequests.h"
#include "session/CoreSentences.h"
#include "session/Engines.h"
#include "session/Feed.h"
#include <algorithm>
#include <utility>

namespace ard::ui {

RunRequests::RunRequests(Engines *engines, QObject *parent) : QObject(parent), m_engines(engines)
{
    // Queued: an engine tells its state in the middle of what it does.
    connect(engines, &Engines::statusChanged, this, &RunRequests::askIfDecided, Qt::QueuedConnection);
}

void RunRequests::follow(Run *run, EngineCall *call)
{
    feed(call, run);
    m_calls.insert(run, call);
    connect(call, &EngineCall::ended, this, [this, run] {
        m_calls.remove(run);
        Q_EMIT ended(run);
    });
}

void RunRequests::askTogether(std::vector<Group> groups)
{
    for (Group &group : groups) {
        m_engines->retry(group.model);
        m_waiting.push_back(std::move(group));
    }
    Q_EMIT waitingChanged();
    askIfDecided();
}

void RunRequests::askIfDecided()
{
    if (m_waiting.empty())
        return;
    const bool isAnyOpen = std::any_of(m_waiting.begin(), m_waiting.end(), [this](const Group &group) {
        const EngineClient *engine = m_engines->of(group.model);
        return engine && !Engines::isDecided(engine);
    });
    if (isAnyOpen)
        return;
    for (const Group &group : std::exchange(m_waiting, {}))
        ask(group);
    Q_EMIT waitingChanged();
}

void RunRequests::ask(const Group &group)
{
    EngineClient *engine = m_engines->of(group.model);
    if (!engine) // its lane has another model now
        return failAll(group, tr("The lane was closed before its model was there"));
    if (const QString problem = m_engines->problem(group.model); !problem.isEmpty())
        return failAll(group, problem);
    std::vector<GenerationRequest> requests;
    for (Run *run : group.runs)
        requests.push_back(run->record().request);
    const auto calls = engine->askTogether(std::move(requests));
    if (!calls)
        return failAll(group, coreSentence(calls.error()));
    for (qsizetype i = 0; i < group.runs.size(); ++i)
        follow(group.runs[i], calls->at(i));
}

void RunRequests::failAll(const Group &group, const QString &reason)
{
    for (Run *run : group.runs) {
        run->fail(reason);
        Q_EMIT ended(run);
    }
}

void RunRequests::cancel(const Run *run)
{
    if (EngineCall *call = m_calls.value(run))
        call->cancel();
    for (Group &group : m_waiting)
        for (Run *one : std::as_const(group.runs))
            if (one == run)
                return cancelWaiting(one);
}

void RunRequests::cancelAll()
{
    for (EngineCall *call : std::as_const(m_calls))
        call->cancel();
    QList<Run *> waiting;
    for (const Group &group : m_waiting)
        waiting += group.runs;
    for (Run *run : std::as_const(waiting))
        cancelWaiting(run);
}

void RunRequests::cancelWaiting(Run *run)
{
    for (Group &group : m_waiting)
        group.runs.removeAll(run);
    std::erase_if(m_waiting, [](const Group &group) { return group.runs.isEmpty(); });
    run->finish({{}, 0, 0, true});
    Q_EMIT ended(run);
    Q_EMIT waitingChanged();
    askIfDecided();
}

} // namespace ard::ui

#include "moc_RunRequests.cpp"
