// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The models of one run under Qt's model tester: live frames, other and deleted runs, transport steps, selected cells.
#include "models/CandidatesModel.h"
#include "models/StepTableModel.h"
#include "models/TextStripModel.h"
#include "models/TokenDetails.h"
#include "ui/RunFeeder.h"
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

using namespace ard;
using namespace ard::ui;
using ard::test::RunFeeder;
using Phase = TextStripModel::TokenPhase;

namespace {

constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

template <class Model>
struct Tested {
    Model model;
    QAbstractItemModelTester tester{&model, kFatal};
};

} // namespace

class TestRunModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepTableGrowsLive();
    void stepTableRoles();
    void stepTableAnnouncesLostSettling();
    void stepTableCurrentStep();
    void otherAndDeletedRuns();
    void startedRunMayHaveAnotherPlan();
    void candidates();
    void candidatesOfASmallVocabulary();
    void candidatesFollowALiveRun();
    void tokenDetailsOfACell();
    void percentages();
    void stripFollowsTheStep();
    void stripPhasesAgreeWithTheRun();
    void stripWhileLive();
};

void TestRunModels::stepTableGrowsLive()
{
    const RunFeeder feeder;
    Run run(feeder.request());
    Tested<StepTableModel> table;
    table.model.setRun(&run);
    QCOMPARE(table.model.rowCount(), 0);
    QCOMPARE(table.model.columnCount(), 12);
    feeder.begin(run);
    QSignalSpy inserted(&table.model, &QAbstractItemModel::rowsInserted);
    feeder.append(run, 10);
    QCOMPARE(inserted.size(), 10);
    QCOMPARE(table.model.rowCount(), 10);
    QCOMPARE(table.model.index(9, 0).data().toString(), run.labelAt(10, 0));
    feeder.finish(run);
    QCOMPARE(table.model.rowCount(), 10);
    QVERIFY(!table.model.index(10, 0).isValid());
}

void TestRunModels::stepTableRoles()
{
    Run run(RunFeeder().fake().record(10));
    Tested<StepTableModel> table;
    table.model.setRun(&run);
    for (int call = 1; call <= 10; ++call)
        for (int n = 0; n < 12; ++n) {
            const QModelIndex cell = table.model.index(call - 1, n);
            const TokenState &token = *run.token(call, n);
            QCOMPARE(cell.data().toString(), run.label(token.wordId));
            QCOMPARE(cell.data(StepTableModel::WordIdRole).toInt(), token.wordId);
            const bool isSecond = call == 10 && n == fake::FakeRun::kSecondBest;
            QCOMPARE(cell.data(StepTableModel::ProbabilityRole).toFloat(), token.topProbabilities[isSecond ? 1 : 0]);
            QCOMPARE(cell.data(StepTableModel::EntropyRole).toFloat(), token.entropy);
            QCOMPARE(cell.data(StepTableModel::DistanceRole).toFloat(), token.distance);
            QCOMPARE(cell.data(StepTableModel::TimestepBeforeRole).toInt(), run.timestep(call - 1, n));
            QCOMPARE(cell.data(StepTableModel::TimestepAfterRole).toInt(), run.timestep(call, n));
            QCOMPARE(cell.data(StepTableModel::NoiseLevelRole).toDouble(), run.noiseLevel(run.timestep(call, n)));
            const bool changed = call > 1 && run.token(call - 1, n)->wordId != token.wordId;
            QCOMPARE(cell.data(StepTableModel::ChangedRole).toBool(), changed);
            QCOMPARE(cell.data(StepTableModel::SettledByWordRole).toBool(), call >= run.settle().byWord(n));
            QCOMPARE(cell.data(StepTableModel::SettledByScheduleRole).toBool(), run.timestep(call, n) == 0);
            QCOMPARE(cell.data(StepTableModel::CallRole).toInt(), call);
            QCOMPARE(cell.data(StepTableModel::PositionRole).toInt(), n);
        }
    QCOMPARE(table.model.headerData(2, Qt::Vertical).toInt(), 3);
    const QString tip = table.model.headerData(2, Qt::Vertical, Qt::ToolTipRole).toString();
    QVERIFY(tip.contains(QString::number(run.sentenceStep(3))));
    QCOMPARE(table.model.headerData(5, Qt::Horizontal).toInt(), 5);
    QVERIFY(!table.model.headerData(10, Qt::Vertical).isValid());
    QVERIFY(!table.model.headerData(12, Qt::Horizontal).isValid());
    QVERIFY(!table.model.headerData(-1, Qt::Vertical).isValid());
    QVERIFY(table.model.roleNames().contains(StepTableModel::EntropyRole));
}

