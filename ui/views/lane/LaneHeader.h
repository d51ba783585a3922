// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LaneHeader: the head of a lane beside others: its letter in its colour, what it is and where in the film it is, and buttons
// that change and close it. Is dragged onto another lane to change places with it.
#include <QWidget>

class QToolButton;

namespace ard::ui {

class ElidedLabel;
class MarkField;

class LaneHeader : public QWidget {
    Q_OBJECT

public:
    /// The format of what is dragged: the index of the lane on the board.
    static constexpr const char *kDragFormat = "application/x-ardiff-lane";

    /// mark: Lane::mark().
    explicit LaneHeader(int mark, QWidget *parent = nullptr);

    void setMark(int mark);
    void setTitle(const QString &title);
    QString title() const;
    /// notice: it says what is wrong, and is seen in one line of room, too.
    void setSubtitle(const QString &subtitle, bool notice = false);
    void setDense(bool dense); ///< one line: where in the film it is stands in the tooltip
    void setBare(bool bare);   ///< letter and title only: for a lecture
    QToolButton *menuButton() const { return m_menu; }
    QToolButton *closeButton() const { return m_close; }

Q_SIGNALS:
    void dragged(); ///< far enough to be one

protected:
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void applyFonts();
    void showParts();

    MarkField *m_mark;
    ElidedLabel *m_title;
    ElidedLabel *m_subtitle;
    QToolButton *m_menu;
    QToolButton *m_close;
    QPoint m_pressed;
    bool m_bare = false;
    bool m_dense = false;
    bool m_hasNotice = false;
};

} // namespace ard::ui
