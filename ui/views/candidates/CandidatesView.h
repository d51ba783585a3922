// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CandidatesView: the candidates of the cursor's run with the matrix of their agreement and what else one is chosen by. What is unticked is
// taken out, and the sentence above says who is chosen then.
#include "models/CandidateRisksModel.h"
#include "session/Session.h"
#include <QTableView>

class QLabel;
class QPushButton;

namespace ard::ui {

class CandidatesView : public QWidget {
    Q_OBJECT

public:
    /// session must outlive the view.
    explicit CandidatesView(Session *session, QWidget *parent = nullptr);

    CandidateRisksModel *model() { return &m_model; }
    QTableView *table() const { return m_table; }
    QString summary() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    QString whyChosen() const; ///< where all are in
    void showChoice();
    void fitColumns();

    CandidateRisksModel m_model;
    QLabel *m_summary;
    QPushButton *m_allIn;
    QTableView *m_table;
};

} // namespace ard::ui
