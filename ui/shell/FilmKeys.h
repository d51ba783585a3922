// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FilmKeys: what the actions do that find something in the film: the next change, a word, a marker.

namespace ard::ui {

class Actions;
class CentralView;
class Session;

/// All must live as long as the window.
void connectFilmKeys(Session *session, Actions *actions, CentralView *central);

} // namespace ard::ui
