// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Unicode.h"
#include "support/AllocationCount.h"
#include "support/Refusal.h"
#include "text/grammar/Judge.h"
#include "text/grammar/Realizer.h"
#include "text/grammar/SentenceParser.h"
#include "text/grammar/SourceSampler.h"
#include <QtTest>
#include <algorithm>
#include <set>

using namespace ard;
using namespace ard::grammar;

namespace {

const std::string source = "agent: two dogs | near: the tree | action: chase | object: a ball | time: yesterday";

Verdict verdictOf(const std::string &facts, const std::string &output)
{
    const auto verdict = judge(facts, output);
    return verdict ? *verdict : Verdict{false, false, "error: " + verdict.error().message};
}

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

} // namespace

class TestGrammar : public QObject {
    Q_OBJECT

private slots:
    void saysFactsInSeveralWays()
    {
        const auto facts = parseSource(source);
        QVERIFY(facts.has_value());
        const std::vector<std::string> expected = {
            "two dogs near the tree chased a ball yesterday .",
            "yesterday two dogs near the tree chased a ball .",
            "a ball was chased by two dogs near the tree yesterday .",
            "yesterday a ball was chased by two dogs near the tree .",
            "it was two dogs near the tree that chased a ball yesterday .",
            "it was a ball that two dogs near the tree chased yesterday .",
            "it was yesterday that two dogs near the tree chased a ball .",
        };
        QCOMPARE(realize(*facts), expected);
    }

    void everySentenceIsShortAndGood()
    {
        const auto examples = drawExamples(Split::Train, 4000, 7);
        QVERIFY(examples.has_value());
        std::size_t sentences = 0;
        for (const Example &example : *examples) {
            QVERIFY(example.sentences.size() >= 2);
            QCOMPARE(std::set<std::string>(example.sentences.begin(), example.sentences.end()).size(),
                     example.sentences.size());
            QVERIFY(std::ranges::find(example.sentences, example.target) != example.sentences.end());
            for (const std::string &sentence : example.sentences) {
                QVERIFY(splitWords(sentence).size() <= std::size_t(maxWords));
                const Verdict verdict = verdictOf(example.source, sentence);
                QVERIFY2(verdict.good(), (example.source + " / " + sentence + ": " + verdict.reason).c_str());
            }
            sentences += example.sentences.size();
        }
        QVERIFY(sentences > 4 * examples->size());
    }

    /// The parser accepts exactly what the realizer says: a changed sentence that it still accepts with the same facts
    /// must be among the realizer's.
    void changedSentencesAreJudgedByTheGrammar()
    {
        const auto examples = drawExamples(Split::Train, 120, 11);
        QVERIFY(examples.has_value());
        std::size_t changed = 0, good = 0;
        for (const Example &example : *examples) {
            for (const std::string &mutant : mutantsOf(example.target)) {
                const bool listed = std::ranges::find(example.sentences, mutant) != example.sentences.end();
                const Verdict verdict = verdictOf(example.source, mutant);
                QVERIFY2(verdict.good() == listed, (example.source + " / " + mutant + ": " + verdict.reason).c_str());
                ++changed;
                good += listed;
            }
        }
        QVERIFY(changed > 10000);
        QVERIFY(good < changed / 100);
    }

    void sourcesComeBack()
    {
        for (std::uint64_t i = 0; i < 5000; ++i) {
            const Facts facts = drawFacts(3, i);
            const auto again = parseSource(toSource(facts));
            QVERIFY2(again.has_value(), toSource(facts).c_str());
            QVERIFY2(*again == facts, toSource(facts).c_str());
        }
    }

    void brokenAgreementIsUngrammatical_data()
    {
        QTest::addColumn<QString>("facts");
        QTest::addColumn<QString>("output");
        QTest::addColumn<bool>("faithful");
        const QString simple = "agent: a girl | near: two gates | action: wash | object: self";
        QTest::newRow("verb agrees with the near noun") << simple << "a girl near two gates wash herself ." << true;
        QTest::newRow("reflexive of the near noun") << simple << "a girl near two gates washes themselves ." << true;
        QTest::newRow("reflexive of another gender") << simple << "a girl near two gates washes himself ." << true;
        const QString own = "agent: the kings | action: hide | object: own map | time: last week";
        QTest::newRow("possessive number") << own << "the kings hid his map last week ." << true;
        QTest::newRow("possessive far in front") << own << "it was her map that the kings hid last week ." << true;
        QTest::newRow("tense against time") << own << "the kings hide their map last week ." << true;
        QTest::newRow("cleft against time") << own << "it is their map that the kings hid last week ." << true;
        QTest::newRow("passive of an own thing") << own << "their map was hidden by the kings last week ." << true;
        const QString dogs = QString::fromStdString(source);
        QTest::newRow("two voices mixed") << dogs << "two dogs near the tree was chased a ball yesterday ." << true;
        QTest::newRow("by without passive") << dogs << "a ball chased by two dogs near the tree yesterday ." << true;
        QTest::newRow("time said twice") << dogs << "yesterday two dogs near the tree chased a ball yesterday ."
                                         << false;
        QTest::newRow("a before a plural") << dogs << "two dogs near the tree chased a balls yesterday ." << false;
        QTest::newRow("no full stop") << dogs << "two dogs near the tree chased a ball yesterday" << true;
        QTest::newRow("an unknown word") << dogs << "two dogs near the tree chased a zebra yesterday ." << false;
        QTest::newRow("empty") << dogs << "" << false;
        QTest::newRow("a before a vowel") << "agent: tom | action: take | object: an apple"
                                          << "tom takes a apple ." << true;
    }

