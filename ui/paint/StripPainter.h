// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StripPainter: the sentence of one moment as large flowing words; under each, the model calls after which it settled, by
// word and by schedule apart. Chinese verse stands in lines and columns of equal width. A value: laid out when it is made, anew when its words, its font or its width change.
#include "paint/CachedText.h"
#include "paint/StripLayout.h"
#include "paint/Tones.h"
#include <QCoreApplication>
#include <QFont>
#include <QString>
#include <vector>

class QPainter;

namespace ard::ui {

struct StripWord {
    QString text; ///< empty: no model has looked yet, drawn as a grey field
    bool settled = false;
    bool padding = false;   ///< drawn as a quiet dot
    bool changed = false;   ///< in this very step
    bool differs = false;   ///< the first of several lanes has it not: underlined on a tint
    bool pinned = false;    ///< a branch holds it: in brackets
    bool startsWord = true; ///< false: joined to the piece on its left
    int settledByWord = 0;  ///< model call; 0: not yet or not known, drawn as a dash
    int settledBySchedule = 0;
};

struct StripState {
    std::vector<StripWord> words;
    const Tones *tones = &lightTones();
    QFont font;           ///< of the text around; words are larger, settle steps smaller
    bool compact = false; ///< smaller words without settle steps, beside other lanes
    double scale = 1;     ///< of the words, of their usual size, where a long sentence has little room
};

class StripPainter {
    Q_DECLARE_TR_FUNCTIONS(ard::ui::StripPainter)

public:
    StripPainter() = default;
    /// width: where lines wrap, pixels, with the titles on the left.
    StripPainter(StripState state, double width);

    int lines() const { return m_layout.lines; }
    double lineHeight() const; ///< of a line of words with its settle steps
    double height() const { return m_layout.height(); }
    bool isEmpty() const { return m_state.words.empty(); }
    int count() const { return static_cast<int>(m_state.words.size()); }
    QRectF wordRect(int position) const;       ///< from the top left of the strip; empty when there is none
    int wordAt(const QPointF &position) const; ///< -1: none

    /// selected, hovered: positions, -1: none. shares: -1..1 by position, a field behind the word as high as its share, from below or,
    /// of a negative one, from above; as many as there are.
    void paint(QPainter &painter, const QPointF &topLeft, int selected = -1, int hovered = -1,
               const std::vector<float> &shares = {}) const;

private:
    double wordScale() const;
    double wordHeight() const { return m_plain.height() + 6; }
    double wordWidth(const StripWord &word) const;
    bool isJoined(int position) const; ///< to the piece on its left, both there; position >= 1
    void paintTie(QPainter &painter, const QRectF &left, const QRectF &right) const;
    void paintTitles(QPainter &painter, double top) const;
    void paintMark(QPainter &painter, const QRectF &box, bool selected) const;
    void paintShare(QPainter &painter, const QRectF &box, double share) const;
    void paintWord(QPainter &painter, const StripWord &word, const QRectF &box) const;
    void paintDifference(QPainter &painter, const QRectF &rect) const;
    void paintLines(QPainter &painter, const StripWord &word, const QRectF &rect) const;
    void paintSettleSteps(QPainter &painter, const StripWord &word, const QRectF &box) const;

    StripState m_state;
    CachedText m_plain{{}}, m_bold{{}}, m_small{{}}; ///< words, settled ones, settle steps
    double m_titleWidth = 0;                         ///< before each line
    bool m_isVerse =
        false; ///< of single Chinese characters: columns of equal width, and outside of compact strips a line a line
    StripLayout m_layout;
};

} // namespace ard::ui
