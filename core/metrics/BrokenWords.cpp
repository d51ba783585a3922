// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/BrokenWords.h"
#include "base/Files.h"
#include "base/Unicode.h"
#include "base/UnicodeText.h"

namespace ard {

namespace {

bool isOfWord(char32_t point)
{
    return isUnicodeLetter(point) || isUnicodeMark(point) || point == U'\'' || point == U'\u2019';
}

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    bool inWord = false;
    for (const char32_t point : decodeUtf8(toLower(text))) {
        if (isOfWord(point) && !inWord)
            words.emplace_back();
        inWord = isOfWord(point);
        if (inWord)
            appendUtf8(words.back(), point == U'\u2019' ? U'\'' : point); // typographic or not, one apostrophe
    }
    return words;
}

} // namespace

bool KnownWords::add(std::string_view text)
{
    std::vector<std::string> words = wordsOf(text);
    for (std::string &word : words)
        m_words.insert(std::move(word));
    return !words.empty();
}

Result<KnownWords> readKnownWords(const std::vector<std::string> &paths)
{
    KnownWords known;
    for (const std::string &path : paths) {
        ARD_ASSIGN(const auto lines, readLines(path));
        bool hasWords = false;
        for (const std::string &line : lines)
            hasWords = known.add(line) || hasWords;
        if (!hasWords)
            return fail(ErrorCode::Format, "'" + path + "' has no words");
    }
    return known;
}

std::vector<std::string> brokenWords(std::string_view text, const KnownWords &known)
{
    std::vector<std::string> broken;
    for (std::string &word : wordsOf(text))
        if (!known.contains(word))
            broken.push_back(std::move(word));
    return broken;
}

std::vector<std::string> repeatedWords(std::string_view text)
{
    std::vector<std::string> repeated;
    const std::vector<std::string> words = wordsOf(text);
    for (std::size_t i = 1; i < words.size(); ++i)
        if (words[i] == words[i - 1])
            repeated.push_back(words[i]);
    return repeated;
}

} // namespace ard
