// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// IrregularForms: English verbs and nouns whose forms no ending explains (went, children), for concept coverage. Some 180
// words of everyday texts with 250 such forms, not a dictionary. Thread-safe.
#include <string_view>

namespace ard {

/// The dictionary form of an irregular form, lower-cased: went gives go. A word that is not in the table comes back as it
/// is. A form of two words belongs to the one that descriptions of scenes use more (saw to see, left to leave, leaves
/// to leaf, lay to lay).
std::string_view dictionaryForm(std::string_view word);

} // namespace ard
