// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EngineProgram: starts the program that is linked with LibTorch in the place of this one: same process, streams and arguments.
#include "base/Result.h"

namespace ard::cli {

/// Comes back only when it failed. Sets what has to be set before LibTorch is loaded:
/// - OMP_WAIT_POLICY=passive, unless something is said: threads of OpenMP that spin while they wait for work take their cores away
///   from the engine itself as soon as anything else runs, by a factor of two to six;
/// - no OMP_NUM_THREADS beyond any machine, of which libgomp dies;
/// - where it is safe, a library path on which the libraries that LibTorch names and never calls are empty (SlimLibraries.h).
Status startEngineProgram(char **arguments);

} // namespace ard::cli
