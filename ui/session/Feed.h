// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// feed: the one place where a request in flight and a run meet. Neither knows the other.

namespace ard::ui {

class EngineCall;
class Run;

/// run, which waits for the engine, grows with what comes of call (generate, continue_from, fill_skipped) and ends with
/// it. Either may go first.
void feed(EngineCall *call, Run *run);

} // namespace ard::ui
