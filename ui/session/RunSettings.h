// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RunSettings: what the form holds, a plain value; GenerationForm: the same with change signals and the plan that comes
// from it, so that the plane can be drawn before any engine is there.
#include "base/Result.h"
#include "protocol/Messages.h"
#include "trace/RunRecord.h"
#include <QObject>
#include <QString>
#include <functional>
#include <optional>

namespace ard::ui {

struct RunSettings {
    QString source;
    quint64 seed = 1;
    int samplingSteps = 20;        ///< M
    TimestepScheduleSpec schedule; ///< length, diffusionSteps and knots come from the model
    bool lengthFromSource =
        false; ///< the model's length head chooses N; schedule.length is the longest, for the preview
    RulerSpec ruler;
    double eta = 1.0; ///< 0..1
    ClampMode clamp = ClampMode::Nearest;
    int clampFromCall = 1;
    // Kept from a run that was opened; the form does not show them.
    Solver solver = Solver::Ddim;
    double noiseTopP = 0;
    int stopWhenSettled = 0;

    /// A parameter of the timestep schedule by its name in timestepScheduleKinds() ("anchor-scale"); nullopt: unknown.
    std::optional<double> parameter(const std::string &name) const;
    bool setParameter(const std::string &name, double value);

    GenerationRequest request() const;
    static RunSettings fromRequest(const GenerationRequest &request);
    /// Everything but the source; the plan as the engine will make it, or one sentence that says what to change.
    /// made: the timestep schedule of these settings, or why there is none.
    Result<SamplingPlan> planPreview(const Result<std::shared_ptr<const TimestepSchedule>> &made) const;
};

/// A timestep schedule with what it was made of: making one checks every cell of a table, which takes a while.
struct MadeSchedule {
    TimestepScheduleSpec spec;
    Result<std::shared_ptr<const TimestepSchedule>> schedule = nullptr;
};

class GenerationForm : public QObject {
    Q_OBJECT

public:
    explicit GenerationForm(QObject *parent = nullptr);

    const RunSettings &settings() const { return m_settings; }
    void setSettings(const RunSettings &settings);
    /// N, T, the learned timestep schedule, and the defaults of the model (anchor scale, M and clamp only where the user has not changed them).
    void setModel(const protocol::ModelSummary &model);
    const protocol::ModelSummary &model() const { return m_model; }

    /// The plan of the present settings; empty (modelCalls() -1) when there is none: see problem().
    const SamplingPlan &plan() const { return m_plan; }
    bool hasPlan() const { return m_problem.isEmpty(); }
    QString problem() const { return m_problem; } ///< one sentence about M or the timestep schedule; empty: fine
    QString runProblem() const;                   ///< problem(), or that the source is empty; empty: can run
    int maximumSamplingSteps() const { return m_sentenceSteps; } ///< S, 0 when there is no timestep schedule
    /// Why a timestep schedule cannot be chosen with this model, in the window's language; empty: it can.
    QString whyNotOffered(const TimestepScheduleKind &kind) const;
    /// Why the present timestep schedule is not one the model was trained on; empty: it is, or nobody knows.
    QString offDistribution() const;

public Q_SLOTS:
    void setSource(const QString &source);
    void setSeed(quint64 seed);
    void newSeed(); ///< a random one of 0..999999
    void setSamplingSteps(int steps);
    void setScheduleKind(const QString &kind);
    void setScheduleParameter(const QString &name, double value);
    void setScheduleTable(std::shared_ptr<const ard::ScheduleTable> table); ///< and the kind custom
    /// The table in made's spec, checked already where the model's numbers are still those of the spec.
    void setScheduleTable(ard::ui::MadeSchedule made);
    void setRuler(const ard::RulerSpec &ruler);
    void setEta(double eta);
    void setClamp(ard::ClampMode clamp);

Q_SIGNALS:
    void changed();     ///< any value
    void planChanged(); ///< plan() or problem()
    void modelChanged();

private:
    void edit(const std::function<void(RunSettings &)> &change, bool affectsPlan);
    void rebuildPlan();

    RunSettings m_settings;
    protocol::ModelSummary m_model;
    SamplingPlan m_plan;
    QString m_problem;
    MadeSchedule m_made; ///< of m_settings.schedule once rebuildPlan() has run
    int m_sentenceSteps = 0;
    bool m_stepsEdited = false;
    bool m_anchorEdited = false;
    bool m_clampEdited = false;
};

} // namespace ard::ui
