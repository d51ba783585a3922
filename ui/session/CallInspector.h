// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CallInspector: what happened inside a model call of a run, asked of the engine when somebody looks (inspect_call). Keeps the
// answer for one place, and asks one question at a time: of the places that were wanted meanwhile the last. GUI thread.
#include "protocol/Messages.h"
#include <QObject>
#include <QPointer>
#include <QString>

namespace ard::ui {

class Engines;
class EngineCall;
struct CallOutcome;
class Run;

class CallInspector : public QObject {
    Q_OBJECT

public:
    /// engines must outlive the inspector. The one that has the run's model is asked.
    explicit CallInspector(Engines *engines, QObject *parent = nullptr);

    /// The place of interest from now on: model call 1..M of a run (nullptr: none), position 0..N-1. Asks for it unless it is known.
    void look(Run *run, int call, int position);
    /// What is known of the place of interest; nullptr: nothing (yet).
    const CallInside *answer() const;
    bool isAsking() const { return m_asked.isValid(); }
    /// Why there is no answer, in one sentence; empty while there is one, or one may come.
    QString problem() const { return m_problem; }
    /// Asks again after a problem.
    void retry();

Q_SIGNALS:
    void changed(); ///< the answer, the problem, whether it asks

private:
    struct Place {
        QPointer<Run> run;
        int call = 0, position = -1;
        bool isValid() const { return run && call >= 1 && position >= 0; }
        bool operator==(const Place &) const = default;
    };

    void ask();
    QString whyNotAsk() const;
    void take(const CallOutcome &outcome);

    Engines *m_engines;
    Place m_wanted, m_asked, m_known; ///< m_asked: in flight; m_known: of the answer or the problem
    CallInside m_answer;
    QString m_problem;
    bool m_wasNotSent = false; ///< the problem is that the engine could not be asked
};

} // namespace ard::ui
