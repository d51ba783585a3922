// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SettleChart: the order in which words settle, of several lanes: position against the model call in which its word settled, a
// shape a lane. A rising line is left to right, a level one all at once.
#include "paint/ChartArea.h"

namespace ard::ui {

struct SettlePoint {
    int position = 0;
    int call = 1;
    bool isFinal = true; ///< false: it may still change, drawn as an outline
};

struct SettleChartState {
    struct Lane {
        ChartKey key; ///< with the figure beside its name
        std::vector<SettlePoint> points;
    };
    std::vector<Lane> lanes;
    int positions = 0, calls = 0;
    int selected = -1; ///< position
    int shownCall = 0; ///< a line
    QString callTitle; ///< what the calls are
    QString empty;     ///< told where there are no points
    ChartStyle style;
};

class SettleChart {
public:
    struct Hit {
        int lane = -1, position = -1, call = 0; ///< lane: index in the state, -1: none
    };

    SettleChart() = default;
    SettleChart(SettleChartState state, const QRectF &rect);

    const SettleChartState &state() const { return m_state; }
    void paint(QPainter &painter) const;
    QPointF pointOf(std::size_t lane, const SettlePoint &point) const; ///< pixels
    /// The nearest point within reach; where there is none, lane -1 with the position and call under it (position -1 outside).
    Hit hitAt(const QPointF &pixel) const;

private:
    double radius() const;

    SettleChartState m_state;
    QRectF m_rect;
    QRectF m_keys;
    ChartArea m_area;
};

} // namespace ard::ui
