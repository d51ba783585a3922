// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FilmOfBoard: the board from its first moment to its last, as pages of one look that follow each other: an animation to be
// painted and written on any thread. Nothing in a page is ahead of its moment.
#include "views/page/PageOfBoard.h"

namespace ard::ui {

struct FilmOfBoard {
    struct Moment {
        struct OfLane {
            int shownCalls = 0;
            std::vector<PlaneWord> below;
            std::vector<StripWord> words;
        };
        std::vector<OfLane> lanes;
    };
    PageState page; ///< of the last moment, with everything that was computed
    std::vector<Moment> moments;
    double perSecond = 4; ///< moments
};

/// At most so many moments, evenly, the first and the last among them. No moments: there is no run with a frame. GUI thread.
FilmOfBoard filmOfBoard(Board &board, const Cursor &cursor, const PageLook &look, int most);
PageState pageAt(const FilmOfBoard &film, std::size_t moment);
/// As a GIF of such a size in pixels; written to another name first. Error: one sentence.
Status writeGif(const FilmOfBoard &film, const QString &path, QSize size);

} // namespace ard::ui
