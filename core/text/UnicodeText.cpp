// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/UnicodeText.h"
#include <utf8proc.h>
#include <vector>

namespace ard {

namespace {

utf8proc_category_t category(char32_t codePoint)
{
    return utf8proc_category(static_cast<utf8proc_int32_t>(codePoint));
}

bool isBetween(utf8proc_category_t value, utf8proc_category_t first, utf8proc_category_t last)
{
    return value >= first && value <= last;
}

} // namespace

// The categories of a group are numbered one after the other in utf8proc.h.
bool isUnicodeLetter(char32_t codePoint)
{
    return isBetween(category(codePoint), UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LO);
}

bool isUnicodeNumber(char32_t codePoint)
{
    return isBetween(category(codePoint), UTF8PROC_CATEGORY_ND, UTF8PROC_CATEGORY_NO);
}

bool isUnicodeMark(char32_t codePoint)
{
    return category(codePoint) == UTF8PROC_CATEGORY_MN;
}

bool isUnicodePunctuation(char32_t codePoint)
{
    return isBetween(category(codePoint), UTF8PROC_CATEGORY_PC, UTF8PROC_CATEGORY_PO);
}

bool isUnicodeOther(char32_t codePoint)
{
    return isBetween(category(codePoint), UTF8PROC_CATEGORY_CC, UTF8PROC_CATEGORY_CO);
}

bool isWhiteSpace(char32_t c)
{
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
        (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

char32_t simpleUpper(char32_t codePoint)
{
    return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(codePoint)));
}

char32_t simpleLower(char32_t codePoint)
{
    return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(codePoint)));
}

std::u32string decomposed(const std::u32string &text)
{
    constexpr int longest = 32; // of one code point; Unicode's longest canonical decomposition has four
    std::vector<utf8proc_int32_t> parts(longest);
    std::u32string out;
    out.reserve(text.size());
    for (const char32_t codePoint : text) {
        const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(codePoint), parts.data(), longest,
                                                   UTF8PROC_DECOMPOSE, nullptr);
        if (count < 0 || count > longest) {
            out.push_back(codePoint);
            continue;
        }
        for (utf8proc_ssize_t i = 0; i < count; ++i)
            out.push_back(static_cast<char32_t>(parts[static_cast<std::size_t>(i)]));
    }
    return out;
}

} // namespace ard