    void brokenAgreementIsUngrammatical()
    {
        QFETCH(QString, facts);
        QFETCH(QString, output);
        QFETCH(bool, faithful);
        const Verdict verdict = verdictOf(facts.toStdString(), output.toStdString());
        QVERIFY(!verdict.grammatical);
        QCOMPARE(verdict.faithful, faithful);
        ARD_SAYS(verdict.reason, "not a sentence of the grammar");
    }

    void wrongFactsAreUnfaithful_data()
    {
        QTest::addColumn<QString>("output");
        QTest::newRow("roles swapped") << "a ball near the tree chased two dogs yesterday .";
        QTest::newRow("roles swapped by the passive") << "two dogs were chased by a ball near the tree yesterday .";
        QTest::newRow("fact left out") << "two dogs chased a ball yesterday .";
        QTest::newRow("fact added") << "two dogs near the tree chased a ball in the park yesterday .";
        QTest::newRow("another time") << "two dogs near the tree will chase a ball tomorrow .";
        QTest::newRow("another number") << "two dogs near the trees chased a ball yesterday .";
        QTest::newRow("another quantity") << "three dogs near the tree chased a ball yesterday .";
        QTest::newRow("adjective added") << "two dogs near the tree chased a red ball yesterday .";
        QTest::newRow("own") << "two dogs near the tree chased their ball yesterday .";
    }

    void wrongFactsAreUnfaithful()
    {
        QFETCH(QString, output);
        const Verdict verdict = verdictOf(source, output.toStdString());
        QVERIFY(!verdict.faithful);
        QVERIFY(!verdict.good());
        QVERIFY(verdict.reason.find("it says: ") == 0 || !verdict.grammatical);
    }

    void splitsAreDisjointAndLarge()
    {
        std::set<std::string> seen;
        std::size_t total = 0;
        for (const auto &[split, count] : {std::pair(Split::Train, 20000), {Split::Valid, 800}, {Split::Test, 800}}) {
            const auto examples = drawExamples(split, std::size_t(count), 5);
            QVERIFY(examples.has_value());
            QCOMPARE(examples->size(), std::size_t(count));
            for (const Example &example : *examples) {
                QVERIFY(splitOf(example.source) == split);
                seen.insert(example.source);
            }
            total += examples->size();
        }
        QCOMPARE(seen.size(), total);
    }

    /// What was prepared from a seed can be drawn again: recorded values.
    void drawsStayTheSame()
    {
        const auto check = [](Split split, const char *first, const char *last) {
            const auto examples = drawExamples(split, 500, 1);
            QVERIFY(examples);
            QCOMPARE(examples->front().source + " => " + examples->front().target, std::string(first));
            QCOMPARE(examples->back().source + " => " + examples->back().target, std::string(last));
        };
        check(Split::Train,
              "agent: a man | near: one house | action: throw | object: one flower => one flower is thrown by a man "
              "near one house .",
              "agent: many girls | action: buy | object: three apples | place: in the kitchen | time: yesterday => "
              "three apples were bought by many girls in the kitchen yesterday .");
        check(Split::Valid,
              "agent: three nuns | near: the house | action: catch | object: many old aunts => many old aunts are "
              "caught by three nuns near the house .",
              "agent: a woman | action: throw | object: this ball | time: yesterday => this ball was thrown by a woman "
              "yesterday .");
        check(Split::Test,
              "agent: the girl | action: find | object: this ball | time: last week => the girl found this ball last "
              "week .",
              "agent: these kings | action: follow | object: own flowers | time: last night => it was these kings that "
              "followed their flowers last night .");
    }

    /// Fifty sources are drawn for one of the splits that are kept apart: those that are not kept must cost little.
    void drawingCostsLittle()
    {
        constexpr std::size_t draws = 1000;
        drawFacts(1, 0); // lists of the lexicon are made at the first
        std::vector<Facts> facts(draws);
        const auto drawing = test::allocationsOf([&] {
            for (std::size_t i = 0; i < draws; ++i)
                facts[i] = drawFacts(1, i);
        });
        QVERIFY2(drawing.count < 4 * draws, qPrintable(QString::number(drawing.count)));
        const auto writing = test::allocationsOf([&] {
            for (const Facts &one : facts)
                toSource(one);
        });
        QVERIFY2(writing.count < 2 * draws, qPrintable(QString::number(writing.count)));
    }

