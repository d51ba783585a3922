// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TokenizerFiles: which kind of vocabulary a file holds, and how it becomes part of a model folder.
#include "text/Tokenizer.h"
#include <map>
#include <nlohmann/json_fwd.hpp>

namespace ard {

/// A vocabulary that was read and found good.
struct TokenizerFiles {
    std::shared_ptr<const Tokenizer> tokenizer;
    std::string kind;                         ///< "wordpiece", "bpe" or "sentencepiece"
    bool lower = false;                       ///< text becomes lower case
    bool marks = false;                       ///< start and end marks are put around a text
    std::map<std::string, std::string> files; ///< content by the name in the model folder
};

/// The kind is told by the content: a JSON object is a vocab.json (byte-level BPE, with merges, or the merges.txt beside it
/// where merges is empty), lines of text are a vocab.txt (WordPiece), other bytes a SentencePiece model.
/// marks: as the reference trains; SentencePiece has none.
Result<TokenizerFiles> readTokenizerFiles(const std::filesystem::path &vocabulary, const std::filesystem::path &merges,
                                          bool marks);

/// The "tokenizer" object of model.json.
nlohmann::json tokenizerJson(const TokenizerFiles &files);

} // namespace ard
