// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Words: word tokens for the metrics that compare words, and a plain stem for English inflections.
#include <string>
#include <string_view>
#include <vector>

namespace ard {

/// Runs of letters and digits, lower-cased; each Chinese character is a word. "Jane's £3.50" gives jane, s, 3, 50.
std::vector<std::string> lowerCasedWords(std::string_view text);

/// A form that inflections of one English word share (walk, walks, walked, walking; carry, carries; stand, stood), not
/// a dictionary form. Takes a lower-cased word. Irregular verbs and plurals are those of metrics/IrregularForms.h.
std::string stem(std::string word);

} // namespace ard
