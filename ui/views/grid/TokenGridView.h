// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TokenGridView: executed steps (rows) by position (columns) with the words in the cells, coloured by the same quantity
// as the plane. Rows come in from the top while the model denoises; the view follows the transport until the user
// scrolls.
#include "models/StepTableModel.h"
#include "paint/Quantity.h"
#include "session/Session.h"
#include <QTableView>

namespace ard::ui {

class GridDelegate;

class TokenGridView : public QTableView {
    Q_OBJECT

public:
    /// session must outlive the view.
    explicit TokenGridView(Session *session, QWidget *parent = nullptr);

    StepTableModel *steps() { return &m_steps; }
    bool isFollowing() const { return m_following; }
    const QuantityScale &scale() const { return m_scale; }

public Q_SLOTS:
    void setQuantity(ard::ui::Quantity quantity);
    void setFollowing(bool following);

Q_SIGNALS:
    void followingChanged(bool following);

protected:
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void setRun(Run *run);
    void showStep(int step);
    void showSelection(Cell cell);
    void applySizes();
    void absorbEntropy(int call);

    Session *m_session;
    GridDelegate *m_delegate;
    StepTableModel m_steps;
    QuantityScale m_scale;
    bool m_following = true;
    bool m_linking = false; ///< a change that came from outside is not sent back
};

} // namespace ard::ui
