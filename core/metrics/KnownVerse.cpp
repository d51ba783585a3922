// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/KnownVerse.h"
#include "base/Files.h"
#include "base/Unicode.h"
#include <algorithm>
#include <functional>
#include <numeric>
#include <tuple>

namespace ard {

namespace {

constexpr std::size_t kLinesWritten = 3; ///< of a quatrain

std::uint64_t facingPair(char32_t a, char32_t b)
{
    return static_cast<std::uint64_t>(std::min(a, b)) << 32U | std::max(a, b);
}

std::u32string written(const Poem &poem)
{
    return std::accumulate(poem.lines.begin(), poem.lines.end(), std::u32string());
}

std::size_t hashOf(std::u32string_view line)
{
    return std::hash<std::u32string_view>()(line);
}

std::vector<RhymeClasses::Endings> endingsOf(const std::vector<Poem> &poems)
{
    std::vector<RhymeClasses::Endings> endings;
    for (const Poem &poem : poems)
        if (poem.kind == Poem::Kind::Quatrain && poem.lines.size() == kLinesWritten)
            endings.emplace_back(poem.lines.front().back(), poem.lines.back().back());
    return endings;
}

/// Less is better.
using Rank = std::tuple<bool, bool, double, double>;

Rank rankOf(const Poem &poem, const KnownVerse &known)
{
    const double verse = poem.kind == Poem::Kind::Couplet ? parallelPlaces(poem, known) : 100.0 * rhymes(poem, known);
    return {!poem.hasForm, copiesLine(poem, known), -verse, repeatedCharacters(poem)};
}

} // namespace

KnownVerse::KnownVerse(const std::vector<Poem> &poems) : m_rhymes(endingsOf(poems))
{
    for (const Poem &poem : poems) {
        m_runs.add(poem.first + written(poem));
        m_lines.push_back(hashOf(poem.first));
        for (const std::u32string &line : poem.lines)
            m_lines.push_back(hashOf(line));
        if (poem.kind == Poem::Kind::Couplet && poem.lines.size() == 1)
            countCouplet(poem.first, poem.lines.front());
    }
    m_runs.sort();
    std::sort(m_lines.begin(), m_lines.end());
}

bool KnownVerse::hasLine(std::u32string_view line) const
{
    return std::binary_search(m_lines.begin(), m_lines.end(), hashOf(line));
}

void KnownVerse::countCouplet(const std::u32string &upper, const std::u32string &lower)
{
    for (std::size_t i = 0; i < std::min(upper.size(), lower.size()); ++i) {
        ++m_pairs[facingPair(upper[i], lower[i])];
        ++m_characters[upper[i]];
        ++m_characters[lower[i]];
        m_places += 2;
    }
}

bool KnownVerse::parallel(char32_t a, char32_t b) const
{
    const auto pair = m_pairs.find(facingPair(a, b));
    if (a == b || pair == m_pairs.end())
        return false;
    // How many of the places / 2 pairs chance would make of the two, either way round.
    const auto chance = static_cast<double>(m_characters.at(a)) * static_cast<double>(m_characters.at(b)) /
        static_cast<double>(m_places);
    return static_cast<double>(pair->second) >= 2 * chance;
}

Result<KnownVerse> readKnownVerse(const std::vector<std::string> &paths)
{
    std::vector<Poem> poems;
    for (const std::string &path : paths) {
        ARD_ASSIGN(const auto lines, readLines(path));
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const std::string_view line = lines[i];
            const std::size_t tab = std::min(line.find('\t'), line.size());
            auto poem = readPoem(line.substr(0, tab), line.substr(std::min(tab + 1, line.size())));
            if (!poem || poem->lines.empty())
                return fail(ErrorCode::Format,
                            "Line " + std::to_string(i + 1) + " of '" + printable(path) +
                                "' is no verse: a line of Chinese characters, a tab and what follows it are needed");
            poems.push_back(std::move(*poem));
        }
    }
    return KnownVerse(poems);
}

bool rhymes(const Poem &quatrain, const KnownVerse &known)
{
    return quatrain.lines.size() == kLinesWritten &&
        known.rhymes().rhyme(quatrain.lines.front().back(), quatrain.lines.back().back());
}

double parallelPlaces(const Poem &couplet, const KnownVerse &known)
{
    const std::u32string lower = written(couplet);
    const std::size_t places = std::max(couplet.first.size(), lower.size());
    std::size_t parallel = 0;
    for (std::size_t i = 0; i < std::min(couplet.first.size(), lower.size()); ++i)
        parallel += known.parallel(couplet.first[i], lower[i]);
    return 100.0 * static_cast<double>(parallel) / static_cast<double>(places);
}

bool copiesLine(const Poem &poem, const KnownVerse &known)
{
    return std::any_of(poem.lines.begin(), poem.lines.end(),
                       [&](const std::u32string &line) { return known.hasLine(line); });
}

std::size_t longestCopy(const Poem &poem, const KnownVerse &known)
{
    return known.runs().longest(written(poem));
}

std::vector<std::size_t> bestVerse(const std::string &source, const std::vector<std::string> &candidates,
                                   const KnownVerse &known)
{
    std::vector<std::size_t> order(candidates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<Rank> ranks;
    for (const std::string &candidate : candidates) {
        const auto poem = readPoem(source, candidate);
        ranks.push_back(poem ? rankOf(*poem, known) : Rank{});
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return ranks[a] < ranks[b]; });
    return order;
}

} // namespace ard
