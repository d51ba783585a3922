// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WhatIfMenu: what can be asked at a cell, for the context menus of plane, words and table.
#include "session/Session.h"

class QMenu;

namespace ard::ui {

/// Shift while an entry is chosen: in a further lane. session must outlive the menu.
void addWhatIf(QMenu *menu, Session *session, const Cell &cell);
/// Such a menu alone, at a place on the screen; it deletes itself.
void showWhatIf(Session *session, const Cell &cell, QWidget *parent, const QPoint &global);
/// Beside where Shift is held, as it is while an entry or a key is pressed.
WhatIf::Place placeWanted();

} // namespace ard::ui
