// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/PieceTokenizer.h"
#include "base/Unicode.h"

namespace ard {

void PieceTokenizer::shorten(std::vector<std::int32_t> &ids, std::size_t longest) const
{
    if (ids.size() <= longest)
        return;
    ids.resize(longest);
    if (m_marks && longest > 0)
        ids.back() = m_end;
}

Status PieceTokenizer::findSpecials(const SpecialNames &names, const std::string &name)
{
    m_pad = idOf(names.pad);
    m_unknown = idOf(names.unknown);
    m_start = idOf(names.start);
    m_end = idOf(names.end);
    m_mask = idOf(names.mask);
    if (m_pad < 0 || m_unknown < 0)
        return fail(ErrorCode::Format,
                    name + " lacks " + names.pad + " or " + names.unknown +
                        ", which the reference's vocabularies have");
    if (m_marks && (m_start < 0 || m_end < 0))
        return fail(ErrorCode::Format,
                    name + " lacks " + names.start + " or " + names.end + ", which the model expects around a text");
    return {};
}

std::int32_t PieceTokenizer::idOf(const std::string &piece) const
{
    const auto found = m_ids.find(piece);
    return found == m_ids.end() ? -1 : found->second;
}

bool PieceTokenizer::isSpecial(std::int32_t id) const
{
    return id == m_pad || id == m_unknown || id == m_start || id == m_end || id == m_mask;
}

std::u32string PieceTokenizer::charactersOf(std::string_view text)
{
    return decodeUtf8(text.substr(0, 4 * maxCharacters)).substr(0, maxCharacters);
}

void PieceTokenizer::addMarks(std::vector<std::int32_t> &ids) const
{
    if (!m_marks || ids.empty())
        return;
    ids.insert(ids.begin(), m_start);
    ids.push_back(m_end);
}

} // namespace ard
