// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/WordPieceTokenizer.h"
#include "base/Unicode.h"
#include "text/BertWords.h"
#include <algorithm>
#include <utility>

namespace ard {

namespace {

constexpr const char *kInside = "##";              ///< before a piece that continues a word
constexpr const char *kSpaceMark = "\xe2\x96\x81"; ///< U+2581

std::string toUtf8(std::u32string_view text)
{
    std::string out;
    for (const char32_t codePoint : text)
        appendUtf8(out, codePoint);
    return out;
}

void replaceAll(std::string &text, std::string_view from, std::string_view to)
{
    std::string out;
    std::size_t start = 0;
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, start)) {
        out.append(text, start, at - start).append(to);
        start = at + from.size();
    }
    text = out.append(text, start);
}

bool isInside(const std::string &piece)
{
    return piece.rfind(kInside, 0) == 0 && piece.size() > 2;
}

bool isBracketed(const std::string &piece)
{
    return piece.size() > 2 && piece.front() == '[' && piece.back() == ']';
}

} // namespace

Result<std::shared_ptr<const Tokenizer>>
WordPieceTokenizer::create(std::vector<std::string> pieces, const WordPieceOptions &options, const std::string &name)
{
    if (pieces.size() > maxPieces)
        return fail(ErrorCode::Format, name + " is no WordPiece vocabulary: it has more than a million pieces");
    std::shared_ptr<WordPieceTokenizer> tokenizer(new WordPieceTokenizer);
    tokenizer->m_uncased = options.uncased;
    tokenizer->m_marks = options.marks;
    tokenizer->m_pieces = std::move(pieces);
    for (std::size_t i = 0; i < tokenizer->m_pieces.size(); ++i) {
        const std::string &piece = tokenizer->m_pieces[i];
        // A line that comes twice, as bert-base-chinese has some, is its later one, as in the usual reader's dictionary.
        tokenizer->m_ids[piece] = static_cast<std::int32_t>(i);
        tokenizer->m_longestPiece = std::max(tokenizer->m_longestPiece, decodeUtf8(piece).size());
    }
    ARD_TRY(tokenizer->findSpecials({"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"}, name));
    return std::shared_ptr<const Tokenizer>(std::move(tokenizer));
}

bool WordPieceTokenizer::looksUncased(const std::vector<std::string> &pieces)
{
    const auto isCapital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return std::none_of(pieces.begin(), pieces.end(), [&](const std::string &piece) {
        return !isBracketed(piece) && std::any_of(piece.begin(), piece.end(), isCapital);
    });
}

std::size_t WordPieceTokenizer::longestAt(const std::u32string &word, std::size_t start, std::int32_t &id) const
{
    for (std::size_t length = std::min(word.size() - start, m_longestPiece); length > 0; --length) {
        const std::string part = toUtf8(std::u32string_view(word).substr(start, length));
        id = idOf(start == 0 ? part : kInside + part);
        if (id >= 0)
            return length;
    }
    return 0;
}

void WordPieceTokenizer::appendWord(const std::u32string &word, std::vector<std::int32_t> &ids) const
{
    std::vector<std::int32_t> parts;
    std::size_t start = 0;
    while (start < word.size() && word.size() <= maxWordCharacters) {
        std::int32_t id = -1;
        const std::size_t length = longestAt(word, start, id);
        if (length == 0)
            break;
        parts.push_back(id);
        start += length;
    }
    if (start < word.size()) // one part that is not in the vocabulary makes the whole word unknown
        parts = {m_unknown};
    ids.insert(ids.end(), parts.begin(), parts.end());
}

std::vector<std::int32_t> WordPieceTokenizer::encode(const std::string &text) const
{
    std::vector<std::int32_t> ids;
    for (const std::u32string &word : bertWords(charactersOf(text), m_uncased))
        appendWord(word, ids);
    addMarks(ids);
    return ids;
}

std::string WordPieceTokenizer::decode(const std::vector<std::int32_t> &ids) const
{
    std::string text;
    for (const std::int32_t id : ids) {
        if (!isPiece(id) || isSpecial(id))
            continue;
        const std::string &piece = m_pieces[static_cast<std::size_t>(id)];
        if (isInside(piece))
            text += piece.substr(2);
        else
            text += (text.empty() ? "" : " ") + piece;
    }
    static constexpr std::pair<std::string_view, std::string_view> tidy[] = {
        {" .", "."},     {" ?", "?"},   {" !", "!"},   {" ,", ","},     {" ' ", "'"},
        {" n't", "n't"}, {" 'm", "'m"}, {" 's", "'s"}, {" 've", "'ve"}, {" 're", "'re"}};
    for (const auto &[from, to] : tidy)
        replaceAll(text, from, to);
    return text;
}

std::string WordPieceTokenizer::piece(std::int32_t id) const
{
    if (!isPiece(id))
        return {};
    const std::string &piece = m_pieces[static_cast<std::size_t>(id)];
    if (isSpecial(id))
        return piece;
    return isInside(piece) ? piece.substr(2) : kSpaceMark + piece;
}

} // namespace ard
