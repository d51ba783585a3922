// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Branching: which run made a call of a branch, what can be continued from a state, which positions are held. Numbers by hand.
#include "trace/Branching.h"
#include "trace/RunFile.h"
#include <QTest>

using namespace ard;
using Kind = PositionChange::Kind;

namespace {

constexpr int kLength = 3, kCalls = 10;

Continuation from(int call, std::vector<PositionChange> changes = {})
{
    Continuation made;
    made.fromCall = call;
    made.changes = std::move(changes);
    return made;
}

/// Ten calls of three positions, with these continuations; so many of the calls are of the runs before.
RunRecord recordOf(std::vector<Continuation> continuations, int callsBefore)
{
    RunRecord record;
    record.request.source = "a";
    record.request.schedule.length = kLength;
    record.request.schedule.diffusionSteps = 200;
    record.request.continuations = std::move(continuations);
    record.callsBefore = callsBefore;
    for (int call = 0; call <= kCalls; ++call) {
        record.plan.sentenceSteps.push_back(kCalls - call);
        record.plan.timesteps.emplace_back(kLength, 10 * (kCalls - call));
        if (call == 0)
            continue;
        StepFrame &frame = record.frames.emplace_back();
        frame.modelCall = call;
        frame.tokens.resize(kLength);
    }
    return record;
}

} // namespace

class TestBranching : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void placeOfACall_data();
    void placeOfACall();
    void whatCanBeContinued_data();
    void whatCanBeContinued();
    void beginsWithWhatStays();
    void joined();
    void heldPositions();
    void isKeptInFiles();
};

void TestBranching::placeOfACall_data()
{
    QTest::addColumn<int>("callsBefore");
    QTest::addColumn<int>("call");
    QTest::addColumn<int>("continuations");
    QTest::addColumn<int>("own");
    // Branched after 4 calls, and again after 3 of the branch's own.
    QTest::newRow("of the first run") << 7 << 2 << 0 << 2;
    QTest::newRow("its last that stays") << 7 << 4 << 0 << 4;
    QTest::newRow("first of the branch") << 7 << 5 << 1 << 1;
    QTest::newRow("its last") << 7 << 7 << 1 << 3;
    QTest::newRow("of the second branch") << 7 << 8 << 2 << 1;
    QTest::newRow("the end") << 7 << 10 << 2 << 3;
    QTest::newRow("only its own calls are recorded") << 0 << 1 << 2 << 1;
}

void TestBranching::placeOfACall()
{
    QFETCH(const int, callsBefore);
    QFETCH(const int, call);
    const CallPlace place = placeOfCall(recordOf({from(4), from(3)}, callsBefore), call);
    QTEST(static_cast<int>(place.request.continuations.size()), "continuations");
    QTEST(place.call, "own");
}

void TestBranching::whatCanBeContinued_data()
{
    QTest::addColumn<int>("call");
    QTest::addColumn<int>("continuations");
    QTest::addColumn<int>("fromCall");
    QTest::newRow("starting noise") << 0 << 0 << 0;
    QTest::newRow("before both") << 3 << 0 << 3;
    QTest::newRow("with what was changed there") << 4 << 1 << 0;
    QTest::newRow("in the first branch") << 6 << 1 << 2;
    QTest::newRow("where the second begins") << 7 << 2 << 0;
    QTest::newRow("in the second") << 9 << 2 << 2;
}

void TestBranching::whatCanBeContinued()
{
    QFETCH(const int, call);
    const RunRecord record = recordOf({from(4), from(3)}, 7);
    const CallPlace place = placeToContinue(record, call);
    QTEST(static_cast<int>(place.request.continuations.size()), "continuations");
    QTEST(place.call, "fromCall");
    // The branch that is made there has all the calls that stay.
    RunRecord branch = recordUpTo(record, call);
    branch.request.continuations.push_back(from(place.call));
    QCOMPARE(callsBeforeLast(branch.request), call);
    QCOMPARE(branch.callsBefore, call);
}

void TestBranching::beginsWithWhatStays()
{
    const RunRecord before = recordUpTo(recordOf({}, 0), 4);
    QCOMPARE(before.frames.size(), std::size_t(4));
    QCOMPARE(before.plan.modelCalls(), 4);
    QVERIFY(before.outputs.empty() && !before.complete);
    QCOMPARE(recordUpTo(recordOf({}, 0), 0).plan.timesteps.size(), std::size_t(1));
}

void TestBranching::joined()
{
    const SamplingPlan plan{{3, 2, 1, 0}, {{30}, {20}, {10}, {0}}}, rest{{9, 4, 0}, {{199}, {50}, {0}}};
    const SamplingPlan whole = joinedPlan(plan, 2, rest);
    QCOMPARE(whole.sentenceSteps, (std::vector<int>{3, 2, 9, 4, 0}));
    QCOMPARE(whole.timesteps, (std::vector<std::vector<int>>{{30}, {20}, {199}, {50}, {0}}));
    QCOMPARE(joinedPlan(plan, 0, rest).sentenceSteps, rest.sentenceSteps);
}

void TestBranching::heldPositions()
{
    const RunRecord record = recordOf(
        {from(4, {{Kind::Pin, 1, 7, {}}, {Kind::Replace, 2, 8, {}}}), from(3, {{Kind::Renoise, 1, -1, {}}})}, 7);
    const std::vector<MadeChange> changes = changesOf(record);
    QCOMPARE(changes.size(), std::size_t(3));
    QCOMPARE(changes[0].call, 4);
    QCOMPARE(changes[2].call, 7);
    QVERIFY(!pinAt(changes, 4, 1));
    QVERIFY(pinAt(changes, 5, 1) && pinAt(changes, 5, 1)->change.word == 7);
    QVERIFY(pinAt(changes, 7, 1));
    QVERIFY(!pinAt(changes, 8, 1)); // it was made noise again
    QVERIFY(!pinAt(changes, 5, 2)); // replaced, not held
    QVERIFY(!pinAt(changes, 5, 0));
    // A record of the last branch's calls alone is held from its start.
    QVERIFY(pinAt(changesOf(recordOf({from(4, {{Kind::Pin, 1, 7, {}}})}, 0)), 1, 1));
}

void TestBranching::isKeptInFiles()
{
    const RunRecord record = recordOf({from(4), from(3)}, 7);
    const auto read = decodeRun(encodeRun(record));
    QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
    QCOMPARE(read->callsBefore, 7);
    QCOMPARE(read->frames.size(), std::size_t(kCalls));
    QVERIFY(!decodeRun(encodeRun(recordOf({from(4)}, 5)))); // more than its continuations left standing
    QVERIFY(!decodeRun(encodeRun(recordOf({from(20)}, kCalls))));
    QCOMPARE(decodeRun(encodeRun(recordOf({from(4)}, 0)))->callsBefore, 0);
}

QTEST_GUILESS_MAIN(TestBranching)
#include "tst_branching.moc"
