// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/BytePairTokenizer.h"
#include "base/Json.h"
#include "base/Unicode.h"
#include "text/ByteLevel.h"
#include <algorithm>
#include <queue>

namespace ard {

namespace {

constexpr std::uint64_t maxVocabularyBytes = 64ULL << 20;

tl::unexpected<Error> failVocabulary(const std::string &why)
{
    return fail(ErrorCode::Format, why);
}

/// One piece of a word while pairs are merged: a doubly linked list in a vector.
struct Part {
    std::int32_t id = -1;
    int before = -1, after = -1;
};

/// A pair that can be merged; stale where either part has changed since.
struct Candidate {
    std::int32_t rank = 0;
    int left = 0;
    std::int32_t leftId = 0, rightId = 0, merged = 0;
    bool operator>(const Candidate &other) const { return rank != other.rank ? rank > other.rank : left > other.left; }
};

/// What a piece stands for; a character that no byte is written as (in special words) as itself.
std::string bytesOfPiece(const std::string &piece)
{
    std::string bytes;
    for (const char32_t character : decodeUtf8(piece)) {
        if (const auto byte = byteOfCharacter(character))
            bytes.push_back(static_cast<char>(*byte));
        else
            appendUtf8(bytes, character);
    }
    return bytes;
}

std::string written(std::uint8_t byte)
{
    std::string text;
    appendUtf8(text, characterOfByte(byte));
    return text;
}

} // namespace

Result<std::shared_ptr<const Tokenizer>> BytePairTokenizer::create(const std::string &vocabulary,
                                                                   const std::vector<std::string> &merges, bool marks,
                                                                   const std::string &name)
{
    std::shared_ptr<BytePairTokenizer> tokenizer(new BytePairTokenizer);
    tokenizer->m_marks = marks;
    Status status = tokenizer->readVocabulary(vocabulary);
    if (status)
        status = tokenizer->readMerges(merges);
    if (!status)
        return fail(ErrorCode::Format, name + " is no byte-level BPE vocabulary: " + status.error().message);
    ARD_TRY(tokenizer->findSpecials({"<pad>", "<unk>", "<s>", "</s>", "<mask>"}, name));
    for (int byte = 0; byte < 256; ++byte) {
        const std::int32_t id = tokenizer->idOf(written(static_cast<std::uint8_t>(byte)));
        tokenizer->m_byteIds[byte] = id < 0 ? tokenizer->m_unknown : id;
    }
    return std::shared_ptr<const Tokenizer>(std::move(tokenizer));
}

Status BytePairTokenizer::readVocabulary(const std::string &json)
{
    ARD_ASSIGN(const auto parsed, parseJsonObject(json, "vocab.json", {.bytes = maxVocabularyBytes}));
    if (parsed.empty() || parsed.size() > maxPieces)
        return failVocabulary("vocab.json must hold one to a million pieces");
    m_pieces.resize(parsed.size());
    std::vector<bool> taken(parsed.size());
    for (const auto &[piece, value] : parsed.items()) {
        const bool whole = value.is_number_unsigned() && value.get<std::uint64_t>() < parsed.size();
        if (!whole || taken[value.get<std::size_t>()])
            return failVocabulary("the ids in vocab.json must be 0 to " + std::to_string(parsed.size() - 1) +
                                  ", each once");
        const auto id = value.get<std::size_t>();
        taken[id] = true;
        m_pieces[id] = piece;
        m_ids[piece] = static_cast<std::int32_t>(id);
    }
    return {};
}

Status BytePairTokenizer::readMerges(const std::vector<std::string> &lines)
{
    std::int32_t rank = 0;
    for (const std::string &line : lines) {
        if (line.empty() || (rank == 0 && line.rfind("#version", 0) == 0))
            continue;
        const std::size_t space = line.find(' ');
        const bool two = space != std::string::npos && line.find(' ', space + 1) == std::string::npos;
        const std::int32_t left = two ? idOf(line.substr(0, space)) : -1;
        const std::int32_t right = two ? idOf(line.substr(space + 1)) : -1;
        const std::int32_t merged = two ? idOf(line.substr(0, space) + line.substr(space + 1)) : -1;
        if (left < 0 || right < 0 || merged < 0)
            return failVocabulary("the line '" + printable(line, 60) + "' of merges.txt does not fit vocab.json");
        const auto key = static_cast<std::uint64_t>(left) << 32 | static_cast<std::uint64_t>(right);
        m_merges.emplace(key, Merge{rank++, merged});
    }
    return {};
}

const BytePairTokenizer::Merge *BytePairTokenizer::mergeOf(std::int32_t left, std::int32_t right) const
{
    const auto found = m_merges.find(static_cast<std::uint64_t>(left) << 32 | static_cast<std::uint64_t>(right));
    return found == m_merges.end() ? nullptr : &found->second;
}

void BytePairTokenizer::appendWord(std::u32string_view word, std::vector<std::int32_t> &ids) const
{
    std::string bytes;
    for (const char32_t character : word)
        appendUtf8(bytes, character);
    std::vector<Part> parts(bytes.size());
    for (int i = 0; i < static_cast<int>(parts.size()); ++i)
        parts[static_cast<std::size_t>(i)] = {m_byteIds[static_cast<std::uint8_t>(bytes[static_cast<std::size_t>(i)])],
                                              i - 1, i + 1 < static_cast<int>(parts.size()) ? i + 1 : -1};
    // A queue keeps a word of many thousand letters cheap.
    std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>> queue;
    const auto part = [&](int index) -> Part & { return parts[static_cast<std::size_t>(index)]; };
    const auto consider = [&](int left) {
        if (left < 0 || part(left).after < 0)
            return;
        const std::int32_t leftId = part(left).id, rightId = part(part(left).after).id;
        if (const Merge *merge = mergeOf(leftId, rightId))
            queue.push({merge->rank, left, leftId, rightId, merge->merged});
    };
    for (int i = 0; i < static_cast<int>(parts.size()); ++i)
        consider(i);
    while (!queue.empty()) {
        const Candidate best = queue.top();
        queue.pop();
        Part &left = part(best.left);
        if (left.id != best.leftId || left.after < 0 || part(left.after).id != best.rightId)
            continue;
        Part &right = part(left.after);
        left.id = best.merged;
        left.after = right.after;
        right.id = -1; // no longer there
        if (left.after >= 0)
            part(left.after).before = best.left;
        consider(left.before);
        consider(best.left);
    }
    for (int i = parts.empty() ? -1 : 0; i >= 0; i = part(i).after)
        ids.push_back(part(i).id);
}

std::vector<std::int32_t> BytePairTokenizer::encode(const std::string &text) const
{
    const std::u32string points = charactersOf(text);
    std::vector<std::int32_t> ids;
    for (const std::u32string_view word : byteLevelWords(points))
        appendWord(word, ids);
    addMarks(ids);
    return ids;
}

std::string BytePairTokenizer::decode(const std::vector<std::int32_t> &ids) const
{
    std::string bytes;
    for (const std::int32_t id : ids)
        if (isPiece(id) && !isSpecial(id))
            bytes += bytesOfPiece(m_pieces[static_cast<std::size_t>(id)]);
    std::string text;
    for (const char32_t codePoint : decodeUtf8(bytes))
        appendUtf8(text, codePoint);
    return text;
}

std::string BytePairTokenizer::piece(std::int32_t id) const
{
    if (!isPiece(id))
        return {};
    const std::string &piece = m_pieces[static_cast<std::size_t>(id)];
    if (isSpecial(id))
        return id == m_pad ? "[PAD]" : id == m_unknown ? "[UNK]" : piece;
    std::string bytes = bytesOfPiece(piece), text;
    if (!bytes.empty() && bytes[0] == ' ')
        text = "\xe2\x96\x81"; // U+2581, as SentencePiece writes a leading space
    bytes.erase(0, text.empty() ? 0 : 1);
    const auto isControl = [](char c) { return static_cast<std::uint8_t>(c) < 0x20; };
    if (isValidUtf8(bytes) && std::none_of(bytes.begin(), bytes.end(), isControl))
        return text + bytes;
    static constexpr char digits[] = "0123456789ABCDEF";
    for (const char character : bytes) {
        const auto byte = static_cast<std::uint8_t>(character);
        text += std::string("<0x") + digits[byte >> 4] + digits[byte & 15] + '>';
    }
    return text;
}

} // namespace ard
