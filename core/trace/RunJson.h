// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RunJson: the parts of a run as JSON, shared by run files and messages: one description each (base/Fields.h), read and
// written with readFields and fieldsToJson. What one number a position has is stored as typed arrays (base/Cbor.h): a frame
// is a dozen values, however many positions it has. Readers check every range and report to the FieldReader's status; what
// they return after an error is harmless but meaningless.
#include "base/Fields.h"
#include "trace/Insight.h"
#include "trace/RunRecord.h"

namespace ard {

// What a run may hold at most; the engine's own limits are narrower.
constexpr int kMaxSamplingSteps = 1'000'000; ///< M; for N and T see TimestepSchedule.h
constexpr std::size_t kMaxTextBytes = 1u << 20;
constexpr std::size_t kMaxNameBytes = 4096;
constexpr double kMaxSeconds = 1e9;

/// Length and diffusion steps may be 0 (filled in from the model).
template <class F>
void fields(F &f, FieldsOf<F, GenerationRequest> request);
template <class F>
void fields(F &f, FieldsOf<F, Continuation> continuation);
template <class F>
void fields(F &f, FieldsOf<F, StepFrame> frame);
/// Texts of word ids.
template <class F>
void fields(F &f, FieldsOf<F, std::map<std::int32_t, std::string>> words);
/// The lists "outputs", and "chosen", an index into them, 0 where there are none.
template <class F>
void outputFields(F &f, FieldsOf<F, std::vector<CandidateOutput>> outputs);
template <class F>
void chosenField(F &f, FieldsOf<F, int> chosen, std::size_t outputs);
/// What a jump that was taken apart came to.
template <class F>
void fields(F &f, FieldsOf<F, FilledSteps> steps);
/// Everything but the frames.
template <class F>
void fields(F &f, FieldsOf<F, RunRecord> run);

/// "head", "request", "model".
const char *decidedByName(LengthChoice::By by);

nlohmann::json requestToJson(const GenerationRequest &request);

} // namespace ard
