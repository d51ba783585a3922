// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/Solver.h"

#include <algorithm>

namespace ard {

std::vector<std::string> solverNames()
{
    return {"ddim", "dpm++2m"};
}

std::string solverName(Solver solver)
{
    return solverNames()[static_cast<std::size_t>(solver)];
}

std::optional<Solver> solverNamed(const std::string &name)
{
    const std::vector<std::string> names = solverNames();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return {};
    return static_cast<Solver>(found - names.begin());
}

} // namespace ard
