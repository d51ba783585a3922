// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/UnicodeText.h"
#include "base/Unicode.h"
#include <cstdlib>
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

bool hasCase(char32_t codePoint)
{
    return simpleLower(codePoint) != codePoint || simpleUpper(codePoint) != codePoint;
}

/// The common ones of Unicode's Case_Ignorable: they do not end a word when lower case is made.
bool isCaseIgnorable(char32_t c)
{
    return c == '\'' || c == '.' || c == ':' || c == '^' || c == '`' || c == 0xA8 || c == 0xAD || c == 0xAF ||
        c == 0xB4 || c == 0xB7 || c == 0xB8 || (c >= 0x300 && c <= 0x36F) || c == 0x387 || c == 0x2018 || c == 0x2019;
}

/// Unicode's Final_Sigma: after a letter that has case and not before one.
bool isFinalSigma(const std::u32string &text, std::size_t i)
{
    std::size_t before = i;
    while (before > 0 && isCaseIgnorable(text[before - 1]))
        --before;
    std::size_t after = i + 1;
    while (after < text.size() && isCaseIgnorable(text[after]))
        ++after;
    return before > 0 && hasCase(text[before - 1]) && (after == text.size() || !hasCase(text[after]));
}

} // namespace

// The categories of a group are numbered one after the other in utf8proc.h.
bool isUnicodeLetter(char32_t codePoint)
{
    return isBetween(category(codePoint), UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LO);
}

bool isHanCharacter(char32_t codePoint)
{
    return (codePoint >= 0x3400 && codePoint <= 0x4DBF) || (codePoint >= 0x4E00 && codePoint <= 0x9FFF) ||
        (codePoint >= 0xF900 && codePoint <= 0xFAFF) || (codePoint >= 0x20000 && codePoint <= 0x3FFFF) ||
        codePoint == 0x3007;
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

bool isUnicodeSymbol(char32_t codePoint)
{
    return isBetween(category(codePoint), UTF8PROC_CATEGORY_SM, UTF8PROC_CATEGORY_SO);
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

bool isLetterOrDigit(char32_t codePoint)
{
    return isBetween(category(codePoint), UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_NL);
}

std::string toLower(std::string_view text)
{
    const std::u32string points = decodeUtf8(text);
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i] == 0x0130) // I with a dot becomes i and a combining dot, as in Unicode's SpecialCasing
            out += "i\xCC\x87";
        else if (points[i] == 0x03A3)
            appendUtf8(out, isFinalSigma(points, i) ? 0x03C2 : 0x03C3);
        else
            appendUtf8(out, simpleLower(points[i]));
    }
    return out;
}

char32_t simpleUpper(char32_t codePoint)
{
    return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(codePoint)));
}

char32_t simpleLower(char32_t codePoint)
{
    return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(codePoint)));
}

std::string compatibilityForm(const std::string &text, bool foldCase)
{
    const int form = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | (foldCase ? UTF8PROC_CASEFOLD : 0);
    utf8proc_uint8_t *mapped = nullptr;
    const auto length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t *>(text.data()),
                     static_cast<utf8proc_ssize_t>(text.size()), &mapped, static_cast<utf8proc_option_t>(form));
    if (length < 0)
        return text;
    std::string out(reinterpret_cast<const char *>(mapped), static_cast<std::size_t>(length));
    std::free(mapped); // utf8proc's memory is of malloc
    return out;
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
