// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StripLayout: where the tokens of the text strip stand: one flowing line that wraps between words, pieces of one word
// kept close, and breaks where a line of verse ends.
#include <QRectF>
#include <vector>

namespace ard::ui {

struct StripToken {
    double width = 0;       ///< of the text, pixels
    bool startsWord = true; ///< false: a piece joined to the one on its left
    bool endsLine = false;  ///< what comes behind it stands in the next line
};

struct StripMetrics {
    double width = 400; ///< to wrap at
    double lineHeight = 60;
    double wordGap = 12; ///< before a token that starts a word
    double joinGap = 3;  ///< before a joined piece: the half-gap that shows where pieces meet
    double grid = 8;     ///< widths are rounded up to this, so that changing words move their neighbours less
};

struct StripLayout {
    std::vector<QRectF> boxes; ///< one a token, lineHeight high
    int lines = 0;
    double height() const { return boxes.empty() ? 0 : boxes.back().bottom(); }
    int tokenAt(const QPointF &point) const; ///< -1: none
};

/// A word of several pieces wraps as a whole when it fits in one line.
StripLayout layoutStrip(const std::vector<StripToken> &tokens, const StripMetrics &metrics);

} // namespace ard::ui
