// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Settling orders, curves and marks of runs that are written down by hand; all expected values are worked by hand.
#include "facts/SettleHistory.h"
#include "facts/Settled.h"
#include "facts/SmallRun.h"
#include "facts/WordSegments.h"
#include <QtTest>

using namespace ard;
using test::recordOf;

using Calls = std::vector<int>;
using Flags = std::vector<bool>;
using Values = std::vector<double>;

namespace {

/// Settles by word at calls 1, 2, 4 and 3 (PAD); by timestep at 2, 3, 4, 4.
RunRecord fourWords()
{
    return recordOf({{"_a _x _y _z", "_a _b _y _z", "_a _b _y -", "_a _b _c -"},
                     {{9, 9, 9, 9}, {5, 9, 9, 9}, {0, 5, 9, 9}, {0, 0, 5, 5}, {0, 0, 0, 0}}});
}

} // namespace

class TestFactsSettled : public QObject {
    Q_OBJECT

private slots:
    void orderOfAWholeRun()
    {
        const RunRecord record = fourWords();
        const SettleOrder order = settleOrder(SeenRun(record));
        QCOMPARE(order.byWord, (Calls{1, 2, 4, 3}));
        QCOMPARE(order.bySchedule, (Calls{2, 3, 4, 4}));
        QCOMPARE(order.isFinal, (Flags{true, true, true, true}));
        QCOMPARE(order.isPadding, (Flags{false, false, false, true}));
        QVERIFY(order.isComplete);
        QCOMPARE(order.tauByWord.value(), 1.0);
        QCOMPARE(order.tauBySchedule.value(), 1.0);
    }

    void aMomentKnowsNothingOfWhatComes()
    {
        const RunRecord record = fourWords();
        const SettleOrder order = settleOrder(SeenRun(record, 2));
        QCOMPARE(order.byWord, (Calls{1, 2, 1, 1}));     // "since", not for good
        QCOMPARE(order.bySchedule, (Calls{2, 0, 0, 0})); // 0: not yet
        QCOMPARE(order.isFinal, (Flags{true, false, false, false}));
        QCOMPARE(order.isPadding, (Flags{false, false, false, false}));
        QVERIFY(!order.isComplete);
        QVERIFY(!order.tauByWord);
        QVERIFY(!order.tauBySchedule); // one word is no order

        RunRecord other = record; // another future
        other.frames[2].tokens[0].wordId = other.frames[3].tokens[0].wordId = 77;
        QCOMPARE(settleOrder(SeenRun(other, 2)).byWord, order.byWord);
        QCOMPARE(settleOrder(SeenRun(other, 2)).isFinal, order.isFinal);
    }

    void segmentsOfAPosition()
    {
        const RunRecord record = recordOf({{"_x _b", "_x _b", "_a _b", "_x _b"}});
        const auto idOf = [&](int call) { return record.frames[static_cast<std::size_t>(call - 1)].tokens[0].wordId; };
        const std::vector<WordSegment> all{{1, 2, idOf(1)}, {3, 3, idOf(3)}, {4, 4, idOf(1)}};
        SettleHistory history;
        history.follow(record);
        QCOMPARE(wordSegments(SeenRun(record), 0), all);
        QCOMPARE(wordSegments(SeenRun(record, 4, &history), 0), all);
        const std::vector<WordSegment> some{{1, 2, idOf(1)}, {3, 3, idOf(3)}};
        QCOMPARE(wordSegments(SeenRun(record, 3), 0), some); // nothing ahead
        QCOMPARE(wordSegments(SeenRun(record, 3, &history), 0), some);
        QCOMPARE(wordSegments(SeenRun(record, 2, &history), 0), (std::vector<WordSegment>{{1, 2, idOf(1)}}));
        QCOMPARE(wordSegments(SeenRun(record), 1).size(), std::size_t(1));
        for (const int nowhere : {-1, 2}) {
            QVERIFY(wordSegments(SeenRun(record), nowhere).empty());
            QVERIFY(wordSegments(SeenRun(record, 4, &history), nowhere).empty());
        }
        QVERIFY(wordSegments(SeenRun(record, 0, &history), 0).empty());
    }

