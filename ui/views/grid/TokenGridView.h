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

class TokenGridView : public QTableView {
    Q_OBJECT

public:
    /// session must outlive the view.
    explicit TokenGridView(Session *session, QWidget *parent = nullptr);

    StepTableModel *steps() { return &m_steps; }
    bool isFollowing() const { return m_following; }
    QString tableText() const; ///< head and all rows, with tabs between the words
    const QuantityScale &scale() const { return m_scale; }

public Q_SLOTS:
    void setQuantity(ard::ui::Quantity quantity);
    void setFollowing(bool following);

Q_SIGNALS:
    void followingChanged(bool following);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void showFilm();
    void showMoment();
    void showSelection();
    void applySizes();
    void absorb(int first, int last); ///< how wide the words of these calls and how large their entropies are
    int laneIndex() const { return m_session->board()->indexOf(m_lane); }

    Session *m_session;
    Lane *m_lane;
    StepTableModel m_steps;
    QuantityScale m_scale;
    std::vector<int> m_widest; ///< [N] pixels of the longest word so far
    bool m_following = true;
    bool m_linking = false; ///< a change that came from outside is not sent back
};

} // namespace ard::ui
