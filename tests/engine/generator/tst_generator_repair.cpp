// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The repair of a run as a request parameter: calls and frames that it adds, what stays as it was, what is refused.
#include "SmallGenerator.h"
#include "support/Refusal.h"
#include "trace/Branching.h"
#include "trace/Repair.h"
#include "trace/RunFile.h"
#include <QTemporaryDir>
#include <QTest>

using namespace ard;
using namespace ard::test;

namespace {

constexpr int kRepair = 2;

GenerationRequest repaired(int calls = kRepair)
{
    GenerationRequest request = smallRequest();
    request.repair = calls;
    return request;
}

} // namespace

class TestGeneratorRepair : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void addsCallsAndChangesNoneBefore();
    void framesSayWhichWentBack();
    void candidatesToo();
    void branchesAreRepaired();
    void whatIsRefused();

private:
    RunRecord run(const GenerationRequest &request)
    {
        auto record = m_generator->generate(request, true);
        return record ? std::move(*record) : RunRecord();
    }
    std::string refusal(const GenerationRequest &request)
    {
        const auto record = m_generator->generate(request, false);
        return record ? std::string() : record.error().message;
    }
    QTemporaryDir m_folder;
    std::unique_ptr<Generator> m_generator;
};

void TestGeneratorRepair::initTestCase()
{
    auto generator = makeGenerator(m_folder.path().toStdString(), smallModel());
    QVERIFY2(generator, generator ? "" : generator.error().message.c_str());
    m_generator = std::move(*generator);
}

void TestGeneratorRepair::addsCallsAndChangesNoneBefore()
{
    const RunRecord plain = run(smallRequest()), record = run(repaired());
    QVERIFY(plain.complete && record.complete);
    QCOMPARE(int(record.frames.size()), kCalls + kRepair);
    QCOMPARE(record.plan.modelCalls(), kCalls + kRepair);
    QCOMPARE(record.plan.repairCalls(), kRepair);
    QCOMPARE(plain.plan.repairCalls(), 0);
    QCOMPARE(record.outputs.front().modelCalls, kCalls + (repairedPositions(record).empty() ? 0 : kRepair));
    for (std::size_t i = 0; i < plain.frames.size(); ++i)
        for (std::size_t n = 0; n < plain.frames[i].tokens.size(); ++n) {
            const TokenState &before = plain.frames[i].tokens[n], &now = record.frames[i].tokens[n];
            QCOMPARE(now.wordId, before.wordId);
            QCOMPARE(now.topProbabilities, before.topProbabilities);
        }
}

void TestGeneratorRepair::framesSayWhichWentBack()
{
    // The first seed with which this model writes a word twice side by side.
    RunRecord record;
    GenerationRequest request = repaired();
    for (request.seed = 1; request.seed < 100 && repairedPositions(record).empty(); ++request.seed)
        record = run(request);
    QCOMPARE(record.outputs.front().modelCalls, kCalls + kRepair);
    const std::vector<int> positions = repairedPositions(record);
    QVERIFY(!positions.empty() && int(positions.size()) < kLength);
    const auto &last = record.frames[kCalls - 1].tokens, &first = record.frames[kCalls].tokens,
               &end = record.frames.back().tokens;
    for (int n = 0; n < kLength; ++n) {
        const auto at = std::size_t(n);
        const bool wentBack = std::find(positions.begin(), positions.end(), n) != positions.end();
        QCOMPARE(first[at].timestepBefore, wentBack ? kDiffusionSteps - 1 : 0);
        QCOMPARE(last[at].timestepAfter, first[at].timestepBefore); // as where a branch goes on
        QCOMPARE(record.plan.timesteps[kCalls][at], first[at].timestepBefore);
        QCOMPARE(end[at].timestepAfter, 0);
        QCOMPARE(record.outputs.front().tokens[at], end[at].wordId);
        if (!wentBack)
            QCOMPARE(end[at].wordId, last[at].wordId);
    }
    QVERIFY(!isRepairCall(record.plan, kCalls) && isRepairCall(record.plan, kCalls + 1));
    QCOMPARE(changesOf(record).size(), positions.size());
    const auto reread = decodeRun(encodeRun(record));
    QVERIFY(reread);
    QCOMPARE(repairedPositions(*reread), positions);
    QCOMPARE(reread->request.repair, kRepair);
}

void TestGeneratorRepair::candidatesToo()
{
    GenerationRequest request = repaired();
    request.candidates = 3;
    const RunRecord three = run(request);
    QCOMPARE(three.outputs.size(), std::size_t{3});
    for (int c = 0; c < 3; ++c) {
        GenerationRequest alone = repaired();
        alone.seed += std::uint64_t(c);
        const RunRecord one = run(alone);
        QCOMPARE(three.outputs[std::size_t(c)].tokens, one.outputs.front().tokens);
        QCOMPARE(three.outputs[std::size_t(c)].modelCalls, kCalls + (repairedPositions(one).empty() ? 0 : kRepair));
    }
    const auto many = m_generator->generateMany({request.source}, request, 8);
    QVERIFY(many);
    QCOMPARE(many->front().outputs.front().tokens, three.outputs.front().tokens);
}

void TestGeneratorRepair::branchesAreRepaired()
{
    GenerationRequest request = repaired();
    Continuation pinned;
    pinned.fromCall = kCalls - 2;
    pinned.changes.push_back({PositionChange::Kind::Pin, 1, 6, {}});
    request.continuations.push_back(pinned);
    const RunRecord record = run(request);
    QVERIFY(record.complete);
    QCOMPARE(int(record.frames.size()), 2 + kRepair);
    QCOMPARE(record.outputs.front().tokens[1], 6);
}

void TestGeneratorRepair::whatIsRefused()
{
    QCOMPARE(refusal(repaired(17)), std::string("repair must be 0 or a whole number from 1 to 16, not 17"));
    GenerationRequest stopping = repaired();
    stopping.stopWhenSettled = 2;
    QCOMPARE(refusal(stopping),
             std::string("a repair follows a run's last call, and a run that stops when it has settled has none: give "
                         "one of the two"));
    const auto attention = m_generator->attention(repaired(), kCalls + 1, 0, 0);
    QVERIFY(!attention);
    QCOMPARE(attention.error().message,
             std::string("model call 7 is one of the repair: only the calls before it can be looked into"));
    QVERIFY(m_generator->attention(repaired(), kCalls, 0, 0));
}

QTEST_GUILESS_MAIN(TestGeneratorRepair)
#include "tst_generator_repair.moc"
