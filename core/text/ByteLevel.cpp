// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/ByteLevel.h"
#include "base/UnicodeText.h"
#include <array>
#include <map>

namespace ard {

namespace {

/// Letters, numbers and the rest never share a word.
enum class Kind { Letter, Number, Space, Other };

Kind kindOf(char32_t c)
{
    if (isWhiteSpace(c))
        return Kind::Space;
    if (isUnicodeLetter(c))
        return Kind::Letter;
    return isUnicodeNumber(c) ? Kind::Number : Kind::Other;
}

/// Length of 's, 't, 're, 've, 'm, 'll or 'd at the start of the text; 0 for none.
std::size_t contractionLength(std::u32string_view text)
{
    for (const std::u32string_view ending : {U"'s", U"'t", U"'re", U"'ve", U"'m", U"'ll", U"'d"})
        if (text.substr(0, ending.size()) == ending)
            return ending.size();
    return 0;
}

std::size_t runLength(std::u32string_view text, std::size_t start)
{
    std::size_t end = start + 1;
    while (end < text.size() && kindOf(text[end]) == kindOf(text[start]))
        ++end;
    return end - start;
}

/// Length of the first word of a text that is not empty.
std::size_t wordLength(std::u32string_view text)
{
    if (const std::size_t contraction = contractionLength(text))
        return contraction;
    const bool leadingSpace = text[0] == U' ' && text.size() > 1 && kindOf(text[1]) != Kind::Space;
    if (leadingSpace)
        return 1 + runLength(text, 1);
    const std::size_t run = runLength(text, 0);
    if (kindOf(text[0]) != Kind::Space || run == text.size() || run == 1)
        return run;
    return run - 1; // the last white space before a word belongs to the word
}

constexpr bool isPrinted(unsigned byte)
{
    return (byte >= '!' && byte <= '~') || (byte >= 0xA1 && byte <= 0xAC) || byte >= 0xAE;
}

constexpr std::array<char32_t, 256> kCharacters = [] {
    std::array<char32_t, 256> characters{};
    char32_t next = 0x100;
    for (unsigned byte = 0; byte < 256; ++byte)
        characters[byte] = isPrinted(byte) ? static_cast<char32_t>(byte) : next++;
    return characters;
}();

} // namespace

std::vector<std::u32string_view> byteLevelWords(std::u32string_view text)
{
    std::vector<std::u32string_view> words;
    while (!text.empty()) {
        const std::size_t length = wordLength(text);
        words.push_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return words;
}

char32_t characterOfByte(std::uint8_t byte)
{
    return kCharacters[byte];
}

std::optional<std::uint8_t> byteOfCharacter(char32_t character)
{
    static const std::map<char32_t, std::uint8_t> bytes = [] {
        std::map<char32_t, std::uint8_t> map;
        for (unsigned byte = 0; byte < 256; ++byte)
            map[kCharacters[byte]] = static_cast<std::uint8_t>(byte);
        return map;
    }();
    const auto found = bytes.find(character);
    return found == bytes.end() ? std::nullopt : std::optional(found->second);
}

} // namespace ard