    void settledByTheMargin()
    {
        RunRecord record = recordOf({{"_a _b", "_a _b", "_a _b", "_a _b"}});
        const float second[4][2] = {{0.4F, 0.125F}, {0.125F, 0.4F}, {0, 0.125F}, {0.125F, 0.4F}}; // the first has 0.5
        for (std::size_t call = 0; call < 4; ++call)
            for (std::size_t n = 0; n < 2; ++n)
                record.frames[call].tokens[n].topProbabilities[1] = second[call][n];
        QCOMPARE(settledByMargin(SeenRun(record), 0.375), (Calls{2, 0}));
        QCOMPARE(settledByMargin(SeenRun(record, 3), 0.375), (Calls{2, 3})); // as far as is seen
        QCOMPARE(settledByMargin(SeenRun(record), 0.05), (Calls{1, 1}));
        QCOMPARE(settledByMargin(SeenRun(record), 0.9), (Calls{0, 0}));
        QCOMPARE(settledByMargin(SeenRun(record, 0), 0.1), (Calls{0, 0}));
    }

    void tauWithTies()
    {
        // By word 2, 1, 1, 2: of 6 pairs one is concordant (1,3), (2,3) too; (0,1), (0,2) discordant; two tied.
        const RunRecord record = recordOf({{"_x _b _c _x", "_a _b _c _d"}});
        QCOMPARE(settleOrder(SeenRun(record)).byWord, (Calls{2, 1, 1, 2}));
        QCOMPARE(settleOrder(SeenRun(record)).tauByWord.value(), 0.0);
        QVERIFY(!settleOrder(SeenRun(record)).tauBySchedule); // all in the last call
        // 3, 1, 2: one concordant, two discordant pairs.
        const RunRecord third = recordOf({{"_x _b _y", "_x _b _c", "_a _b _c"}});
        QCOMPARE(settleOrder(SeenRun(third)).tauByWord.value(), -1.0 / 3);
    }

    void oneToken()
    {
        const RunRecord record = recordOf({{"_x", "_a"}});
        const SettleOrder order = settleOrder(SeenRun(record));
        QCOMPARE(order.byWord, Calls{2});
        QVERIFY(!order.tauByWord);
        QCOMPARE(curves(SeenRun(record)).settledByWord, (Values{0, 1}));
    }

    void noRunAndNoiseOnly()
    {
        const RunRecord none;
        QVERIFY(settleOrder(SeenRun(none)).byWord.empty());
        QVERIFY(curves(SeenRun(none)).entropy.empty());
        QVERIFY(callMarks(SeenRun(none)).empty());
        const RunRecord record = fourWords();
        QCOMPARE(settleOrder(SeenRun(record, 0)).byWord, (Calls{0, 0, 0, 0}));
        QVERIFY(callMarks(SeenRun(record, 0)).empty());
    }

    void cancelledRunIsNeverComplete()
    {
        const RunRecord record = recordOf({{"_a _x", "_a _b"}, {{9, 9}, {0, 9}, {0, 5}}, 4, false});
        const SettleOrder order = settleOrder(SeenRun(record));
        QVERIFY(!order.isComplete);
        QCOMPARE(order.byWord, (Calls{1, 2}));
        QCOMPARE(order.isFinal, (Flags{true, false}));
        QCOMPARE(curves(SeenRun(record)).settledByWord, (Values{0.5, 0.5}));
    }

    void runThatEndedEarlyByItselfIsComplete()
    {
        RunRecord record = recordOf({{"_a _x", "_a _b"}, {{9, 9}, {5, 5}, {3, 3}}, 4});
        record.complete = true;
        QVERIFY(settleOrder(SeenRun(record)).isComplete);
        QVERIFY(!settleOrder(SeenRun(record, 1)).isComplete);
    }

    void curvesLeavePaddingOut()
    {
        const RunRecord record = fourWords();
        const Curves whole = curves(SeenRun(record));
        QCOMPARE(whole.settledByWord, (Values{1 / 3., 2 / 3., 2 / 3., 1}));
        QCOMPARE(whole.settledBySchedule, (Values{0, 1 / 3., 2 / 3., 1}));
        QVERIFY(std::abs(whole.entropy[0] - 1.15) < 1e-6); // of four positions
        QVERIFY(std::abs(whole.entropy[2] - 3.1) < 1e-6);  // of three
        const Curves part = curves(SeenRun(record, 3));
        QCOMPARE(part.settledByWord, (Values{0, 1 / 3., 2 / 3.})); // what timesteps tell
        QCOMPARE(part.entropy.size(), std::size_t(3));
    }

