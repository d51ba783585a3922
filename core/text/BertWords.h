// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BertWords: text to the words that a WordPiece vocabulary cuts into pieces, by the rules of BERT's BasicTokenizer
// (google-research/bert, tokenization.py). Thread-safe, no state.
#include <string>
#include <vector>

namespace ard {

/// Takes out control characters, puts spaces around CJK ideographs and cuts at white space and at every punctuation
/// character, which is a word of its own. uncased: letters become lower case and lose their accents.
std::vector<std::u32string> bertWords(const std::u32string &text, bool uncased);

} // namespace ard
