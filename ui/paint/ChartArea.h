// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ChartArea: what charts of lanes share: a frame with two scales of whole or broken numbers, its ticks and titles, and the lanes
// with their letters, shapes and a figure each beside it.
#include "paint/Tones.h"
#include <QFont>
#include <QRectF>
#include <QString>
#include <vector>

class QPainter;

namespace ard::ui {

struct ChartScale {
    double from = 0, to = 1;
    bool isWhole = true; ///< ticks at whole numbers only
    QString title = {};
    bool isNegated = false; ///< values are the negatives of what they say, so that larger ones stand below
    /// At most so many, at steps of 1, 2 or 5 times a power of ten.
    std::vector<double> ticks(int most) const;
};

struct ChartStyle {
    const Tones *tones = &lightTones();
    QFont font;
};

/// Ticks on the left and below; larger values of y are higher.
class ChartArea {
public:
    ChartArea() = default;
    /// outer: what ticks and titles may take, too.
    ChartArea(ChartScale x, ChartScale y, const QRectF &outer, const ChartStyle &style);

    const QRectF &rect() const { return m_rect; }
    double x(double value) const;
    double y(double value) const;
    double valueX(double pixel) const;
    double valueY(double pixel) const;
    void paint(QPainter &painter) const;

private:
    void paintX(QPainter &painter) const;
    void paintY(QPainter &painter) const;

    ChartScale m_x, m_y;
    ChartStyle m_style;
    QRectF m_rect;
};

struct ChartKey {
    int mark = 0; ///< of the lane
    QString title;
    QString figure; ///< beside it; may be empty
    bool withLine = false;
};
/// One under the other, cut where there is no room.
void paintChartKeys(QPainter &painter, const std::vector<ChartKey> &keys, const QRectF &rect, const ChartStyle &style);
double chartKeysWidth(const std::vector<ChartKey> &keys, const ChartStyle &style);

} // namespace ard::ui