void TestRunModels::stepTableAnnouncesLostSettling()
{
    const RunFeeder feeder(12, 200, 20);
    Run run(feeder.request());
    Tested<StepTableModel> table;
    table.model.setRun(&run);
    feeder.begin(run);
    std::vector<std::vector<bool>> shown; // what a view that listens has on its screen
    const auto read = [&](int row, int column) {
        shown[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)] =
            table.model.index(row, column).data(StepTableModel::SettledByWordRole).toBool();
    };
    connect(&table.model, &QAbstractItemModel::rowsInserted, this, [&](const QModelIndex &, int first, int last) {
        for (int row = first; row <= last; ++row) {
            shown.emplace_back(12);
            for (int n = 0; n < 12; ++n)
                read(row, n);
        }
    });
    int lost = 0;
    connect(&table.model, &QAbstractItemModel::dataChanged, this, [&](const QModelIndex &from, const QModelIndex &to) {
        ++lost;
        for (int row = from.row(); row <= to.row(); ++row)
            for (int n = from.column(); n <= to.column(); ++n)
                read(row, n);
    });
    for (int call = 1; call <= 20; ++call) {
        feeder.append(run);
        for (int row = 0; row < call; ++row)
            for (int n = 0; n < 12; ++n)
                QCOMPARE(static_cast<bool>(shown[static_cast<std::size_t>(row)][static_cast<std::size_t>(n)]),
                         table.model.index(row, n).data(StepTableModel::SettledByWordRole).toBool());
    }
    QVERIFY(lost > 0);
}

void TestRunModels::stepTableCurrentStep()
{
    Run run(RunFeeder().fake().record(10));
    Tested<StepTableModel> table;
    table.model.setRun(&run);
    QSignalSpy changed(&table.model, &QAbstractItemModel::dataChanged);
    table.model.setCurrentStep(3);
    QCOMPARE(changed.size(), 1);
    QVERIFY(table.model.index(2, 5).data(StepTableModel::CurrentRole).toBool());
    table.model.setCurrentStep(4);
    QCOMPARE(changed.size(), 3); // the row that was and the row that is
    QVERIFY(!table.model.index(2, 5).data(StepTableModel::CurrentRole).toBool());
    QVERIFY(table.model.headerData(3, Qt::Vertical, StepTableModel::CurrentRole).toBool());
    table.model.setCurrentStep(0);
    QCOMPARE(changed.size(), 4);
    table.model.setCurrentStep(1000);
    QCOMPARE(changed.size(), 4);
}

void TestRunModels::otherAndDeletedRuns()
{
    const RunFeeder feeder;
    auto live = std::make_unique<Run>(feeder.request());
    Run recorded(RunFeeder(20, 200, 5).fake().record(5));
    Tested<StepTableModel> table;
    Tested<TextStripModel> strip;
    Tested<CandidatesModel> candidates;
    for (RunBoundModel *model : std::initializer_list<RunBoundModel *>{&table.model, &strip.model, &candidates.model})
        model->setRun(live.get());
    feeder.begin(*live);
    feeder.append(*live, 3);
    strip.model.setStep(3);
    candidates.model.setCell({11, 3});
    QCOMPARE(candidates.model.rowCount(), 8);
    QSignalSpy reset(&table.model, &QAbstractItemModel::modelReset);
    for (RunBoundModel *model : std::initializer_list<RunBoundModel *>{&table.model, &strip.model, &candidates.model})
        model->setRun(&recorded);
    QCOMPARE(reset.size(), 1);
    QCOMPARE(table.model.rowCount(), 5);
    QCOMPARE(table.model.columnCount(), 20);
    QCOMPARE(strip.model.rowCount(), 20);
    feeder.append(*live, 2); // nobody listens any more
    QCOMPARE(table.model.rowCount(), 5);
    for (RunBoundModel *model : std::initializer_list<RunBoundModel *>{&table.model, &strip.model, &candidates.model})
        model->setRun(live.get());
    QCOMPARE(table.model.rowCount(), 5);
    live.reset();
    QCOMPARE(table.model.rowCount(), 0);
    QCOMPARE(table.model.columnCount(), 0);
    QCOMPARE(strip.model.rowCount(), 0);
    QCOMPARE(candidates.model.rowCount(), 0);
    QVERIFY(!table.model.run());
}

void TestRunModels::startedRunMayHaveAnotherPlan()
{
    const RunFeeder feeder;
    GenerationRequest unknown = feeder.request();
    unknown.schedule.length = 0; // asked for before the model was known
    Run run(unknown);
    Tested<StepTableModel> table;
    Tested<TextStripModel> strip;
    table.model.setRun(&run);
    strip.model.setRun(&run);
    QCOMPARE(table.model.columnCount(), 0);
    feeder.begin(run);
    QCOMPARE(table.model.columnCount(), 12);
    QCOMPARE(strip.model.rowCount(), 12);
    feeder.append(run, 2);
    QCOMPARE(table.model.rowCount(), 2);
}

