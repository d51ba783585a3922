// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// UnicodeText: the Unicode properties and forms that tokenizers of the Python world are defined by, over libutf8proc.
// base/Unicode.h has what needs no tables. Independent of the locale, thread-safe.
#include <string>

namespace ard {

bool isUnicodeLetter(char32_t codePoint);      ///< general category L*
bool isUnicodeNumber(char32_t codePoint);      ///< N*
bool isUnicodeMark(char32_t codePoint);        ///< Mn: accents and the like that take no place of their own
bool isUnicodePunctuation(char32_t codePoint); ///< P*
bool isUnicodeOther(char32_t codePoint); ///< Cc, Cf, Cs, Co: control and format characters, surrogates, private use
/// The property White_Space: as \s of regular expressions, without the separators U+001C..U+001F that Python's isspace has.
bool isWhiteSpace(char32_t codePoint);

char32_t simpleUpper(char32_t codePoint);
char32_t simpleLower(char32_t codePoint); ///< both: one code point to one, whatever stands around it
/// Canonical decomposition of every code point: accents apart from their letters, Hangul as its parts. Order is not changed.
std::u32string decomposed(const std::u32string &text);

} // namespace ard
