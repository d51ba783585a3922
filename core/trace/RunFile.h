// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RunFile: RunRecord to and from .ardrun (CBOR, versioned). Reading never trusts the file: sizes and ranges are checked first.
#include "base/Result.h"
#include "trace/RunRecord.h"
#include <filesystem>
#include <span>

namespace ard {

constexpr int kRunFileMajor = 1;
/// 1.1: solver, noise_top_p, stop_when_settled, continuations; model_calls of outputs. 1.2: knots of timestep schedules. 1.3: lengths of candidates.
/// 1.4: starting_noise, temperature and top_p. 1.5: length_choice. 1.6: the clamp drawn.
constexpr int kRunFileMinor = 6;

std::vector<std::uint8_t> encodeRun(const RunRecord &run);
/// Error for anything truncated, foreign, hostile or of a newer major version. A newer minor version is read.
Result<RunRecord> decodeRun(std::span<const std::uint8_t> bytes);
Status saveRun(const RunRecord &run, const std::filesystem::path &path);
Result<RunRecord> loadRun(const std::filesystem::path &path);

} // namespace ard
