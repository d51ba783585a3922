// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// AttentionGrid: an attention map as a heat map: who asks from top to bottom, who is looked at from left to right. Weights of 0..1
// or logits of both signs; a frame round the row or column of the chosen position.
#include "paint/ChartArea.h"
#include <QStringList>

namespace ard::ui {

struct AttentionGridState {
    std::vector<float> values;         ///< [rows x columns]
    int rows = 0, columns = 0;         ///< > 0 where there are values
    bool isSigned = false;             ///< values are of both signs; their largest magnitude is the end of the scale
    QStringList rowWords, columnWords; ///< beside and under it; empty: not known
    int selected = -1;                 ///< row, or column where toIt
    bool toIt = false;
    QString title;        ///< what the colour means
    QString asks, looked; ///< titles of the two sides
    ChartStyle style;
};

class AttentionGrid {
public:
    AttentionGrid() = default;
    AttentionGrid(AttentionGridState state, const QRectF &rect);

    const AttentionGridState &state() const { return m_state; }
    void paint(QPainter &painter) const;
    QRectF cellRect(int row, int column) const;
    /// Row and column of the cell; row -1: none.
    std::pair<int, int> cellAt(const QPointF &pixel) const;
    QColor color(float value) const;
    double largest() const { return m_largest; } ///< magnitude, the end of the scale

private:
    void paintCells(QPainter &painter) const;
    void paintWords(QPainter &painter) const;
    void paintLegend(QPainter &painter) const;

    AttentionGridState m_state;
    QRectF m_grid, m_legend;
    double m_largest = 1;
};

} // namespace ard::ui
