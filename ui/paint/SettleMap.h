// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SettleMap: when every position settled, by several measures: a row a measure under the name of its lane, the colour of a cell is the
// model call. What may still change is an open frame, what has not settled is hatched.
#include "paint/ColorMap.h"
#include "paint/Tones.h"
#include <QFont>
#include <QRectF>
#include <QString>
#include <vector>

class QPainter;

namespace ard::ui {

struct SettleMapState {
    struct Cell {
        int call = 0;         ///< 0: not settled
        bool isFinal = true;  ///< false: it may still change
        bool padding = false; ///< nothing is drawn
        bool operator==(const Cell &) const = default;
    };
    struct Row {
        QString title;
        std::vector<Cell> cells; ///< [N] of the lane
        QString figure;          ///< behind it
    };
    struct Lane {
        int mark = -1; ///< of the lane; -1: there is one only
        QString title; ///< over its rows where there are several
        std::vector<Row> rows;
    };
    std::vector<Lane> lanes;
    std::vector<QString> words; ///< [N] under the map; may be empty
    int positions = 0, calls = 0;
    int selected = -1;     ///< position
    QString callTitle;     ///< of the colours
    QString open, missing; ///< what a frame and hatching mean
    QString empty;
    const Tones *tones = &lightTones();
    QFont font;
};

/// Early calls are dark, late ones light; 1..calls.
QColor callColor(int call, int calls);

class SettleMap {
public:
    struct Hit {
        int lane = -1, row = -1, position = -1; ///< indices; -1: none
    };

    SettleMap() = default;
    SettleMap(SettleMapState state, const QRectF &rect);

    const SettleMapState &state() const { return m_state; }
    void paint(QPainter &painter) const;
    QRectF cellRect(int lane, int row, int position) const;
    Hit hitAt(const QPointF &pixel) const;
    /// How many lanes of so many rows there is room for, at least one.
    static int lanesIn(double height, int rows, const QFont &font);

private:
    void paintLegend(QPainter &painter) const;
    void paintLane(QPainter &painter, int lane) const;
    void paintCell(QPainter &painter, const QRectF &rect, const SettleMapState::Cell &cell) const;
    void paintWords(QPainter &painter) const;
    double laneTop(int lane) const;
    double titleHeight() const;

    SettleMapState m_state;
    QRectF m_rect, m_map;
    double m_row = 0; ///< height
};

} // namespace ard::ui
