// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/RunJson.h"
#include <algorithm>

namespace ard {

namespace {

constexpr float kMaxMagnitude = 1e30F;
constexpr double kMaxMilliseconds = 1e12;

void typed(FieldFiller &f, const char *key, std::vector<std::uint8_t> &values, std::size_t count, std::uint8_t,
           std::uint8_t high)
{
    f.uint8s(key, values, count, high);
}

void typed(FieldWriter &f, const char *key, std::vector<std::uint8_t> &values, std::size_t count, std::uint8_t,
           std::uint8_t high)
{
    f.uint8s(key, values, count, high);
}

template <class F>
void typed(F &f, const char *key, std::vector<std::int32_t> &values, std::size_t count, std::int32_t low,
           std::int32_t high)
{
    f.int32s(key, values, count, low, high);
}

template <class F>
void typed(F &f, const char *key, std::vector<float> &values, std::size_t count, float low, float high)
{
    f.floats(key, values, count, low, high);
}

/// One number a position, in order. get(token) is what is written, set(token, value) takes what is read.
template <class T, class F, class Tokens, class Get, class Set>
void column(F &f, const char *key, Tokens &tokens, T low, T high, Get get, Set set)
{
    std::vector<T> values;
    if constexpr (!F::reads) {
        values.reserve(tokens.size());
        for (const TokenState &token : tokens)
            values.push_back(static_cast<T>(get(token)));
    }
    typed(f, key, values, tokens.size(), low, high);
    if constexpr (F::reads)
        for (std::size_t n = 0; n < tokens.size() && f.ok(); ++n)
            set(tokens[n], values[n]);
}

/// The same where the number is a member as it is.
template <class T, class F, class Tokens, class Member>
void column(F &f, const char *key, Tokens &tokens, T low, T high, Member TokenState::*member)
{
    column<T>(
        f, key, tokens, low, high, [member](const TokenState &token) { return token.*member; },
        [member](TokenState &token, T value) { token.*member = static_cast<Member>(value); });
}

/// Width numbers a position.
template <class T, std::size_t Width, class F, class Tokens, class Get, class Set>
void rows(F &f, const char *key, Tokens &tokens, T low, T high, Get get, Set set)
{
    std::vector<T> values;
    if constexpr (!F::reads) {
        values.reserve(tokens.size() * Width);
        for (const TokenState &token : tokens) {
            const std::array<T, Width> row = get(token);
            values.insert(values.end(), row.begin(), row.end());
        }
    }
    typed(f, key, values, tokens.size() * Width, low, high);
    if constexpr (F::reads)
        for (std::size_t n = 0; n < tokens.size() && f.ok(); ++n) {
            std::array<T, Width> row{};
            std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(n * Width), Width, row.begin());
            set(tokens[n], row);
        }
}

/// A softmax can be above 1 by a rounding error.
std::array<float, kTopWords> probabilities(const TokenState &token)
{
    auto values = token.topProbabilities;
    for (float &value : values)
        value = std::clamp(value, 0.0F, 1.0F);
    return values;
}

bool anyProjection(const std::vector<TokenState> &tokens)
{
    return std::any_of(tokens.begin(), tokens.end(),
                       [](const TokenState &token) { return token.projection.has_value(); });
}

template <class F, class Tokens>
void projectionFields(F &f, Tokens &tokens)
{
    column<std::uint8_t>(
        f, "projected", tokens, 0, 1, [](const TokenState &token) { return token.projection ? 1 : 0; },
        [](TokenState &token, std::uint8_t is) {
            if (is != 0)
                token.projection.emplace();
        });
    rows<float, 2>(
        f, "projection", tokens, -kMaxMagnitude, kMaxMagnitude,
        [](const TokenState &token) { return token.projection.value_or(std::array<float, 2>{}); },
        [](TokenState &token, const std::array<float, 2> &point) {
            if (token.projection)
                token.projection = point;
        });
}

} // namespace

template <class F>
void fields(F &f, FieldsOf<F, StepFrame> frame)
{
    auto &tokens = frame.tokens;
    f.integer("candidate", frame.candidate, 0, kMaxCandidates - 1);
    f.integer("model_call", frame.modelCall, 1, kMaxSamplingSteps);
    f.integer("sentence_step_before", frame.sentenceStepBefore, 0, INT32_MAX);
    f.integer("sentence_step_after", frame.sentenceStepAfter, 0, INT32_MAX);
    f.number("milliseconds", frame.milliseconds, 0, kMaxMilliseconds);
    std::size_t length = tokens.size();
    f.integer("length", length, 1, kMaxLength);
    if constexpr (F::reads) {
        if (!f.ok())
            return;
        tokens.resize(length);
    }
    column<std::int32_t>(f, "timesteps_before", tokens, 0, kMaxDiffusionSteps - 1, &TokenState::timestepBefore);
    column<std::int32_t>(f, "timesteps_after", tokens, 0, kMaxDiffusionSteps - 1, &TokenState::timestepAfter);
    column<std::int32_t>(f, "word_ids", tokens, 0, INT32_MAX, &TokenState::wordId);
    rows<std::int32_t, kTopWords>(
        f, "top_ids", tokens, -1, INT32_MAX, [](const TokenState &token) { return token.topIds; },
        [](TokenState &token, const auto &ids) { token.topIds = ids; });
    rows<float, kTopWords>(f, "top_probabilities", tokens, 0.0F, 1.0F, probabilities,
                           [](TokenState &token, const auto &values) { token.topProbabilities = values; });
    column<float>(
        f, "entropy", tokens, 0.0F, kMaxMagnitude,
        [](const TokenState &token) { return std::max(token.entropy, 0.0F); },
        [](TokenState &token, float value) { token.entropy = value; });
    column<float>(f, "distance", tokens, 0.0F, kMaxMagnitude, &TokenState::distance);
    column<std::uint8_t>(
        f, "changed", tokens, 0, 1, [](const TokenState &token) { return token.changed ? 1 : 0; },
        [](TokenState &token, std::uint8_t is) { token.changed = is != 0; });
    if (f.has("projection", anyProjection(tokens)))
        projectionFields(f, tokens);
}

template void fields(FieldFiller &, StepFrame &);
template void fields(FieldWriter &, const StepFrame &);

} // namespace ard
