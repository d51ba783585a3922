// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// GenerationForm: what will be asked next: a GenerationRequest with change signals, which of its parameters a person has
// set, and the plan that comes from it, so that the plane can be drawn before any engine is there. GUI thread.
#include "base/Result.h"
#include "protocol/ModelDefaults.h"
#include "trace/RequestParameters.h"
#include <QObject>
#include <QString>
#include <functional>

namespace ard::ui {

/// A timestep schedule with what it was made of: making one checks every cell of a table, which takes a while.
struct MadeSchedule {
    TimestepScheduleSpec spec;
    Result<std::shared_ptr<const TimestepSchedule>> schedule = nullptr;
};

/// Why the timestep schedule is not one the model was trained on, in the window's language; empty: it is, or nobody knows.
QString offDistribution(const TimestepScheduleSpec &schedule, const protocol::ModelSummary &model);

class GenerationForm : public QObject {
    Q_OBJECT

public:
    explicit GenerationForm(QObject *parent = nullptr);

    /// As it is edited: N is the model's longest also where its length head chooses one for each source.
    const GenerationRequest &values() const { return m_values; }
    QString source() const { return QString::fromStdString(m_values.source); }
    /// Of the file that the table of the custom timestep schedule was loaded from; empty: of none, or of one not known.
    QString tableName() const;
    /// As it is sent.
    GenerationRequest request() const { return asSent(m_values, m_model); }
    /// The present values for another model: N, T and the learned timesteps are that one's, all else stays.
    GenerationRequest valuesFor(const protocol::ModelSummary &model) const;
    /// Values for a model as they are sent.
    static GenerationRequest asSent(GenerationRequest values, const protocol::ModelSummary &model);
    /// Everything that a run was asked, but what it went on from: its continuations, and the lengths of its candidates. N, T and
    /// the learned timestep schedule stay the model's. What is taken counts as set by a person.
    void takeRequest(const GenerationRequest &request);
    /// N, T, the learned timestep schedule, and the model's defaults for what the user has not set (takeModelDefaults).
    void setModel(const protocol::ModelSummary &model);
    const protocol::ModelSummary &model() const { return m_model; }

    /// The plan of the present values; empty (modelCalls() -1) when there is none: see problem().
    const SamplingPlan &plan() const { return m_plan; }
    bool hasPlan() const { return m_problem.isEmpty(); }
    /// The plan of other values, in the place of the present ones. Error: one sentence.
    static Result<SamplingPlan> planOf(const GenerationRequest &values);
    /// One sentence about a number or the timestep schedule, or about a field that cannot be read; empty: fine.
    QString problem() const { return m_unreadable.isEmpty() ? m_problem : m_unreadable; }
    /// Why a field cannot be read, as setUnreadable() was told; empty: all can.
    QString unreadable() const { return m_unreadable; }
    QString runProblem() const; ///< problem(), or that the source is empty; empty: can run
    int maximumSamplingSteps() const { return m_sentenceSteps; } ///< S, 0 when there is no timestep schedule
    /// The largest value of a parameter that makes a plan now.
    double largest(const RequestParameter &parameter) const;
    /// Why a timestep schedule cannot be chosen with this model, in the window's language; empty: it can.
    QString whyNotOffered(const TimestepScheduleKind &kind) const
    {
        return whyNotOffered(kind, m_values.schedule.knots != nullptr);
    }
    static QString whyNotOffered(const TimestepScheduleKind &kind, bool hasLearned); ///< the same of any model
    /// Why the present timestep schedule is not one the model was trained on; empty: it is, or nobody knows.
    QString offDistribution() const { return ui::offDistribution(m_values.schedule, m_model); }

public Q_SLOTS:
    void setSource(const QString &source);
    /// name: of requestParameters(). The value is not checked: problem() says what is wrong with it.
    void setParameter(const std::string &name, const ard::ParameterValue &value);
    void setSeed(quint64 seed);
    void newSeed(); ///< a random one of 0..999999
    void setSamplingSteps(int steps);
    void setScheduleKind(const QString &kind);
    /// name: of scheduleParameters().
    void setScheduleParameter(const QString &name, double value);
    void setScheduleTable(std::shared_ptr<const ard::ScheduleTable> table); ///< and the kind custom
    /// The table in made's spec, checked already where the model's numbers are still those of the spec.
    void setScheduleTable(ard::ui::MadeSchedule made);
    /// With a list, M is what the list makes; without one, again what it was before.
    void setRuler(const ard::RulerSpec &ruler);
    /// A field shows what cannot be read, so that the values are not what is shown: why, or empty when it can be again.
    void setUnreadable(const QString &why);

Q_SIGNALS:
    void changed();     ///< any value
    void planChanged(); ///< plan() or problem()
    void modelChanged();

private:
    void edit(const std::function<void(GenerationRequest &)> &change, bool affectsPlan);
    void takeTable(std::shared_ptr<const ScheduleTable> table, const std::string &name);
    void rebuildPlan();
    static Result<SamplingPlan> makePlan(const GenerationRequest &values, const MadeSchedule &made);

    GenerationRequest m_values;
    GivenParameters m_edited;
    protocol::ModelSummary m_model;
    SamplingPlan m_plan;
    QString m_problem, m_unreadable;
    MadeSchedule m_made; ///< of m_values.schedule once rebuildPlan() has run
    int m_sentenceSteps = 0;
    int m_stepsWithoutList = 0; ///< M to go back to when the ruler is a list no more
};

} // namespace ard::ui
