// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FieldSymbols: finds what can be one piece in sources of the form "name: value | name: value", so that the encoder
// reads few positions.
#include <string>
#include <vector>

namespace ard {

/// For every field name its marker as it stands at the start of a text ("name:") and after another field (" | name:");
/// for a field that has at most maxValues different values, also the marker with each value (" | area: riverside").
/// Sorted. Texts of another form give nothing.
std::vector<std::string> fieldSymbols(const std::vector<std::string> &texts, int maxValues);

/// The symbols of a vocabulary that is trained under a normalization rule of SentencePiece ("nmt_nfkc_cf"): those given and, with
/// maxValues above 0, those of the sources' fields. SentencePiece looks for them in text that the rule has changed already,
/// so they are changed in the same way. Sorted, each once.
std::vector<std::string> vocabularySymbols(const std::vector<std::string> &given,
                                           const std::vector<std::string> &sources, int maxValues,
                                           const std::string &rule);

} // namespace ard
