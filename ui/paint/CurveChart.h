// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CurveChart: two figures of several lanes against model calls, side by side: share of the words that have settled, and mean
// entropy. A colour and dashes a lane; a line where the cursor is.
#include "paint/ChartArea.h"
#include <array>

namespace ard::ui {

struct CurveChartState {
    struct Lane {
        ChartKey key;
        std::array<std::vector<double>, 2> values; ///< [calls] from call 1; settled share 0..1, entropy in nats
    };
    std::vector<Lane> lanes;
    int calls = 0;                 ///< the scale: the most planned
    int shownCall = 0;             ///< of the cursor
    std::array<QString, 2> titles; ///< what stands over the two
    QString empty;                 ///< told where there is no run
    ChartStyle style;
};

class CurveChart {
public:
    CurveChart() = default;
    CurveChart(CurveChartState state, const QRectF &rect);

    const CurveChartState &state() const { return m_state; }
    void paint(QPainter &painter) const;
    int callAt(const QPointF &pixel) const; ///< 0..calls; -1: outside both figures
    const ChartArea &area(std::size_t figure) const { return m_areas[figure]; }

private:
    void paintLines(QPainter &painter, std::size_t figure) const;

    CurveChartState m_state;
    QRectF m_rect, m_keys;
    std::array<ChartArea, 2> m_areas;
};

} // namespace ard::ui
