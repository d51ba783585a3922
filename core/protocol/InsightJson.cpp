// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/MessageFields.h"
#include <algorithm>
#include <array>

namespace ard {

namespace {

constexpr float kMaxMagnitude = 1e30F;
/// A softmax can be above 1 by a rounding error.
constexpr float kMaxWeight = 1.001F;
constexpr std::size_t kMaxMappedWords = 1u << 18; ///< of a vocabulary

} // namespace

namespace {

constexpr std::size_t kMaxWidth = 1u << 16; ///< of an embedding

template <class F>
void stageFields(F &f, FieldsOf<F, CallStageView> stage, std::size_t length, std::size_t width)
{
    f.int32s("words", stage.words, length, 0, INT32_MAX);
    f.floats("distance", stage.distance, length, 0, kMaxMagnitude);
    f.floats("values", stage.values, width, -kMaxMagnitude, kMaxMagnitude);
    std::vector<float> point(stage.point.begin(), stage.point.end());
    f.floats("point", point, stage.point.size(), -kMaxMagnitude, kMaxMagnitude);
    if constexpr (F::reads)
        if (f.ok())
            std::copy(point.begin(), point.end(), stage.point.begin());
}

/// As the stages are called in a message.
constexpr std::array<const char *, kCallStages> stageNames{"noisy", "prediction", "clamped", "step", "noise"};

} // namespace

template <class F>
void fields(F &f, FieldsOf<F, CallInside> inside)
{
    std::size_t length = inside.headWords.size(), width = inside.eps.size();
    f.integer("model_call", inside.modelCall, 1, kMaxSamplingSteps);
    f.integer("length", length, 1, kMaxLength);
    f.integer("width", width, 1, kMaxWidth);
    if (!f.ok())
        return;
    f.integer("position", inside.position, 0, static_cast<std::int64_t>(length) - 1);
    f.integer("timestep_before", inside.timestepBefore, 0, kMaxDiffusionSteps - 1);
    f.integer("timestep_after", inside.timestepAfter, 0, inside.timestepBefore);
    constexpr double limit = kMaxMagnitude;
    f.number("latent_factor", inside.latent, -limit, limit);
    f.number("clean_factor", inside.clean, -limit, limit);
    f.number("previous_factor", inside.previous, -limit, limit);
    f.number("noise_factor", inside.noise, -limit, limit);
    for (std::size_t stage = 0; stage < kCallStages; ++stage)
        f.nested(stageNames[stage], [&](auto &inner) { stageFields(inner, inside.stages[stage], length, width); });
    f.floats("eps", inside.eps, width, -kMaxMagnitude, kMaxMagnitude);
    if (f.has("clean_before", !inside.cleanBefore.empty()))
        f.floats("clean_before", inside.cleanBefore, width, -kMaxMagnitude, kMaxMagnitude);
    f.int32s("head_words", inside.headWords, length, 0, INT32_MAX);
    f.object("words", inside.words);
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

template <class F>
void fields(F &f, FieldsOf<F, VocabularyMap> map)
{
    std::vector<float> points;
    for (const std::array<float, 2> &point : map.points)
        points.insert(points.end(), point.begin(), point.end());
    f.texts("pieces", map.pieces, kMaxMappedWords, kMaxNameBytes);
    f.floats("points", points, 2 * map.pieces.size(), -kMaxMagnitude, kMaxMagnitude);
    double share = static_cast<double>(map.share);
    f.number("share", share, 0, 1);
    if constexpr (F::reads) {
        map.share = static_cast<float>(share);
        for (std::size_t i = 0; i + 1 < points.size() && f.ok(); i += 2)
            map.points.push_back({points[i], points[i + 1]});
    }
}

template void fields(FieldFiller &, CallInside &);
template void fields(FieldWriter &, const CallInside &);
template void fields(FieldFiller &, AttentionMap &);
template void fields(FieldWriter &, const AttentionMap &);
template void fields(FieldFiller &, VocabularyMap &);
template void fields(FieldWriter &, const VocabularyMap &);

} // namespace ard
