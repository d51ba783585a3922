// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CandidateBars: the rows of a CandidatesModel as words with bars of their probability. Each is a label of its own, so that a
// screen reader reads one after the other. A row can be chosen with the mouse, or with the arrow keys and Return.
#include "models/CandidatesModel.h"
#include <QLabel>
#include <QList>
#include <QWidget>

namespace ard::ui {

class CandidateBars : public QWidget {
    Q_OBJECT

public:
    explicit CandidateBars(CandidatesModel *model, QWidget *parent = nullptr);

    QLabel *row(int index) const { return m_rows.value(index); } ///< hidden where there are fewer candidates

    int current() const { return m_current; } ///< that the keyboard is at; -1: none

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(int row, Qt::KeyboardModifiers modifiers);
    void menuWanted(int row, const QPoint &global);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int rowHeight() const;
    int rowAt(const QPoint &place) const; ///< -1: none
    void setCurrent(int row);
    void place();
    void describe();

    CandidatesModel *m_model;
    QList<QLabel *> m_rows;
    int m_current = -1;
    int m_pressed = -1;
};

} // namespace ard::ui
