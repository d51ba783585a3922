// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/BertWords.h"
#include "base/UnicodeText.h"
#include <algorithm>

namespace ard {

namespace {

struct Range {
    char32_t first, last;
};

/// The blocks that BERT means by Chinese characters: ideographs of any language, neither kana nor Hangul.
bool isIdeograph(char32_t c)
{
    static constexpr Range ranges[] = {{0x4E00, 0x9FFF},   {0x3400, 0x4DBF},   {0x20000, 0x2A6DF}, {0x2A700, 0x2B73F},
                                       {0x2B740, 0x2B81F}, {0x2B820, 0x2CEAF}, {0xF900, 0xFAFF},   {0x2F800, 0x2FA1F}};
    return std::any_of(std::begin(ranges), std::end(ranges), [c](Range r) { return c >= r.first && c <= r.last; });
}

/// BERT counts every ASCII character that is neither letter nor digit, such as $ and +, besides Unicode's punctuation.
bool isPunctuation(char32_t c)
{
    const bool ascii = (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);
    return ascii || isUnicodePunctuation(c);
}

std::u32string cleaned(const std::u32string &text)
{
    std::u32string out;
    out.reserve(text.size());
    for (const char32_t c : text) {
        // What is not assigned stays, as in BERT: which code points these are changes with every version of Unicode.
        const bool lineOrTab = c == '\t' || c == '\n' || c == '\r';
        if (c == 0 || c == 0xFFFD || (isUnicodeOther(c) && !lineOrTab))
            continue;
        if (isIdeograph(c))
            out.append({U' ', c, U' '});
        else
            out.push_back(isWhiteSpace(c) ? U' ' : c);
    }
    return out;
}

std::u32string withoutCaseAndAccents(const std::u32string &text)
{
    std::u32string out;
    for (const char32_t c : decomposed(text))
        if (!isUnicodeMark(c))
            out.push_back(simpleLower(c));
    return out;
}

} // namespace

std::vector<std::u32string> bertWords(const std::u32string &text, bool uncased)
{
    const std::u32string normal = uncased ? withoutCaseAndAccents(cleaned(text)) : cleaned(text);
    std::vector<std::u32string> words;
    bool inWord = false;
    for (const char32_t c : normal) {
        if (isWhiteSpace(c)) {
            inWord = false;
        } else if (isPunctuation(c)) {
            words.push_back({c});
            inWord = false;
        } else if (inWord) {
            words.back().push_back(c);
        } else {
            words.push_back({c});
            inWord = true;
        }
    }
    return words;
}

} // namespace ard
