// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/grammar/Facts.h"
#include "base/Unicode.h"
#include <map>
#include <utility>

namespace ard::grammar {

namespace {

/// Calls take(word) for every word of the phrase.
template <class Take>
void eachWord(const NounPhrase &phrase, std::string_view possessive, Take take)
{
    const Noun *noun = phrase.plural ? findNoun(phrase.noun) : nullptr;
    const std::string_view word = noun ? noun->plural : std::string_view(phrase.noun);
    if (phrase.isOwn())
        take(possessive);
    else if (phrase.determiner == "a")
        take(indefiniteArticle(phrase.adjective.empty() ? word : phrase.adjective));
    else if (!phrase.determiner.empty())
        take(std::string_view(phrase.determiner));
    if (!phrase.adjective.empty())
        take(std::string_view(phrase.adjective));
    take(word);
}

void appendPhrase(std::string &text, const NounPhrase &phrase)
{
    bool isFirst = true;
    eachWord(phrase, "own", [&](std::string_view word) {
        if (!std::exchange(isFirst, false))
            text += ' ';
        text += word;
    });
}

std::string oneSpaced(std::string_view text)
{
    std::string result;
    for (const std::string_view word : splitWords(text))
        result += (result.empty() ? "" : " ") + std::string(word);
    return result;
}

using Fields = std::map<std::string, std::string, std::less<>>;

Result<Fields> splitFields(std::string_view source)
{
    Fields fields;
    while (true) {
        const std::size_t end = source.find('|');
        const std::string_view part = source.substr(0, end);
        const std::size_t colon = part.find(':');
        if (colon == std::string_view::npos)
            return fail(ErrorCode::InvalidArgument, "\"" + oneSpaced(part) + "\" is not of the form \"field: value\"");
        const std::string name = oneSpaced(part.substr(0, colon));
        if (!fields.emplace(name, oneSpaced(part.substr(colon + 1))).second)
            return fail(ErrorCode::InvalidArgument, "The field \"" + name + "\" is there twice");
        if (end == std::string_view::npos)
            return fields;
        source.remove_prefix(end + 1);
    }
}

std::string take(Fields &fields, std::string_view name)
{
    const auto found = fields.find(name);
    if (found == fields.end())
        return {};
    std::string value = std::move(found->second);
    fields.erase(found);
    return value;
}

tl::unexpected<Error> unknown(const std::string &field, const std::string &value)
{
    return fail(ErrorCode::InvalidArgument,
                value.empty() ? "The field \"" + field + "\" is missing"
                              : "The grammar has no " + field + " \"" + value + "\"");
}

Result<NounPhrase> phraseField(const std::string &field, const std::string &value)
{
    const auto phrase = parsePhrase(splitWords(value));
    if (!phrase)
        return unknown(field, value);
    return *phrase;
}

/// "own" stands where a determiner stands and fits both numbers.
Result<NounPhrase> objectField(const std::string &value)
{
    if (value == "self")
        return NounPhrase{"", "", "self", false};
    if (!value.starts_with("own "))
        return phraseField("object", value);
    ARD_ASSIGN(NounPhrase phrase, phraseField("object", "the" + value.substr(3)));
    phrase.determiner = "own";
    return phrase;
}

} // namespace

Gender genderOf(const NounPhrase &phrase)
{
    if (const Name *name = findName(phrase.noun))
        return name->gender;
    const Noun *noun = findNoun(phrase.noun);
    return noun ? noun->gender : Gender::Neuter;
}

Tense tenseOf(const Facts &facts)
{
    const Time *time = findTime(facts.time);
    return time ? time->tense : Tense::Present;
}

std::vector<std::string> wordsOf(const NounPhrase &phrase, std::string_view possessive)
{
    std::vector<std::string> words;
    eachWord(phrase, possessive, [&](std::string_view word) { words.emplace_back(word); });
    return words;
}

std::string toSource(const Facts &facts)
{
    constexpr std::size_t usual = 128;
    std::string source;
    source.reserve(usual); // many are drawn for one that is kept
    appendPhrase(source += "agent: ", facts.agent);
    if (facts.near)
        appendPhrase(source += " | near: ", *facts.near);
    (source += " | action: ") += facts.action;
    appendPhrase(source += " | object: ", facts.object);
    if (!facts.place.empty())
        (source += " | place: ") += facts.place;
    if (!facts.time.empty())
        (source += " | time: ") += facts.time;
    return source;
}

Result<Facts> parseSource(std::string_view source)
{
    ARD_ASSIGN(Fields fields, splitFields(source));
    Facts facts;
    ARD_ASSIGN(facts.agent, phraseField("agent", take(fields, "agent")));
    if (fields.contains("near")) {
        ARD_ASSIGN(facts.near, phraseField("near", take(fields, "near")));
    }
    facts.action = take(fields, "action");
    if (!findVerb(facts.action))
        return unknown("action", facts.action);
    ARD_ASSIGN(facts.object, objectField(take(fields, "object")));
    facts.place = take(fields, "place");
    if (!facts.place.empty() && !isPlace(facts.place))
        return unknown("place", facts.place);
    facts.time = take(fields, "time");
    if (!facts.time.empty() && !findTime(facts.time))
        return unknown("time", facts.time);
    if (!fields.empty())
        return fail(ErrorCode::InvalidArgument, "The grammar has no field \"" + fields.begin()->first + "\"");
    return facts;
}

std::optional<NounPhrase> parsePhrase(const std::vector<std::string_view> &words)
{
    if (words.size() == 1 && findName(words[0]))
        return NounPhrase{"", "", std::string(words[0]), false};
    if (words.size() < 2 || words.size() > 3)
        return std::nullopt;
    const Determiner *determiner = findDeterminer(words.front());
    const Noun *noun = findNoun(words.back());
    if (!determiner || !noun || (words.size() == 3 && !isAdjective(words[1])))
        return std::nullopt;
    const bool plural = words.back() == noun->plural;
    if (determiner->number != Number::Either && (determiner->number == Number::Plural) != plural)
        return std::nullopt;
    if (determiner->word == "a" && words.front() != indefiniteArticle(words[1]))
        return std::nullopt;
    return NounPhrase{std::string(determiner->word), std::string(words.size() == 3 ? words[1] : std::string_view()),
                      std::string(noun->singular), plural};
}

} // namespace ard::grammar
