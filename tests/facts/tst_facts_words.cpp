// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Words of sentences, sentences laid beside each other, and who had which word first.
#include "facts/FirstWords.h"
#include "facts/SmallRun.h"
#include <QtTest>

using namespace ard;
using test::recordOf;

using Column = std::vector<int>;
using Pairs = std::vector<std::pair<int, int>>;

class TestFactsWords : public QObject {
    Q_OBJECT

private slots:
    void piecesBecomeWords()
    {
        const RunRecord record = recordOf({{"_the _river side - _serv ing . -"}});
        QCOMPARE(sentenceWords(SeenRun(record), 1),
                 (std::vector<SentenceWord>{{"the", 0, 0}, {"riverside", 1, 2}, {"serving", 4, 5}, {".", 6, 6}}));
        QVERIFY(sentenceWords(SeenRun(record), 0).empty());
        QVERIFY(sentenceWords(SeenRun(record), 2).empty());
    }

    void aLoneSpaceBeginsTheNextWord()
    {
        const RunRecord record = recordOf({{"_a _ . b _c"}});
        QCOMPARE(sentenceWords(SeenRun(record), 1),
                 (std::vector<SentenceWord>{{"a", 0, 0}, {".", 2, 2}, {"b", 3, 3}, {"c", 4, 4}}));
    }

    void typedTextIsCutInTheSameWay()
    {
        QCOMPARE(wordsOfText("  The riverside, serving food. "),
                 (std::vector<SentenceWord>{
                     {"The", 0, 0}, {"riverside", 1, 1}, {",", 2, 2}, {"serving", 3, 3}, {"food", 4, 4}, {".", 5, 5}}));
        QCOMPARE(wordsOfText("..."), (std::vector<SentenceWord>{{"...", 0, 0}}));
        QVERIFY(wordsOfText(" ").empty());
        QCOMPARE(wordKey("ÄRGER"), std::string("ärger"));
    }

    void commonWordsAreALongestChain()
    {
        QCOMPARE(commonWords(wordsOfText("a b c d"), wordsOfText("b a c d")).size(), std::size_t(3));
        QCOMPARE(commonWords(wordsOfText("The pub is cheap"), wordsOfText("the cosy pub")), (Pairs{{0, 0}, {1, 2}}));
        QCOMPARE(commonWords(wordsOfText("a a a"), wordsOfText("a a")).size(), std::size_t(2));
        QVERIFY(commonWords(wordsOfText("a b"), {}).empty());
        QVERIFY(commonWords({}, {}).empty());
    }

    void sentencesSideBySide()
    {
        const Alignment two =
            alignSentences({wordsOfText("the pub is cheap"), wordsOfText("a pub near is very cheap")});
        QCOMPARE(two.columns, (std::vector<Column>{{0, 0}, {1, 1}, {-1, 2}, {2, 3}, {-1, 4}, {3, 5}}));
        const Alignment three = alignSentences({wordsOfText("a b"), {}, wordsOfText("b c")});
        QCOMPARE(three.columns, (std::vector<Column>{{0, -1, -1}, {1, -1, 0}, {-1, -1, 1}}));
        // What the first sentence has not got, but the second and third have, shares a column.
        const Alignment late = alignSentences({wordsOfText("a"), wordsOfText("a b"), wordsOfText("a b")});
        QCOMPARE(late.columns, (std::vector<Column>{{0, 0, 0}, {-1, 1, 1}}));
        QVERIFY(alignSentences({{}, {}}).columns.empty());
    }

    void whoHadWhichWordFirst()
    {
        const RunRecord a = recordOf({{"_a _x", "_a _b"}}), b = recordOf({{"_y _b", "_a _b"}});
        const auto columns = wordColumns({SeenRun(a), SeenRun(b)});
        QCOMPARE(columns.size(), std::size_t(2));
        QCOMPARE(columns[0].lanes[0].text, std::string("a"));
        QCOMPARE(columns[0].lanes[0].since, 1);
        QCOMPARE(columns[0].lanes[1].since, 2);
        QVERIFY(columns[0].lanes[0].isFirst && !columns[0].lanes[1].isFirst);
        QVERIFY(!columns[1].lanes[0].isFirst && columns[1].lanes[1].isFirst);
        QVERIFY(!columns[0].differs && !columns[1].differs);
    }

