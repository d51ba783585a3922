// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TrainingProcesses: `train --processes N` starts this program N times on this computer, each with its share of the cores and of
// every batch, as torchrun would (engine/train/Replicas.h): for several GPUs. On cores alone one process shares its batches among
// its threads (engine/train/TrainingParts.h) and is as fast.
#include "base/Result.h"

namespace ard::cli {

/// Whether another program (torchrun, mpirun, srun) has already started this one as one of several.
bool isOneOfSeveral();

/// Starts this program's command line so many times, without its --processes, and waits for all of them. SIGINT and SIGTERM are
/// handed to the first, which saves and ends the others with it; where one fails, the rest are ended. Returns the exit status of
/// the first, or that of one that failed. Error: none could be started.
Result<int> runAsProcesses(int count);

} // namespace ard::cli
