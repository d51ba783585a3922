// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// KnownVerse: what poems by people, such as the training text, say of verse: what rhymes, which characters answer each other in the
// two lines of a couplet, and which lines there are already. Immutable, thread-safe.
#include "base/Result.h"
#include "metrics/KnownRuns.h"
#include "metrics/RhymeClasses.h"
#include "metrics/Verse.h"
#include <unordered_map>

namespace ard {

class KnownVerse {
public:
    explicit KnownVerse(const std::vector<Poem> &poems);

    const RhymeClasses &rhymes() const { return m_rhymes; }
    /// Whether the characters stand at the same place of a couplet's lines at least twice as often as characters would that do not
    /// answer each other: count * places >= 2 * count of a * count of b over both lines. None answers itself.
    bool parallel(char32_t a, char32_t b) const;
    /// Whether a whole line of a poem is this, its first line included.
    bool hasLine(std::u32string_view line) const;
    /// Runs of the poems' characters, marks left out.
    const KnownRuns &runs() const { return m_runs; }

private:
    void countCouplet(const std::u32string &upper, const std::u32string &lower);

    RhymeClasses m_rhymes;
    KnownRuns m_runs;
    std::vector<std::size_t> m_lines; ///< hashes, sorted: no two of some million lines are to be expected to share one
    std::unordered_map<std::uint64_t, std::size_t> m_pairs; ///< either way round
    std::unordered_map<char32_t, std::size_t> m_characters; ///< of couplets
    std::size_t m_places = 0;                               ///< characters of all couplets
};

/// Poems of files of pairs, source and poem separated by a tab, as --refs has them. Error: one that cannot be read, or a line that is no verse.
Result<KnownVerse> readKnownVerse(const std::vector<std::string> &paths);

/// Second and fourth line of a quatrain end alike. False for one that has not three lines after the first.
bool rhymes(const Poem &quatrain, const KnownVerse &known);
/// Of a hundred places of a couplet, where the characters answer each other; places that only one line has count.
double parallelPlaces(const Poem &couplet, const KnownVerse &known);
/// Whether a line that was written is a whole line of the known verse.
bool copiesLine(const Poem &poem, const KnownVerse &known);
/// The longest run of characters, over all lines that were written.
std::size_t longestCopy(const Poem &poem, const KnownVerse &known);

/// Candidates for a source, the best verse first, of equals the earlier: those of the right form, of these those that copy no line, of these those
/// that rhyme (of a couplet: the more parallel), of these those with fewer repeated characters. All in order where the source is no
/// verse.
std::vector<std::size_t> bestVerse(const std::string &source, const std::vector<std::string> &candidates,
                                   const KnownVerse &known);

} // namespace ard
