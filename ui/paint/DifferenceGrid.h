// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// DifferenceGrid: two lanes beside each other, cell by cell, position by model call: a cross where they have another word, and
// how much more sure the second is of its own (orange) or the first (blue).
#include "paint/ChartArea.h"

namespace ard::ui {

struct DifferenceGridState {
    struct Cell {
        bool isOther = false;
        double difference = 0; ///< -1 (the first is surer) .. 1 (the second is)
        bool isFixed = false;  ///< it could not differ: hatched
    };
    using Row = std::vector<Cell>;
    std::vector<Row> rows;        ///< [calls][positions]
    int positions = 0, calls = 0; ///< the scales; rows can be fewer, and longer
    int selected = -1;            ///< position
    int shownCall = 0;
    QString callTitle;
    QString low, high, other; ///< what blue, orange and a cross mean
    QString fixed;            ///< what hatching means; empty: nothing is hatched
    QString empty;
    ChartStyle style;
};

/// Blue (#0877bd) over a light grey to orange (#f59322); over a dark one on dark. value -1..1.
QColor differenceColor(double value, const Tones &tones);

class DifferenceGrid {
public:
    DifferenceGrid() = default;
    DifferenceGrid(DifferenceGridState state, const QRectF &rect);

    const DifferenceGridState &state() const { return m_state; }
    /// For the next grid, which need not make them again; this one has none then.
    std::vector<DifferenceGridState::Row> takeRows() { return std::move(m_state.rows); }
    void paint(QPainter &painter) const;
    QRectF cellRect(int position, int call) const; ///< call 1..calls
    /// position and call of the cell; position -1: none.
    std::pair<int, int> cellAt(const QPointF &pixel) const;

private:
    void paintCells(QPainter &painter) const;
    void paintDense(QPainter &painter) const; ///< cells that are smaller than a sign: an image
    void paintLegend(QPainter &painter) const;

    DifferenceGridState m_state;
    QRectF m_rect, m_legend;
    ChartArea m_area;
};

} // namespace ard::ui
