// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlayerOfBoard: all runs of the board, whole, as a page that plays them. A value, to be written on any thread.
#include "session/Session.h"
#include "views/player/PlayerPage.h"

namespace ard::ui {

/// Cells that a page has at most, in all lanes: of longer runs it has every second, third, .. model call and says so.
constexpr int kMostPlayerCells = 60'000;

/// Lanes without a frame are left out; nullopt: no lane has one. Texts in the window's language. GUI thread.
std::optional<PlayerState> playerOfBoard(Session &session, int mostCells = kMostPlayerCells);

} // namespace ard::ui
