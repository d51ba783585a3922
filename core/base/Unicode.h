// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Unicode: UTF-8 checked, decoded and made, and Python's idea of white space (metrics must agree with tools written in
// Python). What needs the tables of Unicode is in UnicodeText.h. Independent of the locale, thread-safe.
#include <string>
#include <string_view>
#include <vector>

namespace ard {

/// Strict: no overlong forms, no surrogates, nothing above U+10FFFF.
bool isValidUtf8(std::string_view text);
/// Bytes that are not UTF-8 become U+FFFD, one each.
std::u32string decodeUtf8(std::string_view text);
void appendUtf8(std::string &out, char32_t codePoint);
/// Editors put it before a file: U+FEFF at the start, which is no part of the text.
std::string_view withoutByteOrderMark(std::string_view text);
/// As Python's str.isspace.
bool isSpace(char32_t codePoint);
/// As Python's str.split(): words between runs of white space. The views point into text.
std::vector<std::string_view> splitWords(std::string_view text);
/// Foreign text for a message: valid UTF-8, without control characters (a terminal would obey them), at most maxLength characters.
std::string printable(std::string_view text, std::size_t maxLength = 200);

} // namespace ard
