// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WordFinder: where a word comes up in the films of a board, at all moments there are: from the cursor on in its lane, then
// in the others. GUI thread.
#include "session/Cursor.h"

namespace ard::ui {

/// Places at which a word comes up that begins with the text (several words: one after the other, the last one may go on).
/// Upper and lower case are the same. A word that stays where it is from one moment to the next comes up once. In order of
/// moments, then positions; at most so many.
std::vector<Cell> placesOf(const QString &text, const Film &film, int lane, int most = 10'000);

struct FoundWord {
    Cell place;
    int number = 0; ///< 1..count, among all lanes from the first on
    int count = 0;
};
/// The next place from the cursor (direction 1) or the one before it (-1), round from the last to the first. A cursor that
/// stands on no place goes to one of its own lane, where there is one. nullopt: none.
std::optional<FoundWord> findWord(const QString &text, const Board &board, const Cursor &cursor, int direction);

} // namespace ard::ui
