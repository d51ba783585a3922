// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RunTable: runs as data for other programs, every position of every model call: a table (CSV, RFC 4180) with a row each, and
// the same as JSON. Pure, thread-safe.
#include "trace/RunRecord.h"
#include <string>
#include <vector>

namespace ard {

/// A run and what it is called beside others ("A"); the record must outlive the call.
struct NamedRun {
    std::string name;
    const RunRecord *record;
};

/// Columns: lane, schedule, model, seed, model_call (1..M), sentence_step (after it), position (from 0), timestep_before,
/// timestep_after, word_id, piece (U+2581 for a leading space), probability (of that word, 0 where it is not among the eight
/// recorded), entropy (nats), distance, changed (0 or 1).
std::string runsToCsv(const std::vector<NamedRun> &runs);

/// {"format": "ardiff-runs", "version": 1, "runs": [{"lane", "request", "model", "fingerprint", "complete", "seconds",
/// "sentence_steps": [M+1], "timesteps": [[N] x M+1], "outputs": [text], "chosen", "frames": [{"model_call",
/// "milliseconds", "pieces": [N], "word_ids": [N], "probabilities": [N], "entropies": [N]}]}]}
std::string runsToJson(const std::vector<NamedRun> &runs);

} // namespace ard
