// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// NearestSource: the training source that shares most words with a source. Its target, written as it stands, is a floor: a
// model that scores below it has learned less than to look things up. Immutable after construction, thread-safe.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ard {

class NearestSource {
public:
    explicit NearestSource(std::span<const std::string> sources);

    /// Index of the source that shares most different words (Words.h) with the text; of several the one with the fewest
    /// words of its own, of those the first. 0 where none shares a word. Precondition: there is a source.
    std::size_t find(std::string_view text) const;

private:
    std::unordered_map<std::string, std::vector<std::uint32_t>> m_sourcesOf; ///< by word, rising
    std::vector<std::uint32_t> m_words;                                      ///< different words of each source
};

} // namespace ard
