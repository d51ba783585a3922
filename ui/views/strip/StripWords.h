// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StripWords: the model's rows as the words that a StripPainter paints, and as a text in which each has its place.
#include "models/TextStripModel.h"
#include "paint/StripPainter.h"

namespace ard::ui {

/// Of the first positions, as many as are shown.
std::vector<StripWord> stripWords(const TextStripModel &model, int shown);

/// The words as they are read: joined to their left where they are pieces, without padding.
struct SpokenWords {
    struct Range {
        int start = -1, end = -1; ///< of a position without a word
    };
    QString text;
    std::vector<Range> ranges; ///< by position

    int startOf(int position) const; ///< -1: none
    int endOf(int position) const;
    int positionAt(int offset) const; ///< the word at or before it; -1: none
};
SpokenWords spokenWords(const std::vector<StripWord> &words);

} // namespace ard::ui
