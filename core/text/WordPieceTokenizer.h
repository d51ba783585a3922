// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WordPieceTokenizer: the Tokenizer over a vocabulary of BERT (vocab.txt: one piece a line, the line number is its id).
// Words are cut by BertWords.h, then into the longest pieces from the left; pieces inside a word start with "##". The names
// of special words ("[SEP]") in a text are text.
#include "text/Tokenizer.h"
#include <unordered_map>

namespace ard {

struct WordPieceOptions {
    bool uncased = true; ///< text becomes lower case and loses its accents
    bool marks =
        true; ///< encode() puts [CLS] before and [SEP] after a text that is not empty, as BERT's encoder was trained
};

class WordPieceTokenizer : public Tokenizer {
public:
    static constexpr std::size_t maxCharacters = 100'000; ///< longer text is cut here
    static constexpr std::size_t maxWordCharacters = 100; ///< a longer word is unknown, as in BERT
    static constexpr std::size_t maxPieces = 1'000'000;

    /// name is for errors. Error: a piece that is there twice; no [PAD], [UNK] or, with marks, [CLS] and [SEP].
    static Result<std::shared_ptr<const Tokenizer>> create(std::vector<std::string> pieces,
                                                           const WordPieceOptions &options, const std::string &name);
    /// Whether a vocabulary was made for text in lower case: no piece but the special ones has an ASCII capital.
    static bool looksUncased(const std::vector<std::string> &pieces);

    int size() const override { return static_cast<int>(m_pieces.size()); }
    std::int32_t padId() const override { return m_pad; }
    std::int32_t unknownId() const override { return m_unknown; }
    std::vector<std::int32_t> encode(const std::string &text) const override;
    void shorten(std::vector<std::int32_t> &ids, std::size_t longest) const override;
    /// Pieces joined to words, spaces between words, none before closing punctuation and in contractions (as the reference's
    /// tokenizer writes English). Special words are left out.
    std::string decode(const std::vector<std::int32_t> &ids) const override;
    std::string piece(std::int32_t id) const override;

private:
    WordPieceTokenizer() = default;
    std::int32_t idOf(const std::string &piece) const;
    bool isSpecial(std::int32_t id) const;
    /// Length in characters and id of the longest piece there; 0 where there is none.
    std::size_t longestAt(const std::u32string &word, std::size_t start, std::int32_t &id) const;
    void appendWord(const std::u32string &word, std::vector<std::int32_t> &ids) const;

    WordPieceOptions m_options;
    std::vector<std::string> m_pieces;
    std::unordered_map<std::string, std::int32_t> m_ids;
    std::size_t m_longestPiece = 0; ///< in characters
    std::int32_t m_pad = -1, m_unknown = -1, m_start = -1, m_end = -1, m_mask = -1;
};

} // namespace ard
