// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FrontCanvas: fronts of a timestep schedule as lines over the positions, drawn with the mouse: one of them is chosen, and goes
// where the pointer goes. With keys: left and right choose a position, up and down move it, Page Up and Down choose a front.
#include "diffusion/DrawnFronts.h"
#include <QWidget>

namespace ard::ui {

class FrontCanvas : public QWidget {
    Q_OBJECT

public:
    explicit FrontCanvas(DrawnFronts fronts, QWidget *parent = nullptr);

    const DrawnFronts &fronts() const { return m_fronts; }
    void setFronts(const DrawnFronts &fronts);
    int front() const { return m_front; } ///< 1..count(), the chosen one
    int position() const { return m_position; }
    QPointF pointOf(int front, int position) const; ///< pixels

    QSize sizeHint() const override { return {720, 420}; }
    QSize minimumSizeHint() const override { return {320, 220}; }

Q_SIGNALS:
    void drawn(); ///< a stroke or a key ended

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF plane() const;
    int timestepAt(double y) const;
    int positionAt(double x) const;
    void stroke(const QPointF &to);
    void choose(int front, int position);
    void describe();

    DrawnFronts m_fronts;
    int m_front = 1;
    int m_position = 0;
    QPointF m_last; ///< of the stroke
    bool m_drawing = false;
};

} // namespace ard::ui
