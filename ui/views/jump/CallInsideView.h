// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CallInsideView: the stages inside the model call that led to the cursor's moment, one after the other: the words of all
// positions at each, and the formula of the selected token. Asks only while it is on the screen.
#include "models/CallStagesModel.h"
#include "paint/StagePath.h"
#include "session/Session.h"
#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;
class QTableView;
class QToolButton;

namespace ard::ui {

class ChartCanvas;
class JumpFormula;

class CallInsideView : public QWidget {
    Q_OBJECT

public:
    /// session must outlive the view.
    explicit CallInsideView(Session *session, QWidget *parent = nullptr);

    const CallStagesModel *stages() const { return &m_stages; }
    const StagePath &path() const { return m_path; } ///< of the token through the stages
    QString hint() const;                            ///< shown instead of the stages; empty while they are shown
    QString explanation() const;                     ///< of the stage that is shown
    QStringList formula() const;
    /// Room for all stages and the formula, also before there is an answer: a dock keeps the height that it was shown with.
    QSize sizeHint() const override;

public Q_SLOTS:
    void setStage(int stage); ///< 0..4
    void nextStage() { setStage(m_stages.stage() + 1); }
    void previousStage() { setStage(m_stages.stage() - 1); }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeSteps();
    void makeTable();
    void fitRows();
    void arrange(); ///< the formula beside the table, or under it
    void look();
    void refresh();
    void showStage();
    QString hintText() const;
    QString textOf(CallStage stage) const;
    void showPath();

    Session *m_session;
    CallStagesModel m_stages;
    QLabel *m_hint;
    QPushButton *m_again;
    QWidget *m_body;
    QToolButton *m_back, *m_forward;
    QLabel *m_where, *m_title, *m_text;
    QBoxLayout *m_parts; ///< table and formula, side by side where there is room
    QTableView *m_table;
    JumpFormula *m_formula;
    ChartCanvas *m_map;
    StagePath m_path;
    bool m_linking = false; ///< the table follows the cursor, not the other way round
};

} // namespace ard::ui
