// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Branching: runs that go on from others. Where a model call of such a run belongs, what can be continued from there, and what was
// changed on the way. Pure, thread-safe.
#include "trace/RunRecord.h"

namespace ard {

/// Model calls that stay before the last continuation, counted from the first run's start: the sum of Continuation::fromCall.
int callsBeforeLast(const GenerationRequest &request);

/// A model call, or the state after it, as the engine names it: a request, and the calls counted from its last continuation.
struct CallPlace {
    GenerationRequest request;
    int call = 0;
};
/// Of model call 1..M of a record: the run that made it.
CallPlace placeOfCall(const RunRecord &record, int call);
/// Of the state after 0..M-1 model calls, with all that was changed there: the run to go on from, and Continuation::fromCall.
CallPlace placeToContinue(const RunRecord &record, int call);

/// What a run that goes on from there begins with: the record's first `call` frames and plan rows, the request of
/// placeToContinue, no outputs. call 0..M-1, as many as there are frames.
RunRecord recordUpTo(const RunRecord &record, int call);
/// The first `calls` model calls of a plan, then those of the rest. Where the rest begins, its row stands.
SamplingPlan joinedPlan(const SamplingPlan &plan, int calls, const SamplingPlan &rest);

/// A change of a position, and after how many model calls of the record it was made.
struct MadeChange {
    int call = 0;
    PositionChange change;
    bool operator==(const MadeChange &) const = default;
};
/// In the order in which they were made; what was made before the record's first call counts as made after 0 of them. The words
/// that a repair makes noise again are among them.
std::vector<MadeChange> changesOf(const RunRecord &record);
/// The pin that holds a position in model call 1..M; nullptr: none.
const MadeChange *pinAt(const std::vector<MadeChange> &changes, int call, int position);

} // namespace ard
