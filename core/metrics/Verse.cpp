// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/Verse.h"
#include "base/Unicode.h"
#include "base/UnicodeText.h"
#include <algorithm>
#include <set>

namespace ard {

namespace {

constexpr std::u32string_view kCouplet = U"对：", kCoupletTraditional = U"對：";
constexpr std::u32string_view kMarks = U"。，。"; ///< after the second, third and fourth line of a quatrain

std::u32string withoutSpaces(std::string_view text)
{
    std::u32string points = decodeUtf8(text);
    std::erase_if(points, isWhiteSpace);
    return points;
}

bool isLine(std::u32string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), isHanCharacter);
}

std::vector<std::u32string> linesOf(const std::u32string &written)
{
    std::vector<std::u32string> lines;
    std::u32string line;
    for (const char32_t point : written) {
        if (!isUnicodePunctuation(point)) {
            line += point;
        } else if (!line.empty()) {
            lines.push_back(std::move(line));
            line.clear();
        }
    }
    if (!line.empty())
        lines.push_back(std::move(line));
    return lines;
}

bool hasForm(const Poem &poem, std::u32string_view written)
{
    const std::size_t width = poem.first.size();
    if (poem.kind == Poem::Kind::Couplet)
        return written.size() == width && isLine(written);
    if (written.size() != kMarks.size() * (width + 1))
        return false;
    for (const char32_t mark : kMarks) {
        if (!isLine(written.substr(0, width)) || written[width] != mark)
            return false;
        written.remove_prefix(width + 1);
    }
    return true;
}

} // namespace

std::optional<Poem> readPoem(std::string_view source, std::string_view written)
{
    Poem poem;
    poem.first = withoutSpaces(source);
    for (const std::u32string_view prefix : {kCouplet, kCoupletTraditional})
        if (poem.first.starts_with(prefix)) {
            poem.kind = Poem::Kind::Couplet;
            poem.first.erase(0, prefix.size());
        }
    if (!isLine(poem.first))
        return {};
    const std::u32string text = withoutSpaces(written);
    poem.lines = linesOf(text);
    poem.hasForm = hasForm(poem, text);
    return poem;
}

double repeatedCharacters(const Poem &poem)
{
    std::set<char32_t> seen;
    std::size_t repeated = 0, all = 0;
    const auto count = [&](const std::u32string &line) {
        for (std::size_t i = 0; i < line.size(); ++i, ++all) {
            const bool isNew = seen.insert(line[i]).second;
            if (!isNew && (i == 0 || line[i - 1] != line[i]))
                ++repeated;
        }
    };
    count(poem.first);
    std::for_each(poem.lines.begin(), poem.lines.end(), count);
    return all == 0 ? 0 : 100.0 * static_cast<double>(repeated) / static_cast<double>(all);
}

} // namespace ard
