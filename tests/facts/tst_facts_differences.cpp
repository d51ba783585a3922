// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where two runs differ, on runs that are written down by hand.
#include "facts/Differences.h"
#include "facts/SmallRun.h"
#include <QtTest>

using namespace ard;
using test::recordOf;

using Flags = std::vector<bool>;

class TestFactsDifferences : public QObject {
    Q_OBJECT

private slots:
    void positionsAtAMoment()
    {
        const RunRecord a = recordOf({{"_a _b _c", "_a _b _d"}}), b = recordOf({{"_a _b _c", "_a _x _d"}});
        QCOMPARE(differingPositions(SeenRun(a, 1), SeenRun(b, 1)), (Flags{false, false, false}));
        QCOMPARE(differingPositions(SeenRun(a), SeenRun(b)), (Flags{false, true, false}));
        QCOMPARE(differingPositions(SeenRun(a, 1), SeenRun(b, 2)), (Flags{false, true, true}));
        QCOMPARE(differingPositions(SeenRun(a, 0), SeenRun(b, 2)), (Flags{false, false, false})); // noise
    }

    void wordsAreComparedByText()
    {
        const RunRecord a = recordOf({{"_a _b"}}), b = recordOf({{"_a _c"}}, 1000); // ids of another model
        QCOMPARE(differingPositions(SeenRun(a), SeenRun(b)), (Flags{false, true}));
    }

    /// As when a file does not name them: two unknown words are not the same for that.
    void wordsWithoutATextDifferByTheirIds()
    {
        RunRecord a = recordOf({{"_a _b"}}), b = recordOf({{"_a _c"}});
        a.words.clear();
        b.words.clear();
        QCOMPARE(differingPositions(SeenRun(a), SeenRun(b)), (Flags{false, true}));
        QCOMPARE(divergence(SeenRun(a), SeenRun(b)).equal, 1);
        QCOMPARE(divergence(SeenRun(a), SeenRun(b)).position, 1);
    }

    void behindTheEndStandsPadding()
    {
        const RunRecord a = recordOf({{"_a _b -"}}), b = recordOf({{"_a"}}), c = recordOf({{"_a _b"}});
        QCOMPARE(differingPositions(SeenRun(a), SeenRun(b)), (Flags{false, true, false}));
        QCOMPARE(differingPositions(SeenRun(a), SeenRun(c)), (Flags{false, false, false}));
    }

    void otherWordsAreNotMerelyMovedOnes()
    {
        const RunRecord a = recordOf({{"_the _blue spice _is _a _pub ."}}),
                        b = recordOf({{"_blue spice _is _a _bar . -"}});
        QCOMPARE(positionsOfOtherWords(SeenRun(b), SeenRun(a)),
                 (Flags{false, false, false, false, true, false, false}));
        QCOMPARE(positionsOfOtherWords(SeenRun(a), SeenRun(b)), (Flags{true, false, false, false, false, true, false}));
        QCOMPARE(positionsOfOtherWords(SeenRun(a, 0), SeenRun(b)), Flags(7, false));
        QCOMPARE(positionsOfOtherWords(SeenRun(a), SeenRun(b, 0)), Flags(7, false));
    }

    void aWordOfPiecesDiffersAsAWhole()
    {
        const RunRecord a = recordOf({{"_serv ing"}}), b = recordOf({{"_serv es"}});
        QCOMPARE(positionsOfOtherWords(SeenRun(b), SeenRun(a)), (Flags{true, true}));
        QCOMPARE(differingPositions(SeenRun(b), SeenRun(a)), (Flags{false, true}));
    }

    void whereTheyPart()
    {
        const RunRecord a = recordOf({{"_a _b _c -", "_a _b _c -", "_a _b _d -"}});
        const RunRecord b = recordOf({{"_a _b _c -", "_a _x _y -", "_a _x _d _e"}});
        const Divergence whole = divergence(SeenRun(a), SeenRun(b));
        QCOMPARE(whole.call.value(), 2);
        QCOMPARE(whole.position, 1);
        QCOMPARE(whole.calls, 3);
        QCOMPARE(whole.equal, 2); // _a and _d
        QCOMPARE(whole.words, 4);
        const Divergence early = divergence(SeenRun(a, 1), SeenRun(b, 1));
        QVERIFY(!early.call);
        QCOMPARE(early.calls, 1);
        QCOMPARE(early.equal, 3);
        QCOMPARE(early.words, 3);
        QCOMPARE(divergence(SeenRun(a, 0), SeenRun(b)).words, 0);
    }

    void aTraceOfPartingTellsTheSame()
    {
        const RunRecord a = recordOf({{"_a _b _c -", "_a _b _c -", "_a _b _d -"}});
        const RunRecord b = recordOf({{"_a _b _c -", "_a _x _y -", "_a _x _d _e"}});
        PartingTrace trace;
        for (const int calls : {1, 3, 0, 2, 1}) {
            const SeenRun first(a, calls), second(b, calls);
            const Divergence kept = trace.divergence(first, second), anew = divergence(first, second);
            QCOMPARE(kept.call, anew.call);
            QCOMPARE(kept.position, anew.position);
            QCOMPARE(kept.calls, anew.calls);
            QCOMPARE(kept.equal, anew.equal);
            QCOMPARE(kept.words, anew.words);
        }
    }

    void sameNumbersOfOneModelAreTheSameWord()
    {
        RunRecord a = recordOf({{"_a _b _c", "_a _b _c"}}), b = recordOf({{"_a _b _c", "_a _x _c"}});
        a.provenance.modelFingerprint = b.provenance.modelFingerprint = "f00";
        QCOMPARE(divergence(SeenRun(a), SeenRun(b)).call.value(), 2);
        QVERIFY(differenceRow(SeenRun(a), SeenRun(b), 2)[1].isOther);
        QVERIFY(!differenceRow(SeenRun(a), SeenRun(b), 2)[0].isOther);
        b.provenance.modelFingerprint = "another"; // where the same number is another word
        b.words[b.frames[0].tokens[0].wordId] = "\u2581other";
        QCOMPARE(divergence(SeenRun(a), SeenRun(b)).call.value(), 1);
    }

    void partingOfDifferentLengths()
    {
        const RunRecord a = recordOf({{"_a"}}), b = recordOf({{"_a _b", "_c _b"}});
        const Divergence found = divergence(SeenRun(a), SeenRun(b));
        QCOMPARE(found.call.value(), 1);
        QCOMPARE(found.position, 1);
        QCOMPARE(found.calls, 1);
        QCOMPARE(found.equal, 0); // of _c and _b against what stands last
        QCOMPARE(found.words, 2);
    }

    void gridOfDifferences()
    {
        RunRecord a = recordOf({{"_a _b", "_a _b", "_a _b"}}), b = recordOf({{"_a _x", "_a _b"}});
        b.frames[0].tokens[0].topProbabilities[0] = 0.75F;
        a.frames[1].tokens[1].topProbabilities[0] = 0.9F;
        const auto grid = differenceGrid(SeenRun(a), SeenRun(b));
        QCOMPARE(grid.size(), std::size_t(2)); // calls that both have
        QVERIFY(!grid[0][0].isOther && grid[0][1].isOther && !grid[1][1].isOther);
        QCOMPARE(grid[0][0].probability, 0.25);
        QVERIFY(std::abs(grid[1][1].probability + 0.4) < 1e-6);
        QVERIFY(differenceGrid(SeenRun(a, 0), SeenRun(b)).empty());
    }
};

QTEST_GUILESS_MAIN(TestFactsDifferences)
#include "tst_facts_differences.moc"
