// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/KnownRuns.h"
#include <algorithm>
#include <tuple>

namespace ard {

namespace {

std::uint64_t pairOf(char32_t a, char32_t b)
{
    return static_cast<std::uint64_t>(a) << 32U | b;
}

} // namespace

void KnownRuns::add(std::u32string_view text)
{
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        m_places.push_back({pairOf(text[i], text[i + 1]), static_cast<std::uint32_t>(m_text.size() + i)});
    m_text.append(text).push_back(U'\0');
}

void KnownRuns::sort()
{
    std::sort(m_places.begin(), m_places.end(),
              [](const Place &a, const Place &b) { return std::tie(a.pair, a.offset) < std::tie(b.pair, b.offset); });
}

std::size_t KnownRuns::longest(std::u32string_view text) const
{
    const std::u32string_view known = m_text;
    std::size_t longest = 0;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const std::u32string_view rest = text.substr(i);
        const std::uint64_t pair = pairOf(rest[0], rest[1]);
        auto place = std::lower_bound(m_places.begin(), m_places.end(), pair,
                                      [](const Place &one, std::uint64_t wanted) { return one.pair < wanted; });
        for (; place != m_places.end() && place->pair == pair; ++place) {
            const std::u32string_view there = known.substr(place->offset, rest.size());
            const auto end = std::mismatch(there.begin(), there.end(), rest.begin()).first;
            longest = std::max(longest, static_cast<std::size_t>(end - there.begin()));
        }
    }
    return longest;
}

} // namespace ard
