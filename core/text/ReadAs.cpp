// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/ReadAs.h"

#include "base/Files.h"
#include "base/Unicode.h"
#include <fmt/format.h>
#include <set>

namespace ard {

namespace {

/// "4E00 4E01"
std::string codePoints(std::string_view text)
{
    std::string points;
    for (const char32_t point : decodeUtf8(text))
        points += fmt::format("{}{:04X}", points.empty() ? "" : " ", static_cast<std::uint32_t>(point));
    return points;
}

} // namespace

Result<std::string> sentencePieceRules(const std::filesystem::path &path)
{
    ARD_ASSIGN(const std::vector<std::string> lines, readLines(path));
    std::string rules;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto refused = [&](std::string_view why) {
            return fail(ErrorCode::Format, fmt::format("{}, line {}: {}", path.string(), i + 1, why));
        };
        const std::size_t tab = lines[i].find('\t');
        if (tab == std::string::npos || lines[i].find('\t', tab + 1) != std::string::npos)
            return refused("a text, one tab and what it is read as are wanted");
        const std::string from = codePoints(std::string_view(lines[i]).substr(0, tab));
        const std::string to = codePoints(std::string_view(lines[i]).substr(tab + 1));
        if (from.empty() || to.empty())
            return refused("neither side may be empty");
        if (!seen.insert(from).second)
            return refused("the text stands there twice");
        rules += from + '\t' + to + '\n';
    }
    if (rules.empty())
        return fail(ErrorCode::Format, path.string() + " is empty");
    return rules;
}

} // namespace ard
