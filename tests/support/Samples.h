// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Samples: runs and messages with something in every field, comparison of every field, and damage for hostile input.
#include "protocol/Messages.h"
#include "trace/RunRecord.h"
#include <cstdint>
#include <nlohmann/json.hpp>
#include <random>
#include <span>
#include <vector>

namespace ard::test {

StepFrame sampleFrame(int length, int modelCall, bool projections);
/// A run of `calls` model calls on `length` positions, all frames there.
RunRecord sampleRun(int length, int calls);
Continuation sampleContinuation();
protocol::ModelSummary sampleModel();
/// One of every kind, in the order of protocol::Body.
std::vector<protocol::Message> sampleMessages();

bool same(const StepFrame &a, const StepFrame &b);
bool same(const std::vector<CandidateOutput> &a, const std::vector<CandidateOutput> &b);
bool same(const GenerationRequest &a, const GenerationRequest &b);
bool same(const RunRecord &a, const RunRecord &b);
bool same(const protocol::ModelSummary &a, const protocol::ModelSummary &b);
bool same(const protocol::Message &a, const protocol::Message &b);

/// Flips, cuts, repeats, swaps in extreme lengths: what comes out is nearly right.
std::vector<std::uint8_t> damaged(std::span<const std::uint8_t> bytes, std::mt19937 &random);

/// Every value inside a JSON value, itself not included, as a JSON pointer.
std::vector<nlohmann::json::json_pointer> everyValue(const nlohmann::json &json);

} // namespace ard::test
