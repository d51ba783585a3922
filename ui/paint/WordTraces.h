// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WordTraces: the words of a sentence as a logic analyser draws the signals of a bus: a row a position, model calls to the right. A
// word stands between two lines as long as it stays, the lines cross where it becomes another one; a word that can change no more
// is bold between strong lines, with a mark where it came up. What is not seen is not drawn.
#include "paint/Tones.h"
#include <QFont>
#include <QRectF>
#include <QString>
#include <vector>

class QPainter;

namespace ard::ui {

struct WordTracesState {
    struct Segment {
        int first = 1, last = 1; ///< model calls
        QString word;
        bool padding = false; ///< a line in the middle
        bool settled = false; ///< it can change no more
        bool pinned = false;  ///< a branch holds it
        bool operator==(const Segment &) const = default;
    };
    struct Row {
        int position = 0;
        QString word; ///< of the moment, beside the position
        std::vector<Segment> segments;
    };
    std::vector<Row> rows;           ///< those there is room for, from the top
    int calls = 0;                   ///< M: the scale
    int firstCall = 1, lastCall = 0; ///< the part of it that is drawn; lastCall 0: all
    int seenCalls = 0;               ///< drawn as far as here
    int shownCall = 0;               ///< of the cursor, a line
    int selected = -1;               ///< position
    QString callTitle;
    QString empty; ///< told where there are no rows
    const Tones *tones = &lightTones();
    QFont font;
};

class WordTraces {
public:
    struct Hit {
        int position = -1; ///< -1: none
        int call = 0;      ///< 0 (the starting noise) .. the last that is seen
    };

    WordTraces() = default;
    WordTraces(WordTracesState state, const QRectF &rect);

    const WordTracesState &state() const { return m_state; }
    void paint(QPainter &painter) const;
    Hit hitAt(const QPointF &pixel) const;
    double x(double call) const; ///< middle of the time that a call takes; pixels
    QRectF rowRect(std::size_t row) const;
    /// How many rows there is room for, at least one.
    static int rowsIn(double height, const QFont &font);

private:
    void paintScale(QPainter &painter) const;
    void paintRow(QPainter &painter, std::size_t row) const;
    void paintNoise(QPainter &painter, const QRectF &row) const;
    void paintSegment(QPainter &painter, const QRectF &row, const WordTracesState::Segment &segment) const;
    void paintWord(QPainter &painter, const QRectF &box, const WordTracesState::Segment &segment) const;
    int lastDrawn() const { return m_state.lastCall > 0 ? m_state.lastCall : m_state.calls; }
    double callWidth() const;

    WordTracesState m_state;
    QRectF m_rect;
    QRectF m_area;      ///< of the traces
    double m_names = 0; ///< width before them
};

} // namespace ard::ui
