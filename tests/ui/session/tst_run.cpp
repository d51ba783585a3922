// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Run, SettleTracker and RunStore: a run grows, ends in every way, refuses what does not fit, survives its files.
#include "session/RunMemory.h"
#include "session/RunStore.h"
#include "support/Refusal.h"
#include "trace/RunFile.h"
#include "ui/ManualClock.h"
#include "ui/RunFeeder.h"
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ard;
using namespace ard::ui;
using ard::test::RunFeeder;

namespace {

Continuation continuation(int fromCall, int pinned = -1)
{
    Continuation made;
    made.fromCall = fromCall;
    if (pinned >= 0)
        made.changes.emplace_back().position = pinned;
    return made;
}

} // namespace

class TestRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void planIsKnownBeforeTheEngine();
    void growsAndCompletes();
    void keepsFramesWhenInterrupted();
    void refusesWhatDoesNotFit_data();
    void refusesWhatDoesNotFit();
    void earlyEndIsAFailure();
    void settlingEqualsTheReference();
    void repairMovesThePlan();
    void memoryIsBounded();
    void noiseLevel();
    void wordsAsText();
    void textOfASettledRunIsTheOutput();
    void checkRecord();
    void storeRefusesToRemoveALiveRun();
    void removedRunsComeBack();
    void growthIsToldWithTheTick();
    void parentOfAContinuedRun();
    void saveAndOpen();
    void saveOfAGrowingRun();
    void failedSaveAndOpenLoseNothing();
};

void TestRun::planIsKnownBeforeTheEngine()
{
    const RunFeeder feeder;
    const Run run(feeder.request());
    QCOMPARE(run.state(), Run::State::Waiting);
    QCOMPARE(run.length(), 12);
    QCOMPARE(run.modelCalls(), 10);
    QCOMPARE(run.timestep(0, 5), feeder.fake().header().plan.timesteps[0][5]);
    QCOMPARE(run.timestep(10, 11), 0);
    QCOMPARE(run.timestep(11, 0), -1);
    QCOMPARE(run.timestep(0, 12), -1);
    GenerationRequest unknown; // no model yet
    QCOMPARE(Run(unknown).length(), 0);
}

void TestRun::growsAndCompletes()
{
    const RunFeeder feeder;
    Run run(feeder.request());
    QSignalSpy added(&run, &Run::frameAdded);
    QSignalSpy finished(&run, &Run::finished);
    feeder.begin(run);
    QCOMPARE(run.state(), Run::State::Live);
    feeder.append(run, 10);
    QCOMPARE(added.size(), 10);
    QCOMPARE(added.last().first().toInt(), 10);
    QCOMPARE(run.token(10, 3)->wordId, feeder.fake().frame(10).tokens[3].wordId);
    QVERIFY(!run.token(0, 3));
    QVERIFY(!run.token(11, 3));
    QVERIFY(!run.token(1, 12));
    QVERIFY(finished.isEmpty());
    feeder.finish(run);
    QCOMPARE(run.state(), Run::State::Complete);
    QCOMPARE(finished.size(), 1);
    QVERIFY(run.record().complete);
    run.interrupt(QStringLiteral("too late"));
    QCOMPARE(run.state(), Run::State::Complete);
}

void TestRun::keepsFramesWhenInterrupted()
{
    const RunFeeder feeder;
    Run run(feeder.request());
    feeder.begin(run);
    feeder.append(run, 4);
    run.interrupt(QStringLiteral("The engine stopped"));
    QCOMPARE(run.state(), Run::State::Interrupted);
    QCOMPARE(run.stateText(), QStringLiteral("interrupted after 4 of 10 calls: The engine stopped"));
    QCOMPARE(run.frameCount(), 4);
    QVERIFY(!run.record().complete);
    QCOMPARE(run.labelAt(4, 0), QStringLiteral("near"));
}