    void curvesOfAToken()
    {
        RunRecord record = fourWords();
        record.frames[1].tokens[2].topIds[1] = record.frames[1].tokens[2].wordId; // shown, and not the most probable
        record.frames[1].tokens[2].topIds[0] = -7;
        record.frames[1].tokens[2].topProbabilities[1] = 0.25F;
        record.frames[1].tokens[2].distance = 3;
        const TokenCurves whole = tokenCurves(SeenRun(record), 2);
        QCOMPARE(whole.probability, (Values{0.5, 0.25, 0.5, 0.5}));
        QCOMPARE(whole.margin, (Values{0.5, 0.25, 0.5, 0.5}));
        QCOMPARE(whole.distance[1], 3.0);
        QVERIFY(std::abs(whole.entropy[3] - 4.2) < 1e-6);
        QCOMPARE(tokenCurves(SeenRun(record, 1), 2).probability.size(), std::size_t(1)); // no look ahead
        QVERIFY(tokenCurves(SeenRun(record), 4).margin.empty());
        QVERIFY(tokenCurves(SeenRun(record), -1).margin.empty());
    }

    void marksOfCalls()
    {
        const RunRecord record = fourWords();
        const auto whole = callMarks(SeenRun(record));
        QCOMPARE(whole.size(), std::size_t(4));
        const Calls flips{0, 1, 1, 1}, clean{0, 1, 1, 2}, settles{1, 1, 1, 1};
        for (std::size_t m = 0; m < 4; ++m) {
            QCOMPARE(whole[m].flips, flips[m]);
            QCOMPARE(whole[m].clean, clean[m]);
            QCOMPARE(whole[m].settles, settles[m]);
        }
        const auto part = callMarks(SeenRun(record, 3));
        QCOMPARE(part.size(), std::size_t(3));
        for (std::size_t m = 0; m < 3; ++m) {
            QCOMPARE(part[m].flips, flips[m]);
            QCOMPARE(part[m].clean, clean[m]);
            QCOMPARE(part[m].settles, 0);
        }
    }

    void aKeptHistoryTellsTheSame()
    {
        const RunRecord whole = fourWords();
        RunRecord growing = whole;
        growing.frames.clear();
        SettleHistory history;
        for (const StepFrame &frame : whole.frames) {
            growing.frames.push_back(frame);
            history.follow(growing);
            QCOMPARE(history.settling().byWord, settling(growing.frames).byWord);
            QCOMPARE(history.settling().bySchedule, settling(growing.frames).bySchedule);
        }
        for (int calls = 0; calls <= 4; ++calls) { // also of fewer calls than it has taken up
            const SeenRun kept(whole, calls, &history), anew(whole, calls);
            const SettleOrder order = settleOrder(kept), expected = settleOrder(anew);
            QCOMPARE(order.byWord, expected.byWord);
            QCOMPARE(order.bySchedule, expected.bySchedule);
            QCOMPARE(order.tauByWord, expected.tauByWord);
            QCOMPARE(curves(kept).settledByWord, curves(anew).settledByWord);
            QCOMPARE(curves(kept).entropy, curves(anew).entropy);
            const auto marks = callMarks(kept), expectedMarks = callMarks(anew);
            QCOMPARE(marks.size(), expectedMarks.size());
            for (std::size_t m = 0; m < marks.size(); ++m) {
                QCOMPARE(marks[m].flips, expectedMarks[m].flips);
                QCOMPARE(marks[m].clean, expectedMarks[m].clean);
                QCOMPARE(marks[m].settles, expectedMarks[m].settles);
            }
        }
    }

    void aHistoryTakesUpNoCallTwice()
    {
        RunRecord record = fourWords();
        SettleHistory history;
        history.follow(record, 2);
        QCOMPARE(history.calls(), 2);
        QCOMPARE(history.byWord(2), 1);
        record.frames[0] = record.frames[1] = {}; // they are not looked at again
        history.follow(record);
        QCOMPARE(history.calls(), 4);
        QCOMPARE(history.settling().byWord, (Calls{1, 2, 4, 3}));
        QCOMPARE(history.flips(), (Calls{0, 1, 1, 1}));
        QCOMPARE(history.byWord(9, 4), 0); // there is no such position
        QCOMPARE(history.byWord(0, 0), 0);
        QCOMPARE(history.bySchedule(0, 1), 0);
        QCOMPARE(history.bySchedule(0, 2), 2);
    }
};

QTEST_GUILESS_MAIN(TestFactsSettled)
#include "tst_facts_settled.moc"
