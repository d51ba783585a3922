// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SourceFields: sources of the form "name: value | name: value", taken apart and put together again.
#include <string>
#include <string_view>
#include <vector>

namespace ard {

constexpr std::string_view kFieldSeparator = " | ";

struct SourceField {
    std::string name, value;
    bool operator==(const SourceField &) const = default;
};

/// The fields in order; parts without a name are left out, so texts of another form give none.
std::vector<SourceField> sourceFields(std::string_view text);
std::string sourceText(const std::vector<SourceField> &fields);

} // namespace ard
