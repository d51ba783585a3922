// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WordPieceTokenizer: the Tokenizer over a vocabulary of BERT (vocab.txt: one piece a line, the line number is its id).
// Words are cut by BertWords.h, then into the longest pieces from the left; pieces inside a word start with "##".
#include "text/PieceTokenizer.h"

namespace ard {

struct WordPieceOptions {
    bool uncased = true; ///< text becomes lower case and loses its accents
    bool marks =
        true; ///< encode() puts [CLS] before and [SEP] after a text that is not empty, as BERT's encoder was trained
};

class WordPieceTokenizer : public PieceTokenizer {
public:
    static constexpr std::size_t maxWordCharacters = 100; ///< a longer word is unknown, as in BERT

    /// name is for errors. Error: a piece that is there twice; no [PAD], [UNK] or, with marks, [CLS] and [SEP].
    static Result<std::shared_ptr<const Tokenizer>> create(std::vector<std::string> pieces,
                                                           const WordPieceOptions &options, const std::string &name);
    /// Whether a vocabulary was made for text in lower case: no piece but the special ones has an ASCII capital.
    static bool looksUncased(const std::vector<std::string> &pieces);

    std::vector<std::int32_t> encode(const std::string &text) const override;
    /// Pieces joined to words, spaces between words, none before closing punctuation and in contractions (as the reference's
    /// tokenizer writes English). Special words are left out.
    std::string decode(const std::vector<std::int32_t> &ids) const override;
    std::string piece(std::int32_t id) const override;

private:
    WordPieceTokenizer() = default;
    /// Length in characters and id of the longest piece there; 0 where there is none.
    std::size_t longestAt(const std::u32string &word, std::size_t start, std::int32_t &id) const;
    void appendWord(const std::u32string &word, std::vector<std::int32_t> &ids) const;

    bool m_uncased = true;
    std::size_t m_longestPiece = 0; ///< in characters
};

} // namespace ard
