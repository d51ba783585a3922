// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EngineQuestion: something about a model call of a run that the engine is asked when somebody looks. Keeps the answer for one
// place, and asks one question at a time: of the places that were wanted meanwhile the last. GUI thread.
#include "protocol/Messages.h"
#include <QObject>
#include <QPointer>
#include <QString>
#include <array>

namespace ard::ui {

class Engines;
struct CallOutcome;
class Run;

class EngineQuestion : public QObject {
    Q_OBJECT

public:
    bool isAsking() const { return m_asked.isValid(); }
    /// Why there is no answer, in one sentence; empty while there is one, or one may come.
    QString problem() const { return m_problem; }
    /// Asks again after a problem.
    void retry();

Q_SIGNALS:
    void changed(); ///< the answer, the problem, whether it asks

protected:
    struct Place {
        QPointer<Run> run;       ///< nullptr: none
        int call = 0;            ///< model call 1..M
        std::array<int, 2> at{}; ///< where in it, from 0
        bool isValid() const { return run && call >= 1 && at[0] >= 0 && at[1] >= 0; }
        bool operator==(const Place &) const = default;
    };

    /// engines must outlive the question. The one that has the run's model is asked.
    EngineQuestion(Engines *engines, QObject *parent);

    /// The place of interest from now on. Asks about it unless that is known.
    void lookAt(const Place &place);
    /// What was kept last is about the place of interest.
    bool isKnown() const;
    const Place &wanted() const { return m_wanted; }

    virtual protocol::Body request(const Place &place) const = 0;
    /// Keeps the answer; false: it is none to such a request.
    virtual bool keep(const protocol::Body &answer) = 0;
    virtual QString noAnswer() const = 0; ///< the sentence for that

private:
    void ask();
    QString whyNotAsk() const;
    void take(const CallOutcome &outcome);

    Engines *m_engines;
    Place m_wanted, m_asked, m_known; ///< m_asked: in flight; m_known: of the answer or the problem
    QString m_problem;
    bool m_wasNotSent = false; ///< the problem is that the engine could not be asked
};

} // namespace ard::ui
