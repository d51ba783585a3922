// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CurveChart: figures of several lanes against model calls, side by side, in two rows where they would be narrow. A colour and
// dashes a lane; a line where the cursor is.
#include "paint/ChartArea.h"
#include <vector>

namespace ard::ui {

struct CurveChartState {
    struct Figure {
        QString title;   ///< stands over it
        double most = 0; ///< the end of its scale, which begins at 0; 0: what holds every value
    };
    struct Lane {
        ChartKey key;
        std::vector<std::vector<double>> values; ///< [figures][calls] from call 1; >= 0
    };
    std::vector<Figure> figures; ///< at least one
    std::vector<Lane> lanes;
    int calls = 0;     ///< the scale: the most planned
    int shownCall = 0; ///< of the cursor
    QString empty;     ///< told where there is no run
    ChartStyle style;
};

class CurveChart {
public:
    CurveChart() = default;
    CurveChart(CurveChartState state, const QRectF &rect);

    const CurveChartState &state() const { return m_state; }
    void paint(QPainter &painter) const;
    int callAt(const QPointF &pixel) const; ///< 0..calls; -1: outside all figures
    const ChartArea &area(std::size_t figure) const { return m_areas[figure]; }

private:
    void paintLines(QPainter &painter, std::size_t figure) const;

    CurveChartState m_state;
    QRectF m_rect, m_keys;
    std::vector<ChartArea> m_areas; ///< [figures]
};

} // namespace ard::ui
