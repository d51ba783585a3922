// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SessionSheet: the contact sheet of a session, and how the run of one of its cells comes into a lane. GUI thread.
#include "session/ContactSheet.h"

namespace ard::ui {

class Session;

/// Made when it is asked for first; the session's, which it outlives no longer than its calls do. What goes wrong in it is told by the
/// session, and Session::stopRun() does not stop it.
ContactSheet *sheetOf(Session *session);
/// The run of the cell comes into the cursor's lane, or into one more. false, and the session tells why: it has none.
bool openCell(Session *session, SheetPlace place, bool inAnotherLane);

} // namespace ard::ui
