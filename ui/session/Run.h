// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Run: a RunRecord that grows while the engine sends frames and then stays as it is, whatever becomes of the engine.
// Words: "step" m of 0..frameCount() is the state after model call m; step 0 is the starting noise. GUI thread.
#include "protocol/Messages.h"
#include "session/SettleTracker.h"
#include "trace/Branching.h"
#include "trace/RunRecord.h"
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>
#include <memory>

namespace ard::ui {

class Run : public QObject {
    Q_OBJECT

public:
    enum class State {
        Waiting, ///< asked for, no answer yet
        Live,    ///< the engine is at work on it
        Complete,
        Cancelled,   ///< stopped by the user; the frames so far stay
        Interrupted, ///< the engine stopped or was lost; the frames so far stay
        Failed       ///< the engine refused it, or sent something that does not fit
    };
    Q_ENUM(State)

    /// A run that is to be executed. The plan follows from the settings where it can be made (empty until then).
    explicit Run(const GenerationRequest &request, QObject *parent = nullptr);
    /// A branch: what it begins with (recordUpTo), the plan that it goes on from, as long as its own is not known, and what is
    /// changed. It has the frames of what it begins with at once.
    Run(RunRecord before, SamplingPlan plan, const Continuation &continuation, QObject *parent = nullptr);
    /// A recorded run (a file). Its frames must fit its plan: see checkRecord().
    explicit Run(RunRecord record, QObject *parent = nullptr);

    int number() const { return m_number; } ///< 1, 2, .. in the order of creation within the program
    QString title() const;                  ///< "#3 name[Blue Spice].. (ar-diffusion, M 20, seed 1)"
    QString name() const { return m_name; } ///< given by the user, or that of the file it was opened from; often empty
    void setName(const QString &name);
    State state() const { return m_state; }
    bool isLive() const { return m_state == State::Waiting || m_state == State::Live; }
    QString reason() const { return m_reason; } ///< one sentence when cancelled, interrupted or failed
    QString stateText() const;                  ///< "running, 7 of 20 calls", "interrupted after 7 of 20 calls: .."

    const RunRecord &record() const { return *m_record; }
    /// The record as it is now, to be read on any thread; a run that grows meanwhile goes on in a copy of its own.
    std::shared_ptr<const RunRecord> share() const { return m_record; }
    const SamplingPlan &plan() const { return m_record->plan; }
    int length() const;                                                              ///< N; 0 until the plan is known
    int diffusionSteps() const { return m_record->request.schedule.diffusionSteps; } ///< T
    int modelCalls() const; ///< M as planned; 0 until the plan is known
    int frameCount() const { return static_cast<int>(m_record->frames.size()); } ///< model calls done so far
    const protocol::SourceReading &source() const { return m_source; }           ///< empty of a run from a file

    /// Frame of model call 1..frameCount(); nullptr outside.
    const StepFrame *frame(int call) const;
    /// Token of model call 1..frameCount(), position 0..N-1; nullptr outside.
    const TokenState *token(int call, int position) const;
    /// Timestep of a position after step 0..M by the plan (before any call: step 0); -1 outside.
    int timestep(int step, int position) const;
    int sentenceStep(int step) const;      ///< of the plan, -1 outside
    double noiseLevel(int timestep) const; ///< standard deviation sqrt(1 - alphaBar[t]), 0..1; NaN outside

    QString piece(std::int32_t wordId) const;     ///< U+2581 for a leading space; empty for -1; "#17" if unnamed
    QString label(std::int32_t wordId) const;     ///< for cells: the piece without U+2581; a lone one as U+2423
    static QString labelOf(const QString &piece); ///< the same of any piece
    bool startsWord(std::int32_t wordId) const;   ///< false: joined to the piece on its left
    bool isPadding(std::int32_t wordId) const;
    QString labelAt(int step, int position) const; ///< empty at step 0
    /// The sentence at a step: pieces joined, padding left out. At the end of a complete run the engine's own text.
    QString textAt(int step) const;

    const SettleTracker &settle() const { return m_settle; }

    bool isBranch() const { return !m_record->request.continuations.empty(); }
    int callsBefore() const
    {
        return m_record->callsBefore;
    } ///< model calls that it has of the run that it goes on from
    const std::vector<MadeChange> &changes() const { return m_changes; } ///< of all branches up to this one
    /// It is held at a word, in model call 1..M.
    bool isPinned(int call, int position) const { return pinAt(m_changes, call, position) != nullptr; }
    Run *branchOf() const { return m_branchOf; } ///< the run that it was made from here; nullptr: not so, or it is gone
    void setBranchOf(Run *run) { m_branchOf = run; }

    QString filePath() const { return m_filePath; } ///< empty: never saved
    bool isSaved() const { return m_saved; }        ///< no change since it was saved or opened
    bool isRecorded() const { return m_recorded; }  ///< it came from a file, not from this session's engine
    void markSaved(const QString &path);

    // Fed by feed().
    /// Error when the plan does not hold together; nothing changes then.
    Status begin(const protocol::StartedEvent &event);
    /// Error when the frame is not the next one or has the wrong length or values out of range; nothing changes then.
    Status append(const protocol::FrameEvent &event);
    void finish(const protocol::FinishedEvent &event);
    void fail(const QString &reason);
    void interrupt(const QString &reason);

    /// What a Run relies on: plan rows of equal length, frames in order with N tokens, timesteps within 0..T-1.
    static Status checkRecord(const RunRecord &record);

Q_SIGNALS:
    void started();            ///< the plan and provenance as really run are there
    void frameAdded(int call); ///< 1..M, after the frame is stored
    void repaired();           ///< before frameAdded: the frame of a repair has brought timesteps into the plan
    void stateChanged();       ///< of any kind
    void finished();           ///< after stateChanged: no frame will come any more, for whatever reason
    void savedChanged();
    void nameChanged();

private:
    RunRecord &own();
    void end(State state, const QString &reason);
    void absorb(const std::map<std::int32_t, std::string> &words);
    void prepareNoise();
    void settleAnew();
    void takePlan(const SamplingPlan &rest);
    static Status checkPlan(const SamplingPlan &plan, int diffusionSteps);
    static Status checkFrame(const SamplingPlan &plan, const StepFrame &frame, int call);

    int m_number;
    std::shared_ptr<RunRecord> m_record = std::make_shared<RunRecord>(); ///< written to through own() only
    State m_state = State::Waiting;
    QString m_reason;
    protocol::SourceReading m_source;
    QHash<std::int32_t, QString> m_pieces;
    SettleTracker m_settle;
    std::vector<MadeChange> m_changes;
    QPointer<Run> m_branchOf;
    std::vector<double> m_noiseLevels; ///< [T]
    QString m_filePath;
    bool m_saved = false;
    bool m_recorded = false;
    QString m_name;
};

} // namespace ard::ui