void TestRun::refusesWhatDoesNotFit_data()
{
    QTest::addColumn<int>("damage");
    QTest::addColumn<QString>("words");
    QTest::newRow("a call is missing") << 0 << "Model call 3 was expected, but number 5 came";
    QTest::newRow("too short") << 1 << "Step 3 does not fit the run's plan";
    QTest::newRow("another timestep") << 2 << "Step 3 does not fit the run's plan";
    QTest::newRow("too long") << 3 << "Step 3 does not fit the run's plan";
}

void TestRun::refusesWhatDoesNotFit()
{
    QFETCH(int, damage);
    QFETCH(QString, words);
    const RunFeeder feeder;
    Run run(feeder.request());
    feeder.begin(run);
    feeder.append(run, 2);
    StepFrame frame = feeder.fake().frame(3);
    if (damage == 0)
        frame.modelCall = 5;
    else if (damage == 1)
        frame.tokens.pop_back();
    else if (damage == 2)
        frame.tokens[2].timestepAfter += 1;
    else
        frame.tokens.push_back(frame.tokens.back());
    const Status status = run.append({frame, {}});
    ARD_REFUSES(status, words);
    QCOMPARE(run.frameCount(), 2);
    QCOMPARE(run.state(), Run::State::Live);
    QVERIFY(!run.begin({feeder.fake().header(), {}})); // already under way
}

void TestRun::earlyEndIsAFailure()
{
    const RunFeeder feeder;
    Run run(feeder.request());
    feeder.begin(run);
    feeder.append(run, 3);
    feeder.finish(run);
    QCOMPARE(run.state(), Run::State::Failed);
    QVERIFY(!run.record().complete);
}

void TestRun::settlingEqualsTheReference()
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const RunFeeder feeder(16, 200, 20, seed);
        Run run(feeder.request());
        feeder.begin(run);
        for (int call = 1; call <= 20; ++call) {
            feeder.append(run);
            const Settling expected = settling(run.record().frames);
            QCOMPARE(run.settle().settling().byWord, expected.byWord);
            QCOMPARE(run.settle().settling().bySchedule, expected.bySchedule);
        }
        for (int n = 0; n < run.length(); ++n) {
            const int settled = run.settle().byWord(n);
            QVERIFY(settled >= 1 && settled <= 20);
            QCOMPARE(run.timestep(run.settle().bySchedule(n), n), 0);
        }
    }
}

void TestRun::repairMovesThePlan()
{
    const RunFeeder feeder;
    RunRecord header = feeder.fake().header();
    header.request.repair = 2;
    header.plan = withRepair(std::move(header.plan), 2);
    Run run(header.request);
    QVERIFY(run.begin({header, feeder.fake().sourceReading()}));
    QCOMPARE(run.modelCalls(), 12);
    feeder.append(run, 10);
    QSignalSpy repaired(&run, &Run::repaired);
    QVERIFY(run.changes().empty());
    StepFrame frame = feeder.fake().frame(10);
    frame.modelCall = 11;
    frame.sentenceStepBefore = frame.sentenceStepAfter = 0;
    for (TokenState &token : frame.tokens)
        token.timestepBefore = token.timestepAfter = 0;
    frame.tokens[3].timestepBefore = 200; // outside of 0..T-1
    QVERIFY(!run.append({frame, {}}));
    QCOMPARE(run.timestep(10, 3), 0);
    frame.tokens[3].timestepBefore = 199;
    frame.tokens[3].timestepAfter = 99;
    QVERIFY(run.append({frame, {}}));
    QCOMPARE(repaired.size(), 1);
    QCOMPARE(run.timestep(10, 3), 199);
    QCOMPARE(run.token(10, 3)->timestepAfter, 199);
    QCOMPARE(run.timestep(11, 3), 99);
    QCOMPARE(run.timestep(10, 2), 0);
    QCOMPARE(run.changes(), std::vector<MadeChange>({{10, {PositionChange::Kind::Renoise, 3, -1, {}}}}));
    QCOMPARE(run.settle().bySchedule(3), 0); // it went back to noise
    frame.modelCall = 12;
    frame.tokens[3].timestepBefore = 99;
    frame.tokens[3].timestepAfter = 0;
    QVERIFY(run.append({frame, {}}));
    QCOMPARE(run.settle().bySchedule(3), 12);
    feeder.finish(run);
    QCOMPARE(run.state(), Run::State::Complete);
    QVERIFY(Run::checkRecord(run.record()));
}

