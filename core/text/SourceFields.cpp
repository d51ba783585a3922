// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/SourceFields.h"

namespace ard {

std::vector<SourceField> sourceFields(std::string_view text)
{
    std::vector<SourceField> fields;
    while (!text.empty()) {
        const std::size_t end = text.find(kFieldSeparator);
        const std::string_view part = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + kFieldSeparator.size());
        const std::size_t colon = part.find(": ");
        if (colon != std::string_view::npos && colon > 0)
            fields.push_back({std::string(part.substr(0, colon)), std::string(part.substr(colon + 2))});
    }
    return fields;
}

std::string sourceText(const std::vector<SourceField> &fields)
{
    std::string text;
    for (const SourceField &field : fields)
        text.append(text.empty() ? "" : kFieldSeparator).append(field.name).append(": ").append(field.value);
    return text;
}

} // namespace ard
