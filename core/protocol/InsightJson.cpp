// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Cbor.h"
#include "protocol/MessageJson.h"
#include "trace/RunJson.h"

namespace ard::protocol {

namespace {

using nlohmann::json;

constexpr float kMaxMagnitude = 1e30F;
/// A softmax can be above 1 by a rounding error.
constexpr float kMaxWeight = 1.001F;

json floatsToJson(const std::vector<float> &values)
{
    return cborArray(std::span<const float>(values));
}

json idsToJson(const std::vector<std::int32_t> &ids)
{
    return cborArray(std::span<const std::int32_t>(ids));
}

} // namespace

json filledToJson(const FilledSteps &steps)
{
    return {{"model_call", steps.modelCall},
            {"model_calls", steps.modelCalls},
            {"length", steps.jumpWords.size()},
            {"jump_words", idsToJson(steps.jumpWords)},
            {"filled_words", idsToJson(steps.filledWords)},
            {"distance", floatsToJson(steps.distance)},
            {"words", wordsToJson(steps.words)},
            {"seconds", steps.seconds}};
}

FilledSteps readFilled(const FieldReader &fields)
{
    FilledSteps steps;
    steps.modelCall = readInt(fields, "model_call", 1, kMaxSamplingSteps);
    steps.modelCalls = readInt(fields, "model_calls", 1, kMaxSamplingSteps);
    const auto length = static_cast<std::size_t>(fields.integer("length", 1, kMaxLength));
    steps.jumpWords = fields.int32s("jump_words", length, 0, INT32_MAX);
    steps.filledWords = fields.int32s("filled_words", length, 0, INT32_MAX);
    steps.distance = fields.floats("distance", length, 0, kMaxMagnitude);
    steps.words = readWords(fields.object("words"));
    steps.seconds = readSeconds(fields);
    return steps;
}

json attentionToJson(const AttentionMap &map)
{
    return {{"model_call", map.modelCall},
            {"layer", map.layer},
            {"head", map.head},
            {"layers", map.layers},
            {"heads", map.heads},
            {"length", map.length},
            {"source_length", map.sourceLength},
            {"content", floatsToJson(map.content)},
            {"time", floatsToJson(map.time)},
            {"weights", floatsToJson(map.weights)},
            {"cross", floatsToJson(map.cross)}};
}

AttentionMap readAttention(const FieldReader &fields)
{
    AttentionMap map;
    map.modelCall = readInt(fields, "model_call", 1, kMaxSamplingSteps);
    map.layers = readInt(fields, "layers", 1, INT32_MAX);
    map.heads = readInt(fields, "heads", 1, INT32_MAX);
    map.layer = readInt(fields, "layer", 0, map.layers - 1);
    map.head = readInt(fields, "head", 0, map.heads - 1);
    map.length = readInt(fields, "length", 1, kMaxLength);
    map.sourceLength = readInt(fields, "source_length", 1, kMaxTextBytes);
    const auto length = static_cast<std::size_t>(map.length), source = static_cast<std::size_t>(map.sourceLength);
    map.content = fields.floats("content", length * length, -kMaxMagnitude, kMaxMagnitude);
    map.time = fields.floats("time", length * length, -kMaxMagnitude, kMaxMagnitude);
    map.weights = fields.floats("weights", length * length, 0, kMaxWeight);
    map.cross = fields.floats("cross", length * source, 0, kMaxWeight);
    return map;
}

} // namespace ard::protocol
