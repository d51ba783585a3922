// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BytePairTokenizer: the Tokenizer over a byte-level BPE vocabulary (vocab.json: piece to id; merges.txt: which two pieces
// become one, the most important first), as the reference trains for translation. Words are cut by ByteLevel.h; within a word
// the pair that stands first in merges.txt is merged first, from the left. Any text comes back byte for byte where the
// vocabulary has all 256 bytes.
#include "text/PieceTokenizer.h"

namespace ard {

class BytePairTokenizer : public PieceTokenizer {
public:
    /// vocabulary: the content of vocab.json; merges: the lines of merges.txt; name is for errors. marks: encode() puts <s>
    /// before and </s> after a text that is not empty. Error: ids that are not 0..size-1, a merge of or to something that is no
    /// piece, no <pad>, <unk> or, with marks, <s> and </s>.
    static Result<std::shared_ptr<const Tokenizer>>
    create(const std::string &vocabulary, const std::vector<std::string> &merges, bool marks, const std::string &name);

    std::vector<std::int32_t> encode(const std::string &text) const override;
    /// The bytes of all pieces in a row; bytes that are not UTF-8 become U+FFFD.
    std::string decode(const std::vector<std::int32_t> &ids) const override;
    /// Bytes that are no printable character of their own as "<0xE4>".
    std::string piece(std::int32_t id) const override;

private:
    struct Merge {
        std::int32_t rank = 0, merged = 0;
    };
    BytePairTokenizer() = default;
    Status readVocabulary(const std::string &json);
    Status readMerges(const std::vector<std::string> &lines);
    const Merge *mergeOf(std::int32_t left, std::int32_t right) const;
    void appendWord(std::u32string_view word, std::vector<std::int32_t> &ids) const;

    std::unordered_map<std::uint64_t, Merge> m_merges; ///< by left << 32 | right
    std::int32_t m_byteIds[256] = {};
};

} // namespace ard
