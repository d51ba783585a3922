// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Cbor.h"
#include "trace/PlanJson.h"
#include "trace/RunJson.h"
#include <array>

namespace ard {

namespace {

using nlohmann::json;

constexpr std::array<const char *, 3> kindNames{"pin", "replace", "renoise"};

json changeToJson(const PositionChange &change)
{
    return {{"kind", kindNames[static_cast<std::size_t>(change.kind)]},
            {"position", change.position},
            {"word", change.word},
            {"text", validUtf8(change.text)}};
}

PositionChange readChange(const FieldReader &fields)
{
    PositionChange change;
    const std::string kind = fields.text("kind", kMaxNameBytes);
    std::size_t index = 0;
    while (index < kindNames.size() && kind != kindNames[index])
        ++index;
    if (index == kindNames.size())
        fields.refuse("kind", "pin, replace or renoise");
    else
        change.kind = static_cast<PositionChange::Kind>(index);
    change.position = static_cast<int>(fields.integer("position", 0, kMaxLength - 1));
    change.word = static_cast<std::int32_t>(fields.integer("word", -1, INT32_MAX, -1));
    change.text = fields.text("text", kMaxNameBytes, "");
    return change;
}

} // namespace

json continuationToJson(const Continuation &continuation)
{
    json map{{"from_call", continuation.fromCall},
             {"sampling_steps", continuation.samplingSteps},
             {"changes", json::array()}};
    if (continuation.seed)
        map["seed"] = *continuation.seed;
    if (continuation.schedule)
        map["schedule"] = scheduleToJson(*continuation.schedule);
    if (continuation.ruler)
        map["ruler"] = rulerToJson(*continuation.ruler);
    for (const PositionChange &change : continuation.changes)
        map["changes"].push_back(changeToJson(change));
    return map;
}

Continuation readContinuation(const FieldReader &fields)
{
    Continuation continuation;
    continuation.fromCall = static_cast<int>(fields.integer("from_call", 0, kMaxSamplingSteps));
    continuation.samplingSteps = static_cast<int>(fields.integer("sampling_steps", 0, kMaxSamplingSteps, 0));
    if (fields.has("seed"))
        continuation.seed = fields.unsigned64("seed");
    if (fields.has("schedule"))
        continuation.schedule = readSchedule(fields.object("schedule"));
    if (fields.has("ruler"))
        continuation.ruler = readRuler(fields.object("ruler"));
    if (fields.has("changes"))
        for (const FieldReader &item : fields.objects("changes", static_cast<std::size_t>(kMaxLength)))
            continuation.changes.push_back(readChange(item));
    return continuation;
}

json continuationsToJson(const std::vector<Continuation> &continuations)
{
    json list = json::array();
    for (const Continuation &continuation : continuations)
        list.push_back(continuationToJson(continuation));
    return list;
}

std::vector<Continuation> readContinuations(const FieldReader &fields)
{
    std::vector<Continuation> continuations;
    for (const FieldReader &item : fields.objects("continuations", static_cast<std::size_t>(kMaxContinuations)))
        continuations.push_back(readContinuation(item));
    return continuations;
}

} // namespace ard
