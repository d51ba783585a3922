// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Film: what of a run can be shown, in order, and how it reads. Moments are the starting noise, the state after every model
// call, and the filled in sentence steps between two calls. While there is no run, a plan alone. Frames are announced with
// the tick, several at once; they can be read as soon as the run has them. GUI thread.
#include "session/Moment.h"
#include "session/Run.h"
#include "session/Tick.h"
#include <QObject>
#include <QPointer>
#include <map>

namespace ard::ui {

/// When a position settled, as model calls; 0: not yet, or nobody can know.
struct SettleSteps {
    int byWord = 0;
    int bySchedule = 0;
    bool provisional = true; ///< byWord is where the word came up that may still change
};

class Film : public QObject {
    Q_OBJECT

public:
    /// tick must outlive the film.
    explicit Film(Tick *tick, QObject *parent = nullptr);

    Run *run() const { return m_run; }
    void setRun(Run *run); ///< nullptr: the plan; also when the run is deleted
    /// What is shown while there is no run. An empty plan: nothing.
    void setPlan(SamplingPlan plan, int diffusionSteps);
    const SamplingPlan &plan() const { return m_run ? m_run->plan() : m_plan; }
    int diffusionSteps() const { return m_run ? m_run->diffusionSteps() : m_diffusionSteps; } ///< T
    int length() const;                                                                       ///< N, 0: no plan
    int modelCalls() const { return std::max(plan().modelCalls(), 0); }                       ///< M

    // The order of moments
    int size() const;                 ///< moments there are; 0 without a run
    Moment at(int index) const;       ///< 0..size()-1, clamped
    int indexOf(Moment moment) const; ///< of a moment there is
    bool contains(Moment moment) const;
    Moment nearest(Moment moment) const; ///< the last there is that is not later
    Moment last() const { return at(size() - 1); }

    /// The sentence steps that model call 1..M skips, one by one (the answer to fill_skipped), are shown before it; what
    /// was there for this call goes. Takes the run, which may still grow. Error, and the run is not taken: it does not lead
    /// from the state before the call to the one after it.
    Status insert(int call, Run *filled);
    Run *filled(int call) const; ///< nullptr: none

    // How a moment reads. Empty, nullptr or -1 where there is none; no word at the starting noise.
    const StepFrame *frame(Moment moment) const;
    const TokenState *token(Moment moment, int position) const;
    int timestep(Moment moment, int position) const;
    int sentenceStep(Moment moment) const;
    double noiseLevel(Moment moment, int position) const; ///< 0..1, of the timestep
    QString label(Moment moment, int position) const;     ///< the word
    QString previousLabel(Moment moment, int position) const;
    bool hasChanged(Moment moment, int position) const; ///< another word than one moment before
    bool startsWord(Moment moment, int position) const;
    bool isPadding(Moment moment, int position) const;
    QString text(Moment moment) const; ///< the sentence
    double probability(Moment moment, int position) const { return probabilityOf(token(moment, position)); }

    // Settling. At a moment nobody knows what comes later, so that only timestep 0 tells that a position is done; all is
    // known at the last model call. The same while the run grows and afterwards.
    bool isSettledBySchedule(Moment moment, int position) const { return timestep(moment, position) == 0; }
    bool isSettled(Moment moment, int position, Sight sight) const;
    SettleSteps settleSteps(Moment moment, int position, Sight sight) const;

Q_SIGNALS:
    void runChanged(ard::ui::Run *run);
    void planChanged();             ///< of the run that starts, or while there is none: length and timesteps are others
    void grew(int first, int last); ///< these model calls are there now
    void filledChanged(int call);
    void stateChanged(); ///< of the run

private:
    struct Source {
        const Run *run;
        int step;
    };

    static double probabilityOf(const TokenState *token) { return token ? wordProbability(*token) : 0; }
    Source source(Moment moment) const;
    int subs(int call) const; ///< filled in steps there are behind a call
    bool knowsAll(Moment moment, Sight sight) const;
    int unchangedSince(int call, int position) const;
    void announce();

    Tick *m_tick;
    QPointer<Run> m_run;
    SamplingPlan m_plan;
    int m_diffusionSteps = 0;
    std::map<int, QPointer<Run>> m_filled; ///< by the model call behind which they stand, 0..M-1
    int m_announced = 0;                   ///< frames
};

} // namespace ard::ui
