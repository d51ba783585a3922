// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RunCommand: the command lines that compute a run again, for captions of pictures and notes. Pure, thread-safe.
#include "trace/RunRecord.h"

namespace ard {

/// "ardiff generate --model models/tiny --source 'two dogs' --schedule uniform --steps 20 --seed 7 --clamp nearest": options
/// that are as by default are left out, but for those of which a model may have a default of its own. In quotes of a POSIX shell. A custom timestep schedule's
/// table is called table.csv. A run that goes on from others has a command for each of them, from the first on, to be given in that
/// order: every one but the last leaves its run in a file, run-1.ardrun and so on, which the next goes on from. Words that were
/// pinned or put in are given by their number.
std::vector<std::string> runCommands(const GenerationRequest &request, const std::string &modelFolder);

} // namespace ard
