// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RunCommand: the command line that computes a run again, for captions of pictures and notes. Pure, thread-safe.
#include "trace/RunRecord.h"

namespace ard {

/// "ardiff generate --model models/tiny --source 'two dogs' --schedule uniform --steps 20 --seed 7 --clamp nearest": options
/// that are as by default are left out, but for those of which a model may have a default of its own. In quotes of a POSIX shell. A custom timestep schedule's
/// table is called table.csv. Empty for a run that goes on from another one: no single command makes it.
std::string runCommand(const GenerationRequest &request, const std::string &modelFolder);

} // namespace ard
