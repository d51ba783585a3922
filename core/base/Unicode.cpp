// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Unicode.h"
#include <cstdint>

namespace ard {

namespace {

constexpr char32_t replacement = 0xFFFD;

struct Decoded {
    char32_t codePoint = replacement;
    std::size_t length = 1;
    bool valid = false;
};

/// The code point at the start of a non-empty text.
Decoded decodeFirst(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t lead = byte(0);
    if (lead < 0x80)
        return {lead, 1, true};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length)
        return {};
    char32_t value = lead & (0xFF >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80)
            return {};
        value = (value << 6) | (byte(i) & 0x3F);
    }
    const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (overlong || surrogate || value > 0x10FFFF)
        return {};
    return {value, length, true};
}

} // namespace

bool isValidUtf8(std::string_view text)
{
    while (!text.empty()) {
        const Decoded first = decodeFirst(text);
        if (!first.valid)
            return false;
        text.remove_prefix(first.length);
    }
    return true;
}

std::u32string decodeUtf8(std::string_view text)
{
    std::u32string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const Decoded first = decodeFirst(text);
        out.push_back(first.codePoint);
        text.remove_prefix(first.length);
    }
    return out;
}

void appendUtf8(std::string &out, char32_t codePoint)
{
    const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (codePoint < 0x80) {
        put(codePoint);
    } else if (codePoint < 0x800) {
        put(0xC0 | (codePoint >> 6));
        put(0x80 | (codePoint & 0x3F));
    } else if (codePoint < 0x10000) {
        put(0xE0 | (codePoint >> 12));
        put(0x80 | ((codePoint >> 6) & 0x3F));
        put(0x80 | (codePoint & 0x3F));
    } else {
        put(0xF0 | (codePoint >> 18));
        put(0x80 | ((codePoint >> 12) & 0x3F));
        put(0x80 | ((codePoint >> 6) & 0x3F));
        put(0x80 | (codePoint & 0x3F));
    }
}

std::string_view withoutByteOrderMark(std::string_view text)
{
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    return text.starts_with(mark) ? text.substr(mark.size()) : text;
}

bool isSpace(char32_t c)
{
    return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
        (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

std::vector<std::string_view> splitWords(std::string_view text)
{
    std::vector<std::string_view> words;
    std::size_t start = 0;
    std::size_t i = 0;
    while (i < text.size()) {
        const Decoded first = decodeFirst(text.substr(i));
        if (isSpace(first.codePoint)) {
            if (i > start)
                words.push_back(text.substr(start, i - start));
            start = i + first.length;
        }
        i += first.length;
    }
    if (start < text.size())
        words.push_back(text.substr(start));
    return words;
}

std::string printable(std::string_view text, std::size_t maxLength)
{
    std::string out;
    std::size_t length = 0;
    while (!text.empty()) {
        if (length++ == maxLength)
            return out + "...";
        const Decoded first = decodeFirst(text);
        const bool isControl = first.codePoint < 0x20 || (first.codePoint >= 0x7F && first.codePoint < 0xA0);
        appendUtf8(out, isControl ? replacement : first.codePoint);
        text.remove_prefix(first.length);
    }
    return out;
}

} // namespace ard
