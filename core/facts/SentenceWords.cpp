// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/SentenceWords.h"

#include "base/Unicode.h"
#include "base/UnicodeText.h"

namespace ard {

namespace {

constexpr std::string_view spaceMark = "\u2581";
constexpr std::string_view sentenceMarks = ".,;:!?";

bool isSentenceMark(std::string_view text)
{
    return !text.empty() && text.find_first_not_of(sentenceMarks) == std::string_view::npos;
}

} // namespace

std::vector<SentenceWord> sentenceWords(const SeenRun &run, int call)
{
    std::vector<SentenceWord> words;
    bool isJoined = false; // the next piece goes on with the last word, unless it begins one
    for (int n = 0; n < run.length(); ++n) {
        const TokenState *token = run.token(call, n);
        if (!token || run.isPadding(token->wordId))
            continue;
        std::string_view piece = run.piece(token->wordId);
        const std::string unnamed = piece.empty() ? "#" + std::to_string(token->wordId) : std::string();
        if (piece.empty())
            piece = unnamed;
        const bool starts = piece.substr(0, spaceMark.size()) == spaceMark;
        const std::string_view text = starts ? piece.substr(spaceMark.size()) : piece;
        if (text.empty()) {
            isJoined = false; // a lone space
            continue;
        }
        const bool isMark = isSentenceMark(text);
        if (isJoined && !starts && !isMark) {
            words.back().text += text;
            words.back().last = n;
        } else {
            words.push_back({std::string(text), n, n});
        }
        isJoined = !isMark;
    }
    return words;
}

std::vector<SentenceWord> wordsOfText(std::string_view text)
{
    std::vector<SentenceWord> words;
    const auto add = [&words](std::string_view word) {
        const int number = static_cast<int>(words.size());
        if (!word.empty())
            words.push_back({std::string(word), number, number});
    };
    for (const std::string_view word : splitWords(text)) {
        const std::size_t begin = std::min(word.find_first_not_of(sentenceMarks), word.size());
        const std::size_t end = begin < word.size() ? word.find_last_not_of(sentenceMarks) + 1 : begin;
        add(word.substr(0, begin));
        add(word.substr(begin, end - begin));
        add(word.substr(end));
    }
    return words;
}

std::string wordKey(std::string_view word)
{
    return toLower(word);
}

} // namespace ard
