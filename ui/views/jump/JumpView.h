// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// JumpView: the open jump: every sentence step that a model call skips, each token's timestep there and, on request, what the
// network says there, beside the jump as it was taken. A row that the network has answered is a moment of the film: choosing it
// moves the cursor there.
#include "models/JumpModel.h"
#include "session/Session.h"
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;

namespace ard::ui {

class ElidedLabel;

class JumpView : public QWidget {
    Q_OBJECT

public:
    /// session must outlive the view.
    explicit JumpView(Session *session, QWidget *parent = nullptr);

    JumpModel *model() { return &m_model; }
    QTableView *table() const { return m_table; }
    QPushButton *askButton() const { return m_ask; }
    QPushButton *cancelButton() const { return m_cancel; }
    QString summary() const; ///< where the two ways part and how far, or why nothing can be said

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildTable();
    void refresh();
    void showSummary();
    void showColumns();
    int columnWidth(int column) const;
    void applySizes();
    QString cost() const;
    QString comparedText() const;

    Session *m_session;
    JumpModel m_model;
    ElidedLabel *m_title;
    QLabel *m_summary;
    QPushButton *m_ask;
    QPushButton *m_cancel;
    QProgressBar *m_progress;
    QTableView *m_table;
};

} // namespace ard::ui