void TestRun::memoryIsBounded()
{
    const RunFeeder feeder(256, 2000, 100);
    Run run(feeder.request());
    feeder.begin(run);
    const qint64 empty = RunMemory::of(run.record());
    feeder.append(run, 3);
    QCOMPARE(RunMemory::of(run.record()) - empty,
             qint64(3 * (sizeof(StepFrame) + 256 * sizeof(TokenState)))); // its frames and nothing else
    QVERIFY(RunMemory::text(run.record()).contains(QStringLiteral("512")));
    QVERIFY(RunMemory::problem(2000, 256).isEmpty());
    QVERIFY(RunMemory::of(2000, 256) > 2000 * 256 * 90);
    QVERIFY(RunMemory::problem(21'000, 256).contains(QStringLiteral("512")));

    // An engine that begins a longer one: nothing of it is kept.
    const RunFeeder small(2, 200, 10);
    Run refused(small.request());
    protocol::StartedEvent event{small.fake().header(), {}};
    const int calls = 1400, positions = 4096;
    ARD_SAYS(RunMemory::problem(calls, positions), "512");
    event.run.plan.sentenceSteps.assign(calls + 1, 0);
    event.run.plan.timesteps.assign(calls + 1, std::vector<int>(positions, 0));
    const Status status = refused.begin(event);
    QVERIFY(!status);
    QCOMPARE(QString::fromStdString(status.error().message), RunMemory::problem(calls, positions));
    QCOMPARE(refused.state(), Run::State::Waiting);
}

void TestRun::noiseLevel()
{
    const Run run(RunFeeder::request(12, 2000, 10));
    QVERIFY(qAbs(run.noiseLevel(0) - 0.12100128) < 1e-7); // design.md, section 5
    QVERIFY(run.noiseLevel(1999) > 0.99);
    QVERIFY(std::isnan(run.noiseLevel(2000)));
    QVERIFY(std::isnan(run.noiseLevel(-1)));
}

void TestRun::wordsAsText()
{
    RunRecord record = RunFeeder().fake().record(10);
    record.complete = false; // the words themselves, not the output
    for (StepFrame &frame : record.frames)
        for (std::size_t n = 0; n < frame.tokens.size(); ++n)
            frame.tokens[n].wordId = n < 5 ? 100 + static_cast<int>(n) : 0;
    record.words = {{0, "[PAD]"}, {100, "\u2581serv"}, {101, "ing"}, {102, "\u2581"}, {103, "\u2581food"}};
    const Run run(record);
    QCOMPARE(run.label(100), QStringLiteral("serv"));
    QVERIFY(run.startsWord(100));
    QVERIFY(!run.startsWord(101));
    QCOMPARE(run.label(102), QString(QChar(0x2423)));
    QCOMPARE(run.label(104), QStringLiteral("#104"));
    QVERIFY(run.isPadding(0));
    QVERIFY(run.piece(-1).isEmpty());
    QCOMPARE(run.textAt(10), QStringLiteral("serving food#104"));
    QVERIFY(run.textAt(0).isEmpty());
}

void TestRun::textOfASettledRunIsTheOutput()
{
    const RunFeeder feeder;
    Run run(feeder.request());
    feeder.all(run);
    QCOMPARE(run.textAt(10), QString::fromStdString(feeder.fake().output().text));
}

void TestRun::checkRecord()
{
    const RunRecord good = RunFeeder().fake().record(10);
    QVERIFY(Run::checkRecord(good));
    RunRecord bad = good;
    bad.frames[4].tokens.pop_back();
    ARD_REFUSES(Run::checkRecord(bad), "Step 5 does not fit the run's plan");
    bad = good;
    bad.plan.timesteps[3][2] = 200; // T is 200
    ARD_REFUSES(Run::checkRecord(bad), "The run's plan of timesteps does not hold together");
    bad = good;
    bad.plan.timesteps[3].pop_back();
    ARD_REFUSES(Run::checkRecord(bad), "The run's plan of timesteps does not hold together");
    bad = good;
    bad.frames.push_back(bad.frames.back());
    ARD_REFUSES(Run::checkRecord(bad), "The run has more steps than its plan");
    bad = good;
    bad.plan = {};
    ARD_REFUSES(Run::checkRecord(bad), "The run's plan of timesteps does not hold together");
}

void TestRun::storeRefusesToRemoveALiveRun()
{
    const RunFeeder feeder;
    Tick tick;
    RunStore store(&tick);
    Run *run = store.add(new Run(feeder.request()));
    feeder.begin(*run);
    QVERIFY(!store.remove(run));
    feeder.append(*run, 10);
    feeder.finish(*run);
    QCOMPARE(store.unsaved().size(), 1);
    QVERIFY(store.remove(run));
    QVERIFY(store.unsaved().isEmpty());
}

void TestRun::removedRunsComeBack()
{
    Tick tick;
    RunStore store(&tick);
    QList<Run *> runs;
    for (int i = 0; i < 3; ++i)
        runs << store.add(new Run(RunFeeder().fake().record(10)));
    QVERIFY(!store.canRestore());
    QVERIFY(store.remove(runs[0]) && store.remove(runs[1]));
    QCOMPARE(store.runs(), QList<Run *>{runs[2]});
    QCOMPARE(store.restore(), runs[1]);
    QCOMPARE(store.restore(), runs[0]);
    QCOMPARE(store.runs(), runs);
    QCOMPARE(store.restore(), nullptr);
    QCOMPARE(runs[0]->labelAt(4, 0), QStringLiteral("near")); // whole
}

void TestRun::growthIsToldWithTheTick()
{
    test::ManualClock clock;
    Tick tick(&clock);
    RunStore store(&tick);
    const RunFeeder feeder;
    Run *run = store.add(new Run(feeder.request()));
    QSignalSpy changed(&store, &RunStore::changed);
    feeder.begin(*run);
    QCOMPARE(changed.size(), 1);
    feeder.append(*run, 9);
    QCOMPARE(changed.size(), 1);
    clock.advance(Tick::kMilliseconds);
    QCOMPARE(changed.size(), 2);
    feeder.append(*run, 1);
    feeder.finish(*run);
    QCOMPARE(changed.size(), 3);
    clock.advance(1000);
    QCOMPARE(changed.size(), 3); // it was told with the end
}

void TestRun::parentOfAContinuedRun()
{
    Tick tick;
    RunStore store(&tick);
    RunRecord first = RunFeeder().fake().record(10), otherSeed = RunFeeder(12, 200, 10, 2).fake().record(10);
    RunRecord second = first, third = first, orphan = otherSeed, otherModel = first;
    second.request.continuations = {continuation(4, 2)};
    third.request.continuations = second.request.continuations;
    third.request.continuations.push_back(continuation(6));
    orphan.request.seed = 99;
    orphan.request.continuations = {continuation(4)};
    otherModel.provenance.modelFingerprint = "another";
    otherModel.request.continuations = {continuation(1)};
    QList<Run *> runs;
    for (const RunRecord &record : {otherSeed, first, second, third, orphan, otherModel})
        runs << store.add(new Run(record));
    QCOMPARE(store.parent(runs[1]), nullptr);
    QCOMPARE(store.parent(runs[2]), runs[1]);
    QCOMPARE(store.parent(runs[3]), runs[2]);
    QCOMPARE(store.parent(runs[4]), nullptr);
    QCOMPARE(store.parent(runs[5]), nullptr);
}

void TestRun::saveAndOpen()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("ein Lauf – 1.ardrun"));
    const RunFeeder feeder;
    Tick tick;
    RunStore store(&tick);
    Run *run = store.add(new Run(feeder.request()));
    feeder.all(*run);
    QSignalSpy saved(&store, &RunStore::saved);
    store.save(run, path);
    QVERIFY(store.isBusy());
    QVERIFY(saved.wait());
    QVERIFY(!store.isBusy());
    QVERIFY(run->isSaved());
    QCOMPARE(run->filePath(), path);

    QSignalSpy opened(&store, &RunStore::opened);
    store.open(path);
    QVERIFY(opened.wait());
    QCOMPARE(store.size(), 2);
    const auto *copy = opened.first().at(0).value<Run *>();
    QCOMPARE(copy, store.at(1));
    QCOMPARE(copy->state(), Run::State::Complete);
    QCOMPARE(encodeRun(copy->record()), encodeRun(run->record()));
    for (int call = 0; call <= 10; ++call)
        QCOMPARE(copy->textAt(call), run->textAt(call));
}

