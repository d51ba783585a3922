// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Preparation: from two text files to a folder that the trainer reads: trains one SentencePiece vocabulary on both
// sides together, cuts both sides into ids, and counts. The same input and options give the same bytes.
#include "text/PreparedData.h"
#include <filesystem>
#include <string>
#include <vector>

namespace ard {

/// What one piece of the vocabulary is at most.
enum class Pieces {
    Parts,      ///< SentencePiece's unigram model: words and parts of words
    Words,      ///< every word between spaces; others are unknown
    Characters, ///< every character, without a piece for the space that otherwise stands before a text
};

struct PrepareOptions {
    std::filesystem::path source;                   ///< one text a line
    std::filesystem::path target;                   ///< as many lines
    std::filesystem::path validSource, validTarget; ///< optional, both or neither
    std::filesystem::path
        validReferences; ///< optional instead: source, then references, tab-separated; each one is a pair
    std::filesystem::path out;
    std::filesystem::path
        tokenizer; ///< a SentencePiece vocabulary to take instead of training one; what shapes one is ignored then
    int vocabularySize = 2000;
    bool lower = false; ///< Unicode case folding, becomes part of the vocabulary
    Pieces pieces = Pieces::Parts;
    std::string
        normalization; ///< SentencePiece rule: identity, nfkc, nmt_nfkc, ..; empty: by lower, nmt_nfkc or nmt_nfkc_cf
    std::filesystem::path
        readAs; ///< optional table (ReadAs.h) in the place of a rule: what the vocabulary reads as what
    std::vector<std::string> symbols; ///< each becomes exactly one piece, spaces included
    int fieldValues =
        0; ///< > 0: "name: value | .." sources; fields with at most so many values get a symbol for each value
    int maxSource = 0; ///< in ids; pairs with a longer source are left out; 0: none is
    int maxTarget = 0; ///< in ids; pairs with a longer target are left out; 0: none is
};

/// Of all texts of one side, before any is left out.
struct LengthStatistics {
    double mean = 0;
    int median = 0, percentile95 = 0, percentile99 = 0, longest = 0;
};

struct PartReport {
    std::size_t pairs = 0;                            ///< written
    std::size_t sourceTooLong = 0, targetTooLong = 0; ///< left out; too long on both sides counts as target
    LengthStatistics sourceLengths, targetLengths;
    double unknownShare = 0; ///< of all ids of both sides
    double exactShare = 0;   ///< of all texts of both sides that decode to what they were
};

struct PreparationReport {
    PreparedInfo info;
    std::size_t symbols = 0;
    PartReport train;
    PartReport valid; ///< pairs 0 when there is no such part
};

/// Those of SentencePiece, by name.
const std::vector<std::string> &normalizationRules();

Result<PreparationReport> prepare(const PrepareOptions &options);
/// As in prepared.json.
std::string toJson(const PreparationReport &report);

} // namespace ard
