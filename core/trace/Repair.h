// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Repair: the calls behind the last one of a run in which doubtful words go back to noise and are decided anew, the others held
// (GenerationRequest::repair). Ours, not the paper's. Which words these are is known when the first of these calls is made: its
// frame says it. Pure, thread-safe.
#include "trace/RunRecord.h"

namespace ard {

/// Whether model call 1..M+K of a plan is one of a repair's.
bool isRepairCall(const SamplingPlan &plan, int call);
/// Before the next frame of a record is appended: where it is one of a repair's, its timesteps come into the plan, and the call
/// before it ends where it begins, as where a branch goes on. Whether the plan is another now. The frame must be of the plan's width.
bool takeRepair(RunRecord &record, const StepFrame &frame);
/// Positions that start again from noise in a repair, in order, as far as there are frames.
std::vector<int> repairedPositions(const RunRecord &record);

} // namespace ard
