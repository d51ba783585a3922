// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/Branching.h"
#include "trace/Repair.h"
#include <algorithm>

namespace ard {

namespace {

/// Of the record's own calls, the number of the first run's that came before them and are not recorded.
int callsNotRecorded(const RunRecord &record)
{
    return callsBeforeLast(record.request) - record.callsBefore;
}

/// The run with its first so many continuations. call: counted from the first run's start; begin: where its last one begins.
CallPlace placeIn(const GenerationRequest &request, std::size_t continuations, int begin, int call)
{
    CallPlace place{request, call - begin};
    place.request.continuations.resize(continuations);
    return place;
}

/// The last stretch that begins at `latest` or before.
CallPlace placeFrom(const RunRecord &record, int call, int latest)
{
    const std::vector<Continuation> &all = record.request.continuations;
    std::size_t continuations = 0;
    int begin = 0, next = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        next += all[i].fromCall;
        if (next > latest)
            break;
        continuations = i + 1;
        begin = next;
    }
    return placeIn(record.request, continuations, begin, call);
}

} // namespace

int callsBeforeLast(const GenerationRequest &request)
{
    int calls = 0;
    for (const Continuation &continuation : request.continuations)
        calls += continuation.fromCall;
    return calls;
}

CallPlace placeOfCall(const RunRecord &record, int call)
{
    const int counted = call + callsNotRecorded(record);
    return placeFrom(record, counted, counted - 1);
}

CallPlace placeToContinue(const RunRecord &record, int call)
{
    const int counted = call + callsNotRecorded(record);
    return placeFrom(record, counted, counted);
}

RunRecord recordUpTo(const RunRecord &record, int call)
{
    RunRecord before;
    before.request = placeToContinue(record, call).request;
    before.provenance = record.provenance;
    before.lengthChoice = record.lengthChoice;
    const auto rows = static_cast<std::ptrdiff_t>(call) + 1;
    before.plan = {{record.plan.sentenceSteps.begin(), record.plan.sentenceSteps.begin() + rows},
                   {record.plan.timesteps.begin(), record.plan.timesteps.begin() + rows}};
    before.frames.assign(record.frames.begin(), record.frames.begin() + call);
    before.words = record.words;
    before.callsBefore = call;
    return before;
}

SamplingPlan joinedPlan(const SamplingPlan &plan, int calls, const SamplingPlan &rest)
{
    SamplingPlan whole{{plan.sentenceSteps.begin(), plan.sentenceSteps.begin() + calls},
                       {plan.timesteps.begin(), plan.timesteps.begin() + calls}};
    whole.sentenceSteps.insert(whole.sentenceSteps.end(), rest.sentenceSteps.begin(), rest.sentenceSteps.end());
    whole.timesteps.insert(whole.timesteps.end(), rest.timesteps.begin(), rest.timesteps.end());
    return whole;
}

std::vector<MadeChange> changesOf(const RunRecord &record)
{
    std::vector<MadeChange> changes;
    int call = -callsNotRecorded(record);
    for (const Continuation &continuation : record.request.continuations) {
        call += continuation.fromCall;
        for (const PositionChange &change : continuation.changes)
            changes.push_back({std::max(call, 0), change});
    }
    for (const int position : repairedPositions(record))
        changes.push_back(
            {record.plan.modelCalls() - record.plan.repairCalls(), {PositionChange::Kind::Renoise, position, -1, {}}});
    return changes;
}

const MadeChange *pinAt(const std::vector<MadeChange> &changes, int call, int position)
{
    const MadeChange *last = nullptr;
    for (const MadeChange &made : changes)
        if (made.change.position == position && made.call < call)
            last = &made;
    return last && last->change.kind == PositionChange::Kind::Pin ? last : nullptr;
}

} // namespace ard