    void seedDecides()
    {
        const auto first = drawExamples(Split::Valid, 50, 1), same = drawExamples(Split::Valid, 50, 1);
        const auto other = drawExamples(Split::Valid, 50, 2);
        QVERIFY(first && same && other);
        std::size_t equal = 0;
        for (std::size_t i = 0; i < 50; ++i) {
            QCOMPARE((*first)[i].source, (*same)[i].source);
            QCOMPARE((*first)[i].target, (*same)[i].target);
            equal += (*first)[i].source == (*other)[i].source;
        }
        QVERIFY(equal < 5);
        QVERIFY(!drawExamples(Split::Valid, 0, 1).has_value());
        QVERIFY(!drawExamples(Split::Valid, 1ULL << 40, 1).has_value());
    }

    void badSourcesAreSaid_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("told");
        QTest::newRow("empty") << "" << QStringLiteral("\"\" is not of the form \"field: value\"");
        QTest::newRow("no field") << "two dogs" << QStringLiteral("\"two dogs\" is not of the form \"field: value\"");
        QTest::newRow("no action") << "agent: two dogs | object: a ball"
                                   << QStringLiteral("The field \"action\" is missing");
        QTest::newRow("unknown field") << "agent: two dogs | action: chase | object: a ball | colour: red"
                                       << QStringLiteral("The grammar has no field \"colour\"");
        QTest::newRow("field twice") << "agent: two dogs | agent: tom | action: chase | object: a ball"
                                     << QStringLiteral("The field \"agent\" is there twice");
        QTest::newRow("number") << "agent: two dog | action: chase | object: a ball"
                                << QStringLiteral("The grammar has no agent \"two dog\"");
        QTest::newRow("article") << "agent: an dog | action: chase | object: a ball"
                                 << QStringLiteral("The grammar has no agent \"an dog\"");
        QTest::newRow("word") << "agent: a zebra | action: chase | object: a ball"
                              << QStringLiteral("The grammar has no agent \"a zebra\"");
        QTest::newRow("place") << "agent: a dog | action: chase | object: a ball | place: in the sky"
                               << QStringLiteral("The grammar has no place \"in the sky\"");
        QTest::newRow("agent self") << "agent: self | action: chase | object: a ball"
                                    << QStringLiteral("The grammar has no agent \"self\"");
    }

    void badSourcesAreSaid()
    {
        QFETCH(QString, text);
        QFETCH(QString, told);
        const auto facts = parseSource(text.toStdString());
        QVERIFY(!facts.has_value());
        QVERIFY2(QString::fromStdString(facts.error().message).contains(told), facts.error().message.c_str());
        QVERIFY(!judge(text.toStdString(), "a dog chases a ball .").has_value());
    }

    /// One word, one reading: the parser depends on it.
    void wordsAreInOneTable()
    {
        std::set<std::string_view> words;
        std::size_t count = 0;
        const auto add = [&](std::initializer_list<std::string_view> forms) {
            for (const std::string_view form : forms) {
                words.insert(form);
                ++count;
            }
        };
        for (const Noun &noun : nouns())
            add({noun.singular, noun.plural});
        for (const Name &name : names())
            add({name.word});
        for (const Adjective &adjective : adjectives())
            add({adjective.word});
        for (const Determiner &determiner : determiners())
            add({determiner.word});
        for (const Verb &verb : verbs()) {
            add({verb.base, verb.third, verb.past, verb.ing});
            if (verb.participle != verb.past)
                add({verb.participle});
        }
        QCOMPARE(words.size(), count);
    }

private:
    /// Every word left out, doubled, swapped with the next, and replaced by some others.
    static std::vector<std::string> mutantsOf(const std::string &sentence)
    {
        const auto views = splitWords(sentence);
        const std::vector<std::string> words(views.begin(), views.end());
        std::vector<std::string> mutants;
        for (std::size_t i = 0; i < words.size(); ++i) {
            auto without = words;
            without.erase(without.begin() + std::ptrdiff_t(i));
            mutants.push_back(joined(without));
            auto doubled = words;
            doubled.insert(doubled.begin() + std::ptrdiff_t(i), words[i]);
            mutants.push_back(joined(doubled));
            if (i + 1 < words.size() && words[i] != words[i + 1]) {
                auto swapped = words;
                std::swap(swapped[i], swapped[i + 1]);
                mutants.push_back(joined(swapped));
            }
            for (const char *other :
                 {"is",    "are",    "was",     "were", "by", "the",  "a",  "an",   "dogs",      "his", "herself",
                  "chase", "chased", "chasing", "will", "be", "that", "it", "near", "yesterday", "now", "."}) {
                auto replaced = words;
                replaced[i] = other;
                if (replaced != words)
                    mutants.push_back(joined(replaced));
            }
        }
        return mutants;
    }
};

QTEST_GUILESS_MAIN(TestGrammar)
#include "tst_grammar.moc"
