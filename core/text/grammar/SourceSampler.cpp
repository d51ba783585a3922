// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/grammar/SourceSampler.h"
#include "base/Philox.h"
#include "text/grammar/Realizer.h"
#include <algorithm>
#include <unordered_set>

namespace ard::grammar {

namespace {

constexpr std::size_t mostExamples = 2000000;

/// A row of numbers of its own for every (seed, index).
class Draw {
public:
    Draw(std::uint64_t seed, std::uint64_t index) : m_seed(seed), m_next(index << 8) { }
    double share() { return uniform01(m_seed, stream, m_next++); }
    bool chance(double probability) { return share() < probability; }
    std::size_t below(std::size_t count) { return std::min(count - 1, std::size_t(share() * double(count))); }
    template <class T>
    const T &of(std::span<const T> list)
    {
        return list[below(list.size())];
    }

private:
    static constexpr std::uint32_t stream = 0x67726d; // apart from other draws with the same seed
    std::uint64_t m_seed;
    std::uint64_t m_next;
};

using Nouns = std::vector<const Noun *>;

Nouns nounsThat(bool (*fits)(NounKind))
{
    Nouns fitting;
    for (const Noun &noun : nouns())
        if (fits(noun.kind))
            fitting.push_back(&noun);
    return fitting;
}

bool isLiving(NounKind kind)
{
    return kind == NounKind::Person || kind == NounKind::Animal;
}

// Made once: fifty sources are drawn for one of the splits that are kept apart.
const Nouns &livingBeings()
{
    static const Nouns all = nounsThat(isLiving);
    return all;
}

const Nouns &things()
{
    static const Nouns all = nounsThat([](NounKind kind) { return kind == NounKind::Thing; });
    return all;
}

const Nouns &landmarks()
{
    static const Nouns all = nounsThat([](NounKind kind) { return kind == NounKind::Landmark; });
    return all;
}

const Adjective &drawAdjective(Draw &draw, bool living)
{
    while (true) {
        const Adjective &adjective = draw.of(adjectives());
        if (living ? adjective.ofLiving : adjective.ofThings)
            return adjective;
    }
}

NounPhrase drawPhrase(Draw &draw, const Nouns &fitting, double adjectiveShare)
{
    NounPhrase phrase;
    const Noun &noun = *fitting[draw.below(fitting.size())];
    phrase.noun = noun.singular;
    const Determiner &determiner = draw.of(determiners());
    phrase.determiner = determiner.word;
    phrase.plural = determiner.number == Number::Plural || (determiner.number == Number::Either && draw.chance(0.5));
    if (draw.chance(adjectiveShare))
        phrase.adjective = drawAdjective(draw, isLiving(noun.kind)).word;
    return phrase;
}

NounPhrase drawAgent(Draw &draw)
{
    if (draw.chance(0.12))
        return {"", "", std::string(draw.of(names()).word), false};
    return drawPhrase(draw, livingBeings(), 0.2);
}

const Verb &drawVerb(Draw &draw, bool forAnimal)
{
    while (true) {
        const Verb &verb = draw.of(verbs());
        if (!forAnimal || verb.animalsDo)
            return verb;
    }
}

NounPhrase drawObject(Draw &draw, const Verb &verb)
{
    const double kind = draw.share();
    if (verb.toOneself && kind < 0.2)
        return {"", "", "self", false};
    const bool living = verb.toLivingBeings && draw.chance(0.3);
    if (living)
        return drawPhrase(draw, livingBeings(), 0.2);
    NounPhrase object = drawPhrase(draw, things(), 0.2);
    if (kind > 0.7)
        object.determiner = "own";
    return object;
}

/// None, one or two of near, place and time.
void drawCircumstances(Draw &draw, Facts &facts)
{
    const double share = draw.share();
    const std::size_t chosen = draw.below(3);
    const bool one = share < 0.4, two = share >= 0.4 && share < 0.85;
    const auto has = [&](std::size_t which) { return (one && chosen == which) || (two && chosen != which); };
    if (has(0))
        facts.near = drawPhrase(draw, landmarks(), 0);
    if (has(1))
        facts.place = draw.of(places());
    if (has(2))
        facts.time = draw.of(times()).phrase;
}

} // namespace

Split splitOf(std::string_view source)
{
    std::uint64_t hash = 14695981039346656037ULL; // FNV-1a, 64 bits
    for (const char c : source)
        hash = (hash ^ std::uint64_t(static_cast<unsigned char>(c))) * 1099511628211ULL;
    const std::uint64_t percent = (hash >> 32) % 100;
    return percent < 2 ? Split::Test : percent < 4 ? Split::Valid : Split::Train;
}

Facts drawFacts(std::uint64_t seed, std::uint64_t index)
{
    Draw draw(seed, index);
    Facts facts;
    facts.agent = drawAgent(draw);
    const Noun *agent = findNoun(facts.agent.noun);
    const Verb &verb = drawVerb(draw, agent && agent->kind == NounKind::Animal);
    facts.action = verb.base;
    do
        facts.object = drawObject(draw, verb);
    while (facts.object.noun == facts.agent.noun);
    drawCircumstances(draw, facts);
    return facts;
}

Result<std::vector<Example>> drawExamples(Split split, std::size_t count, std::uint64_t seed)
{
    if (count == 0 || count > mostExamples)
        return fail(ErrorCode::InvalidArgument,
                    "The number of pairs must be between 1 and " + std::to_string(mostExamples));
    std::vector<Example> examples;
    std::unordered_set<std::string> known;
    const std::uint64_t tries = 200 * std::uint64_t(count) + 100000;
    for (std::uint64_t index = 0; examples.size() < count && index < tries; ++index) {
        const Facts facts = drawFacts(seed, index);
        Example example{toSource(facts), {}, {}};
        if (splitOf(example.source) != split || !known.insert(example.source).second)
            continue;
        example.sentences = realize(facts);
        if (example.sentences.size() < 2)
            continue;
        const double share = uniform01(seed, 0x746774, index);
        example.target = example.sentences[std::size_t(share * double(example.sentences.size()))];
        examples.push_back(std::move(example));
    }
    if (examples.size() < count)
        return fail(ErrorCode::InvalidArgument,
                    "The grammar gives only " + std::to_string(examples.size()) +
                        " different sources for this split and seed");
    return examples;
}

} // namespace ard::grammar
