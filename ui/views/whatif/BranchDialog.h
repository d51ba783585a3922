// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BranchDialog: a branch from a cell: which word, held or free, and what else is to be another for the rest.
#include "session/Session.h"
#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace ard::ui {

class ScheduleChoice;

class BranchDialog : public QDialog {
    Q_OBJECT

public:
    enum class Asks { Word, Anything };

    /// session must outlive the dialog. The cell's lane has a run.
    BranchDialog(Session *session, const Cell &cell, Asks asks, QWidget *parent = nullptr);

    void accept() override; ///< makes the branch, or says in the dialog why there is none

private:
    void addWord(QFormLayout *form, Asks asks);
    void addRest(QFormLayout *form);
    QCheckBox *addRow(QFormLayout *form, const QString &title, QWidget *editor);
    void showChange();
    Result<Continuation> changes() const;
    TimestepScheduleSpec schedule() const; ///< what the rest starts from
    Status takeRest(Continuation &changes) const;

    Session *m_session;
    Cell m_cell;
    QComboBox *m_change, *m_word; ///< what is done to the position, and the word: candidates, or typed
    QCheckBox *m_hasSeed, *m_hasSchedule, *m_hasRuler, *m_hasSteps, *m_beside;
    QLineEdit *m_seed, *m_ruler;
    ScheduleChoice *m_schedule;
    QSpinBox *m_steps;
    QLabel *m_problem;
};

/// Opens the dialog; it deletes itself, and goes with the run that it is about. Nothing, but a notice, where no branch can be made.
void askForBranch(Session *session, const Cell &cell, BranchDialog::Asks asks, QWidget *parent);

} // namespace ard::ui
