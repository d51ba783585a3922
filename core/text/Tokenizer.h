// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Tokenizer: text to word ids and back. Immutable after construction, thread-safe.
#include "base/Result.h"
#include <cstdint>
#include <filesystem>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace ard {

class Tokenizer {
public:
    virtual ~Tokenizer() = default;
    virtual int size() const = 0;
    virtual std::int32_t padId() const = 0;
    virtual std::int32_t unknownId() const = 0;
    /// Never fails: what the vocabulary lacks becomes the unknown id; invalid UTF-8 is replaced. Start and end marks are added
    /// only where model.json asks for them ("marks"); a text that gives no piece gives no marks either.
    virtual std::vector<std::int32_t> encode(const std::string &text) const = 0;
    /// Cuts what encode() gave to at most longest ids; an end mark stays at the end.
    virtual void shorten(std::vector<std::int32_t> &ids, std::size_t longest) const
    {
        if (ids.size() > longest)
            ids.resize(longest);
    }
    /// Leaves out PAD and other control ids.
    virtual std::string decode(const std::vector<std::int32_t> &ids) const = 0;
    /// Display text of one id, with U+2581 for a leading space (SentencePiece pieces are so already); "PAD" as "[PAD]".
    virtual std::string piece(std::int32_t id) const = 0;
};

/// Back end by the "tokenizer" object of model.json and the files it needs in the folder:
///   {"kind": "sentencepiece", "lower": bool}                 tokenizer.model
///   {"kind": "wordpiece", "lower": bool, "marks": bool}      vocab.txt, a vocabulary of BERT
///   {"kind": "bpe", "marks": bool}                           vocab.json and merges.txt, byte-level BPE
/// marks (missing: false): encode() puts the vocabulary's start and end marks around a text.
/// Error when this build has no such back end, or a file is not what it says.
Result<std::shared_ptr<const Tokenizer>> loadTokenizer(const std::filesystem::path &modelFolder);
/// The same where model.json has been read already.
Result<std::shared_ptr<const Tokenizer>> loadTokenizer(const std::filesystem::path &modelFolder,
                                                       const nlohmann::json &modelJson);

} // namespace ard
