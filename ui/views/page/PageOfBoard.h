// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PageOfBoard: the board at the cursor's moment as a page: every lane with its plane and sentence, or its plan while it has
// no run; under them the legend and how it can be computed again. A value, to be painted and written on any thread.
#include "paint/Page.h"
#include "session/Cursor.h"
#include "session/ShownPositions.h"
#include <functional>

namespace ard::ui {

/// How a page is to look; what is not said by board and cursor.
struct PageLook {
    Quantity quantity = Quantity::Probability;
    TimestepScale scale = TimestepScale::Linear;
    const Tones *tones = &lightTones();
    QFont font;                                ///< with a size in pixels
    const ShownPositions *positions = nullptr; ///< what is folded away; nullptr: nothing
    bool figureMarks = false;
    std::function<QString(const Lane &)> title; ///< what a lane is called; empty: by its timestep schedule

    int shown(int length) const { return positions ? positions->shown(length) : length; }
};

/// For each run where it comes from and the command that makes it again; a source that all have in common once.
QStringList recipeOfBoard(const Board &board);
/// What is ahead of the moment is left out, unless the cursor shows the future. GUI thread.
PageState pageOfBoard(const Board &board, const Cursor &cursor, const PageLook &look);

} // namespace ard::ui
