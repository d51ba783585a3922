// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ClampMode: what x0_hat becomes after each model call, and the names of it: "none", "nearest" (the paper's clamping trick: the
// embedding of the nearest word), "expected" (ours: the mean of all word embeddings, each with its probability) and "drawn" (ours: the
// embedding of a word that is drawn, each as likely as the vocabulary head finds it: RunRecord.h, temperature and topP).
#include <optional>
#include <string>
#include <vector>

namespace ard {

enum class ClampMode { None, Nearest, Expected, Drawn };

std::string clampName(ClampMode clamp);
/// nullopt: there is none of this name.
std::optional<ClampMode> clampNamed(const std::string &name);
std::vector<std::string> clampNames();

} // namespace ard
