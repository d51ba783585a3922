// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/SentencePieceTokenizer.h"
#include "base/Log.h"
#include "base/Unicode.h"

namespace ard {

namespace {

/// What went wrong is for the log: encoding and decoding never fail for the caller.
template <class T>
T valueOrLogged(Result<T> result, T otherwise)
{
    if (result)
        return std::move(*result);
    log::warn(result.error().message + ": " + result.error().detail);
    return otherwise;
}

/// Any bytes as valid UTF-8 without control characters, cut after maxCharacters.
std::string cleanText(std::string_view text, std::size_t maxCharacters)
{
    const std::u32string points = decodeUtf8(text.substr(0, 4 * maxCharacters)).substr(0, maxCharacters);
    std::string clean;
    for (const char32_t point : points) {
        const bool control = point < 0x20 || (point >= 0x7f && point < 0xa0);
        appendUtf8(clean, control ? U' ' : point);
    }
    return clean;
}

} // namespace

Result<std::shared_ptr<const Tokenizer>> SentencePieceTokenizer::create(const std::string &bytes,
                                                                        const std::string &name)
{
    ARD_ASSIGN(SentencePieceModel model, SentencePieceModel::load(bytes, name));
    if (model.padId() < 0 || model.padId() >= model.size())
        return fail(ErrorCode::Format, name + " is a SentencePiece vocabulary without a PAD word");
    return std::shared_ptr<const Tokenizer>(new SentencePieceTokenizer(std::move(model)));
}

std::vector<std::int32_t> SentencePieceTokenizer::encode(const std::string &text) const
{
    return valueOrLogged(m_model.encode(cleanText(text, maxCharacters)), {unknownId()});
}

bool SentencePieceTokenizer::isText(std::int32_t id) const
{
    return id >= 0 && id < size() && m_model.kind(id) != ArdSpmControl && m_model.kind(id) != ArdSpmUnused;
}

std::string SentencePieceTokenizer::decode(const std::vector<std::int32_t> &ids) const
{
    std::vector<std::int32_t> words;
    for (const std::int32_t id : ids) {
        if (isText(id))
            words.push_back(id);
    }
    return valueOrLogged(m_model.decode(words), std::string());
}

std::string SentencePieceTokenizer::piece(std::int32_t id) const
{
    if (id == padId())
        return "[PAD]";
    if (id == unknownId())
        return "[UNK]";
    return id >= 0 && id < size() ? m_model.piece(id) : std::string();
}

} // namespace ard
