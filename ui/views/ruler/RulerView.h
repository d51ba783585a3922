// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RulerView: which sentence steps a plan or a run executes, under its plane. That of a plan is edited here: drag an executed step,
// double-click to add one, Delete to remove one, arrow keys move one. It only shows and asks: the panel keeps the ruler.
#include "diffusion/Ruler.h"
#include "paint/RulerPainter.h"
#include <QWidget>

namespace ard::ui {

class RulerView : public QWidget {
    Q_OBJECT

public:
    explicit RulerView(QWidget *parent = nullptr);

    /// executed: [M+1] falling, S-1 to 0, or empty. shownCalls: the moment of a run; -1: a plan.
    void show(std::vector<int> executed, int shownCalls, bool editable);
    const RulerState &state() const { return m_state; }
    QPoint pointOf(int sentenceStep) const; ///< of the ruler's line, in this widget

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited(const ard::RulerSpec &ruler); ///< a list
    void jumpWanted(int call);                ///< the jump of model call 1..M was chosen

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    RulerPainter painter() const;
    bool canMove(int index) const; ///< not the two ends
    void select(int index);
    void moveSelected(int sentenceStep);
    void add(int sentenceStep);
    void removeSelected();
    void tell(std::vector<int> executed);
    void describe();

    RulerState m_state;
    bool m_editable = false;
    bool m_dragging = false;
};

} // namespace ard::ui