void TestRunModels::candidates()
{
    Run run(RunFeeder().fake().record(10));
    Tested<CandidatesModel> candidates;
    candidates.model.setRun(&run);
    QCOMPARE(candidates.model.rowCount(), 0);
    QCOMPARE(candidates.model.columnCount(), 2);
    candidates.model.setCell({3, 4});
    QCOMPARE(candidates.model.rowCount(), 8);
    const TokenState &token = *run.token(4, 3);
    double before = 2;
    for (int rank = 0; rank < 8; ++rank) {
        const QModelIndex word = candidates.model.index(rank, CandidatesModel::WordColumn);
        const auto r = static_cast<std::size_t>(rank);
        QCOMPARE(word.data().toString(), run.label(token.topIds[r]));
        QCOMPARE(word.data(CandidatesModel::ChosenRole).toBool(), token.topIds[r] == token.wordId);
        const double probability = word.data(CandidatesModel::ProbabilityRole).toDouble();
        QCOMPARE(probability, static_cast<double>(token.topProbabilities[r]));
        QVERIFY(probability <= before);
        before = probability;
        const QModelIndex percent = candidates.model.index(rank, CandidatesModel::ProbabilityColumn);
        QCOMPARE(percent.data().toString(), percentText(probability));
    }
    candidates.model.setCell({3, 0}); // no model has looked yet
    QCOMPARE(candidates.model.rowCount(), 0);
    candidates.model.setCell({12, 4});
    QCOMPARE(candidates.model.rowCount(), 0);
    candidates.model.setCell({3, 10});
    QCOMPARE(candidates.model.rowCount(), 8);
    candidates.model.setCell({});
    QCOMPARE(candidates.model.rowCount(), 0);
    QVERIFY(candidates.model.headerData(0, Qt::Horizontal).isValid());
}

void TestRunModels::candidatesOfASmallVocabulary()
{
    RunRecord record = RunFeeder().fake().record(10);
    for (std::size_t rank = 3; rank < kTopWords; ++rank)
        record.frames[4].tokens[2].topIds[rank] = -1;
    Run run(record);
    Tested<CandidatesModel> candidates;
    candidates.model.setRun(&run);
    candidates.model.setCell({2, 4});
    QCOMPARE(candidates.model.rowCount(), 8);
    candidates.model.setCell({2, 5});
    QCOMPARE(candidates.model.rowCount(), 3);
    candidates.model.setCell({2, 6});
    QCOMPARE(candidates.model.rowCount(), 8);
}

void TestRunModels::candidatesFollowALiveRun()
{
    const RunFeeder feeder;
    Run run(feeder.request());
    Tested<CandidatesModel> candidates;
    candidates.model.setRun(&run);
    feeder.begin(run);
    candidates.model.setCell({0, 1}); // not there yet
    QCOMPARE(candidates.model.rowCount(), 0);
    feeder.append(run);
    QCOMPARE(candidates.model.rowCount(), 8);
    feeder.append(run);
    QCOMPARE(candidates.model.rowCount(), 8);
}

void TestRunModels::tokenDetailsOfACell()
{
    Run run(RunFeeder().fake().record(10));
    QVERIFY(!tokenDetails(nullptr, {0, 0}).valid);
    QVERIFY(!tokenDetails(&run, {}).valid);
    QVERIFY(!tokenDetails(&run, {12, 1}).valid);
    QVERIFY(!tokenDetails(&run, {0, 11}).valid);
    const TokenDetails start = tokenDetails(&run, {5, 0});
    QVERIFY(start.valid && !start.hasPrediction);
    QCOMPARE(start.timestepBefore, -1);
    QCOMPARE(start.timestepAfter, run.timestep(0, 5));
    QCOMPARE(start.sigma, run.noiseLevel(run.timestep(0, 5)));
    for (int call = 1; call <= 10; ++call) {
        const TokenDetails details = tokenDetails(&run, {5, call});
        const TokenState &token = *run.token(call, 5);
        QVERIFY(details.valid && details.hasPrediction && !details.settlingIsProvisional);
        QCOMPARE(details.word, run.label(token.wordId));
        QCOMPARE(details.previousWord, call == 1 ? QString() : run.labelAt(call - 1, 5));
        QCOMPARE(details.changed, token.changed);
        QCOMPARE(details.timestepBefore, token.timestepBefore);
        QCOMPARE(details.timestepAfter, token.timestepAfter);
        QCOMPARE(details.sentenceStep, run.record().frames[static_cast<std::size_t>(call - 1)].sentenceStepAfter);
        QCOMPARE(details.probability, static_cast<double>(token.topProbabilities[0]));
        QCOMPARE(details.settledByWord, run.settle().byWord(5));
        QCOMPARE(details.settledBySchedule, run.settle().bySchedule(5));
    }
}

