// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Solver: how a token goes from one timestep to the next, and the names of it: "ddim" (with eta 1 the paper's) and "dpm++2m"
// (ours: DPM-Solver++ of order 2, for few steps, with a history for every token; it adds no noise).
#include <optional>
#include <string>
#include <vector>

namespace ard {

enum class Solver { Ddim, DpmPlusPlus2M };

std::string solverName(Solver solver);
/// nullopt: there is none of this name.
std::optional<Solver> solverNamed(const std::string &name);
std::vector<std::string> solverNames();

} // namespace ard
