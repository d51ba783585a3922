// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CellWords: the words in the cells that model calls have crossed, where a cell has room for the whole word: upright, or
// turned where the cell is high and narrow. Black or white, at least 4.5:1 on what lies under it; bold where the word is
// another one than a call before. One size of letters in the whole plane.
#include "paint/PlaneGeometry.h"
#include "paint/PlaneState.h"

class QPainter;

namespace ard::ui {

/// Size of the letters in pixels; 0: no column has room for any word.
double cellWordPixels(const PlaneState &state, const PlaneGeometry &geometry);

/// Of the model calls from + 1 to to, 0..M, as far as their words are known. geometry is of state.layout.
void paintCellWords(QPainter &painter, const PlaneState &state, const PlaneGeometry &geometry, int from, int to);

} // namespace ard::ui
