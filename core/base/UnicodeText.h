// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// UnicodeText: properties and forms of Unicode, over libutf8proc; tokenizers and metrics of the Python world are defined by
// them. Unicode.h has what needs no tables. Independent of the locale and of what locales are installed, thread-safe.
#include <string>
#include <string_view>

namespace ard {

bool isUnicodeLetter(char32_t codePoint);      ///< general category L*
bool isUnicodeNumber(char32_t codePoint);      ///< N*
bool isUnicodeMark(char32_t codePoint);        ///< Mn: accents and the like that take no place of their own
bool isUnicodePunctuation(char32_t codePoint); ///< P*
bool isUnicodeSymbol(char32_t codePoint);      ///< S*
bool isUnicodeOther(char32_t codePoint); ///< Cc, Cf, Cs, Co: control and format characters, surrogates, private use
/// The property White_Space: as \s of regular expressions, without the separators U+001C..U+001F that Python's isspace has.
bool isWhiteSpace(char32_t codePoint);

/// Chinese characters of any language: neither kana nor Hangul nor marks. All blocks, and planes 2 and 3, which are theirs.
bool isHanCharacter(char32_t codePoint);

/// What words are made of: letters with their marks, decimal digits and numbers that are letters (as the Roman ones).
bool isLetterOrDigit(char32_t codePoint);

/// Python's str.lower: every code point in lower case, a word's last capital sigma as the final small sigma.
std::string toLower(std::string_view text);
char32_t simpleUpper(char32_t codePoint);
char32_t simpleLower(char32_t codePoint); ///< both: one code point to one, whatever stands around it
/// Unicode's NFKC, which writes ligatures, wide letters and the like in their plain form; foldCase: and every letter without its case.
/// Text that is not UTF-8 stays as it is.
std::string compatibilityForm(const std::string &text, bool foldCase);
/// Canonical decomposition of every code point: accents apart from their letters, Hangul as its parts. Order is not changed.
std::u32string decomposed(const std::u32string &text);

} // namespace ard
