// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlaneActions: ties the actions about what the planes show to the session's options.

namespace ard::ui {

class Actions;
class Session;

/// Both must outlive the window.
void linkPlaneActions(Session *session, const Actions *actions);

} // namespace ard::ui
