// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ChartCanvas: the widget under a chart that a painter of ui/paint draws: size, theme, pointer and keys. The chart itself is its
// owner's.
#include "paint/ChartArea.h"
#include <QWidget>
#include <functional>

namespace ard::ui {

class ChartCanvas : public QWidget {
    Q_OBJECT

public:
    explicit ChartCanvas(QWidget *parent = nullptr);

    /// Draws the chart.
    std::function<void(QPainter &)> paintChart;
    /// What is told of a place; empty: nothing.
    std::function<QString(const QPointF &)> tipAt;
    /// What is said of the chart to those who hear it, made when they ask.
    std::function<QString()> spoken;
    QRectF chartRect() const; ///< inside the margins
    ChartStyle style() const; ///< of the theme and font of the moment

    QSize sizeHint() const override { return {420, 200}; }
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void clicked(const QPointF &place);
    void hovered(const QPointF &place); ///< outside the widget when the pointer leaves
    void reshaped();                    ///< size, font or colours are others: the chart is to be made anew
    /// An arrow key: so many positions to the right, so many calls up in the chart.
    void keyMoved(int positions, int up);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
};

} // namespace ard::ui
