// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Unicode.h"
#include "base/UnicodeText.h"
#include "metrics/Bleu.h"

namespace ard {

namespace {

/// Replaces every pair of neighbours (a,b) for which matches(a,b) holds, going on behind it, as a regular expression
/// would.
template <class Matches>
std::u32string spacePairs(const std::u32string &text, Matches matches, bool spaceBefore, bool spaceAfter)
{
    std::u32string out;
    std::size_t i = 0;
    while (i < text.size()) {
        if (i + 1 == text.size() || !matches(text[i], text[i + 1])) {
            out += text[i++];
            continue;
        }
        if (spaceBefore)
            out += U' ';
        out += text[i];
        out += U' ';
        out += text[i + 1];
        if (spaceAfter)
            out += U' ';
        i += 2;
    }
    return out;
}

} // namespace

std::string tokenizeInternational(std::string_view line)
{
    std::u32string text = decodeUtf8(line);
    // White space at the end goes first, so that a full stop behind the last number stays with it, as in the original.
    while (!text.empty() && isSpace(text.back()))
        text.pop_back();
    text = spacePairs(
        text, [](char32_t a, char32_t b) { return !isUnicodeNumber(a) && isUnicodePunctuation(b); }, false, true);
    text = spacePairs(
        text, [](char32_t a, char32_t b) { return isUnicodePunctuation(a) && !isUnicodeNumber(b); }, true, false);
    std::string spaced;
    for (const char32_t point : text) {
        const bool symbol = isUnicodeSymbol(point);
        if (symbol)
            spaced += ' ';
        appendUtf8(spaced, point);
        if (symbol)
            spaced += ' ';
    }
    std::string tokens;
    for (const std::string_view word : splitWords(spaced)) {
        if (!tokens.empty())
            tokens += ' ';
        tokens += word;
    }
    return tokens;
}

} // namespace ard
