// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/Words.h"
#include "base/Unicode.h"
#include "base/UnicodeText.h"
#include "metrics/IrregularForms.h"

namespace ard {

namespace {

bool hasVowel(std::string_view text)
{
    return text.find_first_of("aeiouy") != std::string_view::npos;
}

/// Cuts the ending off where a word with a vowel is left.
bool cutEnding(std::string &word, std::string_view ending)
{
    if (!word.ends_with(ending) || !hasVowel(std::string_view(word).substr(0, word.size() - ending.size())))
        return false;
    word.resize(word.size() - ending.size());
    return true;
}

} // namespace

std::vector<std::string> lowerCasedWords(std::string_view text)
{
    std::vector<std::string> words;
    bool inWord = false;
    for (const char32_t point : decodeUtf8(toLower(text))) {
        const bool alone = isHanCharacter(point), goesOn = !alone && isLetterOrDigit(point);
        if (alone || (goesOn && !inWord))
            words.emplace_back();
        if (alone || goesOn)
            appendUtf8(words.back(), point);
        inWord = goesOn;
    }
    return words;
}

std::string stem(std::string word)
{
    word = std::string(dictionaryForm(word));
    if (word.size() > 3 && !word.ends_with("ss") && !word.ends_with("us"))
        cutEnding(word, "s");
    if (!word.ends_with("eed") && !cutEnding(word, "ing"))
        cutEnding(word, "ed");
    // What is left differs in a mute e, a doubled letter or y for i: the same cuts on both sides make them equal.
    if (word.size() > 2 && word.ends_with('e'))
        word.pop_back();
    if (word.size() > 2 && word.back() == word[word.size() - 2])
        word.pop_back();
    if (word.size() > 2 && word.ends_with('y'))
        word.back() = 'i';
    return word;
}

} // namespace ard
