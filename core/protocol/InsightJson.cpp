// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/MessageFields.h"

namespace ard {

namespace {

constexpr float kMaxMagnitude = 1e30F;
/// A softmax can be above 1 by a rounding error.
constexpr float kMaxWeight = 1.001F;

} // namespace

template <class F>
void fields(F &f, FieldsOf<F, FilledSteps> steps)
{
    f.integer("model_call", steps.modelCall, 1, kMaxSamplingSteps);
    f.integer("model_calls", steps.modelCalls, 1, kMaxSamplingSteps);
    std::size_t length = steps.jumpWords.size();
    f.integer("length", length, 1, kMaxLength);
    f.int32s("jump_words", steps.jumpWords, length, 0, INT32_MAX);
    f.int32s("filled_words", steps.filledWords, length, 0, INT32_MAX);
    f.floats("distance", steps.distance, length, 0, kMaxMagnitude);
    f.object("words", steps.words);
    f.number("seconds", steps.seconds, 0, kMaxSeconds);
}

template <class F>
void fields(F &f, FieldsOf<F, AttentionMap> map)
{
    f.integer("model_call", map.modelCall, 1, kMaxSamplingSteps);
    f.integer("layers", map.layers, 1, INT32_MAX);
    f.integer("heads", map.heads, 1, INT32_MAX);
    f.integer("layer", map.layer, 0, map.layers - 1);
    f.integer("head", map.head, 0, map.heads - 1);
    f.integer("length", map.length, 1, kMaxLength);
    f.integer("source_length", map.sourceLength, 1, kMaxTextBytes);
    const auto length = static_cast<std::size_t>(map.length), source = static_cast<std::size_t>(map.sourceLength);
    f.floats("content", map.content, length * length, -kMaxMagnitude, kMaxMagnitude);
    f.floats("time", map.time, length * length, -kMaxMagnitude, kMaxMagnitude);
    f.floats("weights", map.weights, length * length, 0, kMaxWeight);
    f.floats("cross", map.cross, length * source, 0, kMaxWeight);
}

template void fields(FieldFiller &, FilledSteps &);
template void fields(FieldWriter &, const FilledSteps &);
template void fields(FieldFiller &, AttentionMap &);
template void fields(FieldWriter &, const AttentionMap &);

} // namespace ard