void TestRun::saveOfAGrowingRun()
{
    const QTemporaryDir folder;
    const RunFeeder feeder;
    Tick tick;
    RunStore store(&tick);
    Run *run = store.add(new Run(feeder.request()));
    feeder.begin(*run);
    feeder.append(*run, 4);
    QSignalSpy saved(&store, &RunStore::saved);
    const RunRecord *record = &run->record();
    store.save(run, folder.filePath(QStringLiteral("part.ardrun")));
    QCOMPARE(&run->record(), record); // shared, not copied
    feeder.append(*run, 6);
    QVERIFY(saved.wait());
    QVERIFY2(!run->isSaved(), "what came later is not in the file");
    const auto part = loadRun(folder.filePath(QStringLiteral("part.ardrun")).toStdString());
    QVERIFY(part);
    QCOMPARE(part->frames.size(), std::size_t(4));
}

void TestRun::failedSaveAndOpenLoseNothing()
{
    const QTemporaryDir folder;
    Tick tick;
    RunStore store(&tick);
    Run *run = store.add(new Run(RunFeeder().fake().record(10)));
    QSignalSpy saveFailed(&store, &RunStore::saveFailed);
    store.save(run, folder.filePath(QStringLiteral("no/such/folder/a.ardrun")));
    QVERIFY(saveFailed.wait());
    ARD_SAYS(saveFailed.first().at(2).toString(), "its folder does not exist");
    QVERIFY(!run->isSaved());
    QCOMPARE(store.size(), 1);

    QFile broken(folder.filePath(QStringLiteral("broken.ardrun")));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    const auto bytes = encodeRun(run->record());
    broken.write(reinterpret_cast<const char *>(bytes.data()), static_cast<qint64>(bytes.size() / 2));
    broken.close();
    RunRecord misfit = run->record(); // decodes, but its frames do not belong to its plan
    misfit.plan.timesteps[2][0] -= 1;
    QVERIFY(saveRun(misfit, folder.filePath(QStringLiteral("misfit.ardrun")).toStdString()));
    const std::pair<const char *, const char *> refusals[] = {{"broken.ardrun", "damaged or incomplete"},
                                                              {"misfit.ardrun", "does not fit the run's plan"},
                                                              {"missing.ardrun", "Cannot read"}};
    for (const auto &[name, words] : refusals) {
        QSignalSpy openFailed(&store, &RunStore::openFailed);
        store.open(folder.filePath(QLatin1String(name)));
        QVERIFY2(openFailed.wait(), name);
        ARD_SAYS(openFailed.first().at(1).toString(), QString::fromLatin1(words));
        QCOMPARE(store.size(), 1);
        QCOMPARE(store.at(0), run);
    }
}

QTEST_GUILESS_MAIN(TestRun)
#include "tst_run.moc"