void TestRunModels::percentages()
{
    QLocale::setDefault(QLocale::c());
    QCOMPARE(percentText(0.6134), QStringLiteral("61.3 %"));
    QCOMPARE(percentText(1), QStringLiteral("100.0 %"));
    QCOMPARE(percentText(0), QStringLiteral("0.0 %"));
    QCOMPARE(percentText(0.0001), QStringLiteral("< 0.1 %"));
    TokenState unlisted;
    unlisted.topIds.fill(3);
    unlisted.wordId = 9;
    QCOMPARE(wordProbability(unlisted), 0.0);
}

void TestRunModels::stripFollowsTheStep()
{
    Run run(RunFeeder().fake().record(10));
    Tested<TextStripModel> strip;
    strip.model.setRun(&run);
    QSignalSpy changed(&strip.model, &QAbstractItemModel::dataChanged);
    for (const int step : {10, 4, 0, 7}) {
        strip.model.setStep(step);
        for (int n = 0; n < 12; ++n)
            QCOMPARE(strip.model.index(n, 0).data().toString(), run.labelAt(step, n));
    }
    QCOMPARE(changed.size(), 4);
    strip.model.setStep(7);
    QCOMPARE(changed.size(), 4);
    strip.model.setStep(500);
    QCOMPARE(strip.model.step(), 10);
    strip.model.setStep(-3);
    QCOMPARE(strip.model.step(), 0);
    QVERIFY(!strip.model.index(0, 0).data(TextStripModel::ProbabilityRole).isValid());
    QVERIFY(!strip.model.index(0, 0).data(TextStripModel::FrozenRole).toBool());
}

void TestRunModels::stripPhasesAgreeWithTheRun()
{
    Run run(RunFeeder(12, 200, 20).fake().record(20));
    Tested<TextStripModel> strip;
    strip.model.setRun(&run);
    int frozen = 0;
    for (int step = 0; step <= 20; ++step) {
        strip.model.setStep(step);
        for (int n = 0; n < 12; ++n) {
            const QModelIndex token = strip.model.index(n, 0);
            const auto phase = static_cast<Phase>(token.data(TextStripModel::PhaseRole).toInt());
            if (step == 0)
                QCOMPARE(phase, Phase::Noise);
            else if (phase == Phase::Settled)
                QVERIFY(step >= run.settle().byWord(n));
            QCOMPARE(token.data(TextStripModel::TimestepRole).toInt(), run.timestep(step, n));
            QCOMPARE(token.data(TextStripModel::SettledByWordRole).toInt(), run.settle().byWord(n));
            QCOMPARE(token.data(TextStripModel::SettledByScheduleRole).toInt(), run.settle().bySchedule(n));
            QVERIFY(!token.data(TextStripModel::ProvisionalRole).toBool());
            frozen += token.data(TextStripModel::FrozenRole).toBool() ? 1 : 0;
        }
    }
    for (int n = 0; n < 12; ++n)
        QCOMPARE(static_cast<Phase>(strip.model.index(n, 0).data(TextStripModel::PhaseRole).toInt()), Phase::Settled);
    QCOMPARE(frozen, 0); // at this stride every call moves every token
}

void TestRunModels::stripWhileLive()
{
    const RunFeeder feeder;
    Run run(feeder.request());
    Tested<TextStripModel> strip;
    strip.model.setRun(&run);
    QCOMPARE(strip.model.rowCount(), 12);
    feeder.begin(run);
    strip.model.setStep(1); // not there yet
    QCOMPARE(strip.model.step(), 0);
    feeder.append(run, 4);
    strip.model.setStep(4);
    QSignalSpy changed(&strip.model, &QAbstractItemModel::dataChanged);
    QVERIFY(strip.model.index(0, 0).data(TextStripModel::ProvisionalRole).toBool());
    feeder.append(run, 6); // settle steps may have moved
    QCOMPARE(changed.size(), 6);
    QCOMPARE(strip.model.step(), 4);
    feeder.finish(run);
    QCOMPARE(changed.size(), 7);
    QVERIFY(!strip.model.index(0, 0).data(TextStripModel::ProvisionalRole).toBool());
}

QTEST_GUILESS_MAIN(TestRunModels)
#include "tst_runmodels.moc"
