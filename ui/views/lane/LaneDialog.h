// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LaneDialog: what a lane has of its own. Each setting has a tick: without it the lane has what the form says, as all lanes.
#include "session/Session.h"
#include <QDialog>
#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace ard::ui {

class ScheduleChoice;

class LaneDialog : public QDialog {
    Q_OBJECT

public:
    /// Both must outlive the dialog.
    LaneDialog(Session *session, Lane *lane, QWidget *parent = nullptr);

    /// As it is edited. Error: one sentence about a field that cannot be read.
    Result<LaneChanges> changes() const;

public Q_SLOTS:
    /// Only when a plan comes of it; otherwise the reason is shown and nothing changes.
    void accept() override;

private:
    QCheckBox *addRow(QFormLayout *form, const QString &title, QWidget *editor, bool isOwn);
    void addModel(QFormLayout *form);
    void addSchedule(QFormLayout *form, const GenerationRequest &now);
    void addNumbers(QFormLayout *form, const GenerationRequest &now);
    void showOffered(); ///< which timestep schedules the chosen model can have
    std::optional<protocol::ModelSummary> chosenModel() const;
    /// The form's values as the lane's model has them.
    GenerationRequest common() const;

    Session *m_session;
    Lane *m_lane;
    std::vector<protocol::ModelSummary> m_modelList;
    QCheckBox *m_hasModel, *m_hasSchedule, *m_hasSteps, *m_hasEta, *m_hasSeed, *m_hasClamp, *m_hasRuler;
    QComboBox *m_model, *m_clamp;
    ScheduleChoice *m_schedule;
    QSpinBox *m_steps;
    QDoubleSpinBox *m_eta;
    QLineEdit *m_seed, *m_ruler;
    QLabel *m_problem;
    bool m_hasTable = false; ///< for a custom timestep schedule
};

} // namespace ard::ui
