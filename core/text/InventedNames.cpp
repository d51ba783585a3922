// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/InventedNames.h"
#include "text/Draws.h"
#include "text/SourceFields.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace ard {

namespace {

constexpr std::uint32_t kNamesStream = 402;
constexpr std::uint64_t kDrawsPerName = 64;

constexpr std::array<std::string_view, 28> kOnsets = {"b",  "c",  "d",  "f",  "g",  "h",  "j",  "k", "l",  "m",
                                                      "n",  "p",  "r",  "s",  "t",  "v",  "w",  "z", "br", "ch",
                                                      "dr", "gr", "kl", "pl", "sh", "st", "th", "tr"};
constexpr std::array<std::string_view, 12> kVowels = {"a", "e", "i", "o", "u", "a", "e", "i", "o", "ai", "ee", "ou"};
constexpr std::array<std::string_view, 14> kEnds = {"",  "",  "",  "",   "n",  "r", "l",
                                                    "s", "t", "m", "ck", "nd", "x", "sh"};
constexpr std::array<std::string_view, 12> kKinds = {"Grill",  "Kitchen", "House", "Garden", "Corner", "Bakery",
                                                     "Tavern", "Hotel",   "Inn",   "Lounge", "Palace", "Rooms"};

std::string word(Draws &draw)
{
    std::string text;
    const int syllables = draw.next() < 0.25 ? 1 : draw.next() < 0.7 ? 2 : 3;
    for (int i = 0; i < syllables; ++i) {
        const bool last = i + 1 == syllables;
        if (i > 0 || draw.next() < 0.85)
            text += draw.oneOf(kOnsets);
        text += draw.oneOf(kVowels);
        if (last)
            text += draw.oneOf(kEnds);
    }
    text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

/// Letters and bytes of characters outside ASCII.
bool inWord(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80) != 0;
}

std::size_t findWhole(const std::string &text, const std::string &value, std::size_t from)
{
    for (std::size_t at = text.find(value, from); at != std::string::npos; at = text.find(value, at + 1)) {
        const std::size_t end = at + value.size();
        if ((at == 0 || !inWord(text[at - 1])) && (end == text.size() || !inWord(text[end])))
            return at;
    }
    return std::string::npos;
}

bool replaceValue(std::string &text, const std::string &value, const std::string &by)
{
    bool any = false;
    for (std::size_t at = findWhole(text, value, 0); at != std::string::npos;
         at = findWhole(text, value, at + by.size())) {
        text.replace(at, value.size(), by);
        any = true;
    }
    return any;
}

} // namespace

std::string inventedName(std::uint64_t seed, std::uint64_t index)
{
    Draws draw(seed, kNamesStream, index * kDrawsPerName);
    const double shape = draw.next();
    if (shape < 0.4)
        return word(draw);
    if (shape < 0.6)
        return "The " + word(draw);
    if (shape < 0.8) {
        const std::string name = word(draw);
        return name + " " + std::string(draw.oneOf(kKinds));
    }
    const std::string first = word(draw);
    return first + " " + word(draw);
}

bool inventNames(std::string &source, std::string &target, const std::vector<std::string> &fields, std::uint64_t seed,
                 std::uint64_t index)
{
    std::vector<SourceField> parts = sourceFields(source);
    bool any = false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto wanted = std::find(fields.begin(), fields.end(), parts[i].name);
        if (wanted == fields.end() || parts[i].value.empty())
            continue;
        const auto number = index * fields.size() + static_cast<std::uint64_t>(wanted - fields.begin());
        const std::string name = inventedName(seed, number);
        if (!replaceValue(target, parts[i].value, name))
            continue;
        parts[i].value = name;
        any = true;
    }
    if (any)
        source = sourceText(parts);
    return any;
}

} // namespace ard
