// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RunRequests: the runs that are asked for, each with the call of the engine that makes it. Runs of several models wait until
// their engines have them, and then begin together. GUI thread.
#include "session/Run.h"
#include <QHash>
#include <QList>
#include <QObject>
#include <vector>

namespace ard::ui {

class EngineCall;
class Engines;

class RunRequests : public QObject {
    Q_OBJECT

public:
    /// Runs of one engine, which make up one batch there.
    struct Group {
        QString model; ///< its folder, as Engines::of() has it
        QList<Run *> runs;
    };

    /// engines must outlive it.
    explicit RunRequests(Engines *engines, QObject *parent = nullptr);

    void follow(Run *run, EngineCall *call); ///< the run grows with what comes of the call
    /// When every engine has its model or cannot get it. Where it cannot, its runs fail with the reason, the others begin.
    void askTogether(std::vector<Group> groups);
    bool isAnyLive() const { return !m_calls.isEmpty() || !m_waiting.empty(); }
    void cancel(const Run *run); ///< nothing when it is not live
    void cancelAll();

Q_SIGNALS:
    void waitingChanged(); ///< whether any run waits for its engine
    void ended(ard::ui::Run *run);

private:
    void askIfDecided();
    void ask(const Group &group);
    void failAll(const Group &group, const QString &reason);
    void cancelWaiting(Run *run);

    Engines *m_engines;
    QHash<const Run *, EngineCall *> m_calls;
    std::vector<Group> m_waiting;
};

} // namespace ard::ui
