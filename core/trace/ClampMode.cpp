// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/ClampMode.h"

#include <algorithm>

namespace ard {

std::vector<std::string> clampNames()
{
    return {"none", "nearest", "expected", "drawn"};
}

std::string clampName(ClampMode clamp)
{
    return clampNames()[static_cast<std::size_t>(clamp)];
}

std::optional<ClampMode> clampNamed(const std::string &name)
{
    const std::vector<std::string> names = clampNames();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return {};
    return static_cast<ClampMode>(found - names.begin());
}

} // namespace ard
