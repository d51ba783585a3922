// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/SentenceForm.h"
#include "base/Unicode.h"
#include "base/UnicodeText.h"

#include <algorithm>

namespace ard {

std::string asSentence(const std::string &text)
{
    std::u32string letters = decodeUtf8(text);
    const auto first = std::find_if(letters.begin(), letters.end(), isLetterOrDigit);
    if (first == letters.end())
        return text;
    *first = simpleUpper(*first);
    const auto last = std::find_if(letters.rbegin(), letters.rend(), isLetterOrDigit).base();
    const bool ended = std::any_of(last, letters.end(), [](char32_t c) { return c == U'.' || c == U'!' || c == U'?'; });
    if (!ended)
        letters.push_back(U'.');
    std::string result;
    for (const char32_t letter : letters)
        appendUtf8(result, letter);
    return result;
}

} // namespace ard
