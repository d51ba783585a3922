// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RhymeClasses: which characters rhyme, found in poems themselves: how the poets of the time spoke is in no table of today's sounds.
// Endings are the nodes of a graph, every poem adds one to the edge between the ends of its second and fourth line, and the classes
// are the communities of that graph: the partition of greatest modularity (Newman and Girvan 2004) that the method of Blondel et al.
// (2008, "Louvain") finds. Nodes are visited the heaviest first, of equals the smaller code point, so that the classes follow from the
// poems alone. Ours. Immutable, thread-safe.
#include <cstddef>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ard {

class RhymeClasses {
public:
    using Endings = std::pair<char32_t, char32_t>;

    RhymeClasses() = default;
    /// A character that stands at both ends says nothing and is left out.
    explicit RhymeClasses(std::span<const Endings> poems);

    /// Two different characters of one class. A character that ended no poem rhymes with nothing, and none rhymes with itself.
    bool rhyme(char32_t a, char32_t b) const;
    /// Characters of each class; classes and their characters with the most poems first.
    std::vector<std::u32string> classes() const;

private:
    struct Ending {
        int inClass = 0;
        std::size_t poems = 0;
    };
    std::unordered_map<char32_t, Ending> m_endings;
};

} // namespace ard