    void aTieOfAllAndAWordAloneHaveNoFirst()
    {
        const RunRecord a = recordOf({{"_a _b"}}), b = recordOf({{"_a _c"}}), late = recordOf({{"_x _b", "_a _b"}});
        const auto two = wordColumns({SeenRun(a), SeenRun(b)});
        QVERIFY(!two[0].lanes[0].isFirst && !two[0].lanes[1].isFirst);
        QVERIFY(two[1].differs);
        QVERIFY(!two[1].lanes[0].isFirst && !two[1].lanes[1].isFirst);
        const auto three = wordColumns({SeenRun(a), SeenRun(b), SeenRun(late)});
        QVERIFY(three[0].lanes[0].isFirst && three[0].lanes[1].isFirst && !three[0].lanes[2].isFirst);
    }

    void nobodyIsFirstBeforeWordsAreFinal()
    {
        const RunRecord a = recordOf({{"_a", "_b"}}), b = recordOf({{"_x", "_b"}});
        const auto columns = wordColumns({SeenRun(a, 1), SeenRun(b, 1)});
        QCOMPARE(columns.size(), std::size_t(1));
        QVERIFY(columns[0].differs);
        QVERIFY(!columns[0].lanes[0].isFinal && !columns[0].lanes[0].isFirst);
    }

    void aWordOfPiecesIsThereWithItsLastPiece()
    {
        const RunRecord a = recordOf({{"_serv es", "_serv es", "_serv ing"}});
        const auto columns = wordColumns({SeenRun(a)});
        QCOMPARE(columns[0].lanes[0].text, std::string("serving"));
        QCOMPARE(columns[0].lanes[0].since, 3);
    }

    void lanesWithoutWordsMakeNoDifference()
    {
        const RunRecord a = recordOf({{"_a _b"}}), none;
        const auto columns = wordColumns({SeenRun(a), SeenRun(a, 0), SeenRun(none)});
        QCOMPARE(columns.size(), std::size_t(2));
        QVERIFY(!columns[0].differs && columns[0].lanes[1].text.empty() && columns[0].lanes[2].first == -1);
        QVERIFY(wordColumns({}).empty());
    }

    void columnsOfAReference()
    {
        const RunRecord a = recordOf({{"_the _pub"}}), b = recordOf({{"_pub _here"}});
        const auto columns = wordColumns({SeenRun(a), SeenRun(b)}, wordsOfText("A pub near"));
        QCOMPARE(columns.size(), std::size_t(3));
        QCOMPARE(columns[0].reference, 0); // "A": only the first run has a word before "pub"
        QCOMPARE(columns[0].lanes[0].text, std::string("the"));
        QVERIFY(columns[0].lanes[1].text.empty() && columns[0].differs);
        QCOMPARE(columns[1].reference, 1);
        QVERIFY(!columns[1].differs && !columns[1].lanes[0].isFirst);
        QCOMPARE(columns[2].lanes[1].text, std::string("here"));
    }

    void wordsOfAReference()
    {
        // "b" is had in call 1, lost, and had again from call 3 on.
        const RunRecord run = recordOf({{"_b _x", "_x _a", "_a _b", "_a _b"}});
        ReferenceTrace trace(wordsOfText("A b c"));
        QVERIFY(trace.follow(SeenRun(run), 100));
        QCOMPARE(trace.after(4), (std::vector<ReferenceWord>{{2, 2}, {1, 3}, {0, 0}}));
        QCOMPARE(trace.after(2), (std::vector<ReferenceWord>{{2, 2}, {1, 0}, {0, 0}}));
        QCOMPARE(trace.after(0), std::vector<ReferenceWord>(3));
    }

    void aTraceGoesOnWhereItWas()
    {
        const RunRecord run = recordOf({{"_a", "_b", "_b"}});
        ReferenceTrace trace(wordsOfText("b"));
        QVERIFY(!trace.follow(SeenRun(run), 2));
        QCOMPARE(trace.after(3), (std::vector<ReferenceWord>{{2, 2}}));
        QVERIFY(trace.follow(SeenRun(run), 2));
        QCOMPARE(trace.after(3), (std::vector<ReferenceWord>{{2, 2}}));
    }
};

QTEST_GUILESS_MAIN(TestFactsWords)
#include "tst_facts_words.moc"
