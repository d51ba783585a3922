// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Jumps: "into the jump": one model call of a lane's run taken apart into every sentence step that it skips. Where every token is
// there follows from the timestep schedule alone, at once; what the network says there is asked of the engine (fill_skipped) and
// becomes part of the lane's film. GUI thread.
#include "session/Engines.h"
#include "session/Lane.h"
#include "trace/Insight.h"
#include <QPointer>
#include <map>
#include <optional>

namespace ard::ui {

class Jumps : public QObject {
    Q_OBJECT

public:
    /// engines must outlive it. The one that has the run's model is asked.
    explicit Jumps(Engines *engines, QObject *parent = nullptr) : QObject(parent), m_engines(engines) { }

    Lane *lane() const { return m_lane; } ///< nullptr: none is open
    int call() const { return m_call; }   ///< 1..M of the lane's run, 0: none is open
    /// The way in every sentence step: first row before the call, last row after it. Empty: none is open, or the timestep schedule
    /// of the run does not lead there (it was continued with another one).
    const SamplingPlan &way() const { return m_way; }
    int skipped() const { return std::max(0, m_way.modelCalls() - 1); }
    /// How long asking will take, about, from the run's own model calls; 0: nobody knows.
    double estimatedSeconds() const;
    QString whyNotFill() const; ///< one sentence; empty: fill() can be asked for
    bool isFilling() const { return m_asking != nullptr; }
    int done() const;                             ///< steps that the engine has answered
    Run *filled() const;                          ///< the run of small steps; nullptr: none, or not begun
    QString problem() const { return m_problem; } ///< why the last fill() failed
    const FilledSteps *comparison() const;        ///< of the two ways, when all steps are there; nullptr: not yet
    const FilledSteps *comparison(const Run *run, int call) const; ///< the same of any jump; run may be nullptr
    /// Steps that were filled in before (a file's) come into the lane's film; false: they do not fit its run. Takes them.
    bool bringBack(Lane *lane, int call, RunRecord steps, const std::optional<FilledSteps> &compared);

public Q_SLOTS:
    void open(ard::ui::Lane *lane, int call); ///< nothing where the lane's run has no such call
    void close();
    void fill();
    void cancel();

Q_SIGNALS:
    void opened();   ///< a jump was asked for: its view should be seen
    void changed();  ///< anything of the open jump
    void advanced(); ///< done()

private:
    void watch(Run *run);
    SamplingPlan makeWay(const Run &run, int call) const;
    void onEnded(int run, int call, const CallOutcome &outcome);

    Engines *m_engines;
    QPointer<Lane> m_lane;
    int m_call = 0;
    SamplingPlan m_way;
    QPointer<EngineCall> m_asking;
    QString m_problem;
    std::map<std::pair<int, int>, FilledSteps> m_answers; ///< by number of the run and model call
};

} // namespace ard::ui
