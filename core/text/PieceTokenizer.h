// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PieceTokenizer: what the tokenizers over a list of pieces have in common: the list, its special words, and the marks around
// a text. The names of special words in a text are text.
#include "text/Tokenizer.h"
#include <string_view>
#include <unordered_map>

namespace ard {

class PieceTokenizer : public Tokenizer {
public:
    static constexpr std::size_t maxCharacters = 100'000; ///< longer text is cut here
    static constexpr std::size_t maxPieces = 1'000'000;

    int size() const override { return static_cast<int>(m_pieces.size()); }
    std::int32_t padId() const override { return m_pad; }
    std::int32_t unknownId() const override { return m_unknown; }
    void shorten(std::vector<std::int32_t> &ids, std::size_t longest) const override;

protected:
    struct SpecialNames {
        const char *pad, *unknown, *start, *end, *mask;
    };
    /// After m_pieces, m_ids and m_marks are filled. Error for a special word that is needed and not there; name is for errors.
    Status findSpecials(const SpecialNames &names, const std::string &name);
    std::int32_t idOf(const std::string &piece) const; ///< -1: no such piece
    bool isSpecial(std::int32_t id) const;
    bool isPiece(std::int32_t id) const { return id >= 0 && id < size(); }
    /// The text's characters as far as it is read.
    static std::u32string charactersOf(std::string_view text);
    /// Start and end marks where they are wanted and there is something to stand between.
    void addMarks(std::vector<std::int32_t> &ids) const;

    bool m_marks = false;
    std::vector<std::string> m_pieces;
    std::unordered_map<std::string, std::int32_t> m_ids;
    std::int32_t m_pad = -1, m_unknown = -1, m_start = -1, m_end = -1, m_mask = -1;
};

} // namespace ard
