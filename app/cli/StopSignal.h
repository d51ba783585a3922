// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StopSignal: Ctrl-C for commands that keep what they have: the first one asks them to save and end, the second ends at once.
#include <atomic>

namespace ard::cli {

/// From now on SIGINT and SIGTERM set what is returned.
const std::atomic<bool> &stopOnSignals();

} // namespace ard::cli
