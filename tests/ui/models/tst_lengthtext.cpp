// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a run came to its length, in words: by the length head, as asked for, by a model without one, not known; also for those who
// hear the window, and in the facts of a run.
#include "models/CellSentence.h"
#include "models/LengthText.h"
#include "models/RunNames.h"
#include "session/WhatIf.h"
#include "support/Refusal.h"
#include "ui/RunFeeder.h"
#include <QTest>

using namespace ard;
using namespace ard::ui;
using By = LengthChoice::By;

namespace {

std::unique_ptr<Run> runOf(std::optional<LengthChoice> choice, int candidates = 1)
{
    RunRecord record = test::RunFeeder(12, 200, 10).fake().record(10);
    record.lengthChoice = std::move(choice);
    record.request.candidates = candidates;
    if (candidates > 1)
        record.request.candidateLengths.assign(static_cast<std::size_t>(candidates), 12);
    return std::make_unique<Run>(std::move(record));
}

} // namespace

class TestLengthText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void byTheHead()
    {
        const auto run = runOf(LengthChoice{By::Head, {{12, 0.61F}, {13, 0.22F}, {11, 0.09F}}});
        QCOMPARE(lengthText(*run), QStringLiteral("length head: 12 positions, 61.0 %; next 13, 22.0 %"));
        QVERIFY(lengthExplanation(*run).contains(QStringLiteral("read the source")));
        QVERIFY(lengthExplanation(*run).contains(QStringLiteral("never their number")));
        QVERIFY(!lengthExplanation(*run).contains(QStringLiteral("candidates")));
        QVERIFY(lengthExplanation(*runOf(LengthChoice{By::Head, {{12, 1}}}, 3)).contains(QStringLiteral("candidates")));
        QCOMPARE(lengthText(*runOf(LengthChoice{By::Head, {{12, 1}}})),
                 QStringLiteral("length head: 12 positions, 100.0 %"));
        QCOMPARE(lengthText(*runOf(LengthChoice{By::Head, {}})), QStringLiteral("length head: 12 positions"));
    }

    void withoutTheHead()
    {
        const auto asked = runOf(LengthChoice{By::Request, {}}), fixed = runOf(LengthChoice{By::Model, {}});
        QCOMPARE(lengthText(*asked), QStringLiteral("12 positions, as asked for"));
        QVERIFY(lengthExplanation(*asked).contains(QStringLiteral("was asked for")));
        QCOMPARE(lengthText(*fixed), QStringLiteral("12 positions, as in all sentences of this model"));
        QVERIFY(lengthExplanation(*fixed).contains(QStringLiteral("no length head")));
    }

    void notKnown()
    {
        const auto old = runOf(std::nullopt);
        QVERIFY(lengthText(*old).isEmpty() && lengthExplanation(*old).isEmpty());
        RunRecord record = old->record();
        record.request.continuations.push_back({});
        QCOMPARE(lengthText(Run(record)), QStringLiteral("12 positions, as in the run that it goes on from"));
        const Run waiting(test::RunFeeder::request(12, 200, 10));
        QVERIFY(lengthText(waiting).isEmpty());
    }

    void inTheFactsOfARun()
    {
        const auto run = runOf(LengthChoice{By::Head, {{12, 0.61F}, {13, 0.22F}}});
        QVERIFY(runOrigin(*run).contains(lengthText(*run)));
        Tick tick;
        Film film(&tick);
        film.setRun(run.get());
        ARD_SAYS(momentSentence(film, {}), "no words yet; length head: 12 positions, 61.0 %");
        QVERIFY(!momentSentence(film, {1}).contains(QStringLiteral("length head")));
    }

    /// A branch has it from what it goes on from, which the engine does not know.
    void branchesKeepIt()
    {
        const auto run = runOf(LengthChoice{By::Head, {{12, 0.61F}, {13, 0.22F}}});
        Continuation changes;
        changes.fromCall = 4;
        Run branch(recordUpTo(run->record(), 4), run->plan(), changes);
        QCOMPARE(lengthText(branch), lengthText(*run));
        protocol::StartedEvent started;
        started.run.request = run->record().request;
        started.run.request.continuations.push_back(changes);
        started.run.plan = {{run->plan().sentenceSteps.begin() + 4, run->plan().sentenceSteps.end()},
                            {run->plan().timesteps.begin() + 4, run->plan().timesteps.end()}};
        QVERIFY(branch.begin(started));
        QCOMPARE(lengthText(branch), lengthText(*run));
    }
};

QTEST_GUILESS_MAIN(TestLengthText)
#include "tst_lengthtext.moc"
