// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// KnownRuns: how much of a text is copied: the longest run of characters that it has in common with known texts. Immutable once it
// was asked, thread-safe for readers.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ard {

class KnownRuns {
public:
    /// No run goes from one text into the next.
    void add(std::u32string_view text);
    /// After the last add, before the first question.
    void sort();
    /// Characters of the longest run; a single one counts as none.
    std::size_t longest(std::u32string_view text) const;

private:
    struct Place {
        std::uint64_t pair;   ///< two characters beside each other
        std::uint32_t offset; ///< of the first of them in m_text
    };
    std::u32string m_text; ///< U+0000 behind each text
    std::vector<Place> m_places;
};

} // namespace ard
