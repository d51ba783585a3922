// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RequestPlan: what a person asked for, checked against a model, with every value filled in. No torch.
#include "base/Result.h"
#include "engine/model/ModelConfig.h"
#include "trace/RunRecord.h"

namespace ard {

/// Sentence steps that fill_skipped runs at most.
constexpr int kMaxFilledSteps = 4096;

/// Whether the candidates of a request may differ in length: not where a table or a list gives the steps of one N, where a run is
/// continued, or where there are more sampling steps than the shortest sentence has sentence steps.
bool lengthsMayDiffer(const GenerationRequest &request, const ModelConfig &config);

/// One stretch of a run: from its start, or from where it was continued, to its end or to where it is continued.
struct Stretch {
    TimestepScheduleSpec schedule; ///< of the plan
    SamplingPlan plan;             ///< to the end of a run, also where it is left before
    int calls = 0;                 ///< how many of the plan's model calls are made: all in the last stretch
    int callsBefore = 0;           ///< model calls of the stretches before
    std::uint64_t seed = 1;
    std::vector<int> movedFrom; ///< [N] timestep from which each position moved the last time before, -1: never
    std::vector<PositionChange> changes; ///< made before the first call
    std::vector<PositionChange> pinned;  ///< in force: those of earlier stretches too
};

struct RequestPlan {
    GenerationRequest request;                ///< with the length and diffusion steps really used
    SamplingPlan plan;                        ///< of the last stretch and a repair: the one that is shown and recorded
    std::optional<LengthChoice> lengthChoice; ///< as in RunRecord; filled in by RequestResolver
    std::vector<Stretch> stretches;           ///< one more than there are continuations
};

/// Length 0 becomes the model's; a caller whose model has a length head has asked it before. Diffusion steps are always the
/// model's. A solver that adds no noise gets eta 0. Words of changes must have ids. Error for anything out of range; it
/// says what is allowed.
Result<RequestPlan> planRequest(GenerationRequest request, const ModelConfig &config);

/// Takes over the N that a length head gave a source. Blocks and tails that the sentence is too short for become as long as it
/// allows: the same request must do for every source.
void takeLength(GenerationRequest &request, int length);

/// The stretch that a continuation makes of the one before it. Error as above.
Result<Stretch> continueStretch(const Stretch &before, const Continuation &continuation, const ModelConfig &config);

/// One model call of a stretch (1..M) taken apart into every sentence step that it skips: rows from its timesteps before to
/// those after. Error when the call skips nothing.
Result<SamplingPlan> planSkipped(const Stretch &stretch, int call);

/// Where each position had moved from before model call `call` of a stretch: Stretch::movedFrom further on.
std::vector<int> movedFromBefore(const Stretch &stretch, int call);

} // namespace ard
