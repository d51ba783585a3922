// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RunJson: the parts of a run as JSON values and back, shared by run files and messages. What one number a position has is
// stored as typed arrays (base/Cbor.h): a frame is a dozen values, however many positions it has. Readers check every range
// and report to the FieldReader's status; what they return after an error is harmless but meaningless.
#include "base/FieldReader.h"
#include "trace/RunRecord.h"
#include <nlohmann/json_fwd.hpp>

namespace ard {

// What a run may hold at most; the engine's own limits are narrower.
constexpr int kMaxSamplingSteps = 1'000'000; ///< M; for N and T see TimestepSchedule.h
constexpr std::size_t kMaxTextBytes = 1u << 20;
constexpr std::size_t kMaxNameBytes = 4096;

// The number checks that several readers share.
int readInt(const FieldReader &fields, const char *key, std::int64_t low, std::int64_t high);
double readSeconds(const FieldReader &fields); ///< "seconds"
/// "chosen": an index into so many outputs, 0 where there are none.
int readChosen(const FieldReader &fields, std::size_t outputs);

nlohmann::json requestToJson(const GenerationRequest &request);
/// Length and diffusion steps may be 0 (filled in from the model).
GenerationRequest readRequest(const FieldReader &fields);

nlohmann::json continuationToJson(const Continuation &continuation);
Continuation readContinuation(const FieldReader &fields);
nlohmann::json continuationsToJson(const std::vector<Continuation> &continuations);
/// Reads the list "continuations" of fields.
std::vector<Continuation> readContinuations(const FieldReader &fields);

nlohmann::json frameToJson(const StepFrame &frame);
StepFrame readFrame(const FieldReader &fields);

nlohmann::json wordsToJson(const std::map<std::int32_t, std::string> &words);
std::map<std::int32_t, std::string> readWords(const FieldReader &fields);

nlohmann::json outputsToJson(const std::vector<CandidateOutput> &outputs);
/// Reads the list "outputs" of fields.
std::vector<CandidateOutput> readOutputs(const FieldReader &fields);

/// Everything but the frames.
nlohmann::json runHeaderToJson(const RunRecord &run);
RunRecord readRunHeader(const FieldReader &fields);

} // namespace ard
