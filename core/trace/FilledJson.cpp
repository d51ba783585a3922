// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/RunJson.h"

namespace ard {

namespace {
constexpr float kMaxDistance = 1e30F;
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
    f.floats("distance", steps.distance, length, 0, kMaxDistance);
    f.object("words", steps.words);
    f.number("seconds", steps.seconds, 0, kMaxSeconds);
}

template void fields(FieldFiller &, FilledSteps &);
template void fields(FieldWriter &, const FilledSteps &);

} // namespace ard
