// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The models of one run under Qt's model tester: live frames, other and deleted runs, transport steps, selected cells.
#include "models/CandidatesModel.h"
#include "models/StepTableModel.h"
#include "models/TextStripModel.h"
#include "models/TokenDetails.h"
#include "ui/ManualClock.h"
#include "ui/RunFeeder.h"
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

using namespace ard;
using namespace ard::ui;
using ard::test::FilmStage;
using ard::test::RunFeeder;
using Phase = TextStripModel::TokenPhase;

namespace {

constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

template <class Model>
struct Tested {
    explicit Tested(FilmStage &stage) : model(stage.lane, &stage.cursor) { }
    Model model;
    QAbstractItemModelTester tester{&model, kFatal};
};

} // namespace

class TestRunModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepTableGrowsLive();
    void stepTableRoles();
    void stepTableHidesWhatIsAhead();
    void stepTableHasFilledSteps();
    void stepTableCurrentStep();
    void otherAndDeletedRuns();
    void startedRunMayHaveAnotherPlan();
    void candidates();
    void candidatesOfASmallVocabulary();
    void candidatesFollowALiveRun();
    void tokenDetailsOfACell();
    void tokenDetailsTellNothingAhead();
    void percentages();
    void stripFollowsTheCursor();
    void stripPhasesAgreeWithTheRun();
    void stripWhileLive();
};

void TestRunModels::stepTableGrowsLive()
{
    const RunFeeder feeder;
    Run run(feeder.request());
    FilmStage stage(&run);
    Tested<StepTableModel> table(stage);
    QCOMPARE(table.model.rowCount(), 0);
    QCOMPARE(table.model.columnCount(), 12);
    feeder.begin(run);
    QSignalSpy inserted(&table.model, &QAbstractItemModel::rowsInserted);
    for (int call = 1; call <= 10; ++call) {
        feeder.append(run);
        stage.tick();
    }
    QCOMPARE(inserted.size(), 10);
    QCOMPARE(table.model.rowCount(), 10);
    stage.cursor.setMoment(10);
    QCOMPARE(table.model.index(9, 0).data().toString(), run.labelAt(10, 0));
    feeder.finish(run);
    QCOMPARE(table.model.rowCount(), 10);
    QVERIFY(!table.model.index(10, 0).isValid());
}

void TestRunModels::stepTableRoles()
{
    Run run(RunFeeder().fake().record(10));
    FilmStage stage(&run);
    Tested<StepTableModel> table(stage);
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
            const bool settled = call == 10 || run.timestep(call, n) == 0; // nobody knows more at that call
            QCOMPARE(cell.data(StepTableModel::SettledRole).toBool(), settled);
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

void TestRunModels::stepTableHidesWhatIsAhead()
{
    Run run(RunFeeder().fake().record(10));
    FilmStage stage(&run);
    Tested<StepTableModel> table(stage);
    QList<QPair<int, int>> announced; // first and last row
    connect(&table.model, &QAbstractItemModel::dataChanged, this,
            [&](const QModelIndex &from, const QModelIndex &to) { announced << qMakePair(from.row(), to.row()); });
    const auto text = [&](int call) { return table.model.index(call - 1, 5).data().toString(); };
    const auto isAhead = [&](int call) {
        return table.model.index(call - 1, 5).data(StepTableModel::AheadRole).toBool();
    };
    stage.cursor.setMoment(3);
    QCOMPARE(announced, (QList<QPair<int, int>>{{2, 9}}));
    QCOMPARE(table.model.rowCount(), 10);
    for (int call = 1; call <= 10; ++call) {
        QCOMPARE(isAhead(call), call > 3);
        QCOMPARE(text(call), call > 3 ? QString() : run.labelAt(call, 5));
        QCOMPARE(table.model.index(call - 1, 5).data(StepTableModel::TimestepAfterRole).toInt(), run.timestep(call, 5));
    }
    QVERIFY(!table.model.index(5, 5).data(StepTableModel::ProbabilityRole).isValid());
    stage.cursor.setMoment(5);
    QCOMPARE(announced.last(), qMakePair(2, 4));
    QCOMPARE(text(5), run.labelAt(5, 5));
    stage.cursor.setShowsFuture(true);
    QCOMPARE(announced.last(), qMakePair(0, 9));
    for (int call = 1; call <= 10; ++call) {
        QCOMPARE(text(call), run.labelAt(call, 5));
        QCOMPARE(table.model.index(call - 1, 5).data(StepTableModel::SettledRole).toBool(),
                 call >= run.settle().byWord(5));
    }
}

void TestRunModels::stepTableHasFilledSteps()
{
    const RunFeeder feeder;
    Run run(feeder.fake().record(10));
    FilmStage stage(&run);
    Tested<StepTableModel> table(stage);
    const fake::FakeRun steps = *feeder.fake().filled(4);
    QVERIFY(stage.film->insert(4, new Run(steps.record(steps.modelCalls()))));
    const int between = steps.modelCalls() - 1;
    QCOMPARE(table.model.rowCount(), 10 + between);
    QCOMPARE(table.model.headerData(3, Qt::Vertical).toString(), QStringLiteral("3+1"));
    QCOMPARE(table.model.headerData(3 + between, Qt::Vertical).toInt(), 4);
    QCOMPARE(table.model.index(4, 5).data().toString(), stage.film->label({3, 2}, 5));
    stage.cursor.setMoment({3, 1});
    QVERIFY(table.model.index(4, 5).data(StepTableModel::AheadRole).toBool());
    QVERIFY(table.model.index(3, 5).data(StepTableModel::CurrentRole).toBool());
}

void TestRunModels::stepTableCurrentStep()
{
    Run run(RunFeeder().fake().record(10));
    FilmStage stage(&run);
    Tested<StepTableModel> table(stage);
    stage.cursor.setMoment(3);
    QVERIFY(table.model.index(2, 5).data(StepTableModel::CurrentRole).toBool());
    QSignalSpy changed(&table.model, &QAbstractItemModel::dataChanged);
    stage.cursor.setMoment(4);
    QCOMPARE(changed.size(), 1); // the row that was and the row that is
    QVERIFY(!table.model.index(2, 5).data(StepTableModel::CurrentRole).toBool());
    QVERIFY(table.model.headerData(3, Qt::Vertical, StepTableModel::CurrentRole).toBool());
    stage.cursor.setMoment(0);
    QCOMPARE(changed.size(), 2);
    for (int row = 0; row < 10; ++row)
        QVERIFY(!table.model.index(row, 5).data(StepTableModel::CurrentRole).toBool());
}

void TestRunModels::otherAndDeletedRuns()
{
    const RunFeeder feeder;
    auto live = std::make_unique<Run>(feeder.request());
    Run recorded(RunFeeder(20, 200, 5).fake().record(5));
    FilmStage stage(live.get());
    Tested<StepTableModel> table(stage);
    Tested<TextStripModel> strip(stage);
    Tested<CandidatesModel> candidates(stage);
    feeder.begin(*live);
    feeder.append(*live, 3);
    stage.tick();
    stage.cursor.setMoment(3);
    candidates.model.setCell({11, 3});
    QCOMPARE(candidates.model.rowCount(), 8);
    QSignalSpy reset(&table.model, &QAbstractItemModel::modelReset);
    stage.film->setRun(&recorded);
    QCOMPARE(reset.size(), 1);
    QCOMPARE(table.model.rowCount(), 5);
    QCOMPARE(table.model.columnCount(), 20);
    QCOMPARE(strip.model.rowCount(), 20);
    feeder.append(*live, 2); // nobody listens any more
    stage.tick();
    QCOMPARE(table.model.rowCount(), 5);
    stage.film->setRun(live.get());
    QCOMPARE(table.model.rowCount(), 5);
    QCOMPARE(table.model.columnCount(), 12);
    live.reset();
    QCOMPARE(table.model.rowCount(), 0);
    QCOMPARE(table.model.columnCount(), 0);
    QCOMPARE(strip.model.rowCount(), 0);
    QCOMPARE(candidates.model.rowCount(), 0);
    QVERIFY(!table.model.film()->run());
}

void TestRunModels::startedRunMayHaveAnotherPlan()
{
    const RunFeeder feeder;
    GenerationRequest unknown = feeder.request();
    unknown.schedule.length = 0; // asked for before the model was known
    Run run(unknown);
    FilmStage stage(&run);
    Tested<StepTableModel> table(stage);
    Tested<TextStripModel> strip(stage);
    QCOMPARE(table.model.columnCount(), 0);
    feeder.begin(run);
    QCOMPARE(table.model.columnCount(), 12);
    QCOMPARE(strip.model.rowCount(), 12);
    feeder.append(run, 2);
    stage.tick();
    QCOMPARE(table.model.rowCount(), 2);
}

void TestRunModels::candidates()
{
    Run run(RunFeeder().fake().record(10));
    FilmStage stage(&run);
    Tested<CandidatesModel> candidates(stage);
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
    FilmStage stage(&run);
    Tested<CandidatesModel> candidates(stage);
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
    FilmStage stage(&run);
    Tested<CandidatesModel> candidates(stage);
    feeder.begin(run);
    candidates.model.setCell({0, 1}); // not there yet
    QCOMPARE(candidates.model.rowCount(), 0);
    feeder.append(run);
    stage.tick();
    QCOMPARE(candidates.model.rowCount(), 0); // the cursor stands before it
    stage.cursor.setMoment(1);
    QCOMPARE(candidates.model.rowCount(), 8);
    stage.cursor.setMoment(0);
    QCOMPARE(candidates.model.rowCount(), 0);
    stage.cursor.setShowsFuture(true);
    QCOMPARE(candidates.model.rowCount(), 8);
}

void TestRunModels::tokenDetailsOfACell()
{
    Run run(RunFeeder().fake().record(10));
    FilmStage stage(&run);
    const auto details = [&](Cell cell, Sight sight = Sight::WholeRun) {
        return tokenDetails(*stage.film, cell, stage.cursor.moment(), sight);
    };
    QVERIFY(!details({}).valid);
    QVERIFY(!details({12, 1}).valid);
    QVERIFY(!details({0, 11}).valid);
    const TokenDetails start = details({5, 0});
    QVERIFY(start.valid && !start.hasPrediction);
    QCOMPARE(start.timestepBefore, -1);
    QCOMPARE(start.timestepAfter, run.timestep(0, 5));
    QCOMPARE(start.sigma, run.noiseLevel(run.timestep(0, 5)));
    for (int call = 1; call <= 10; ++call) {
        const TokenDetails seen = details({5, call});
        const TokenState &token = *run.token(call, 5);
        QVERIFY(seen.valid && seen.hasPrediction && !seen.settlingIsProvisional);
        QCOMPARE(seen.word, run.label(token.wordId));
        QCOMPARE(seen.previousWord, call == 1 ? QString() : run.labelAt(call - 1, 5));
        QCOMPARE(seen.changed, token.changed);
        QCOMPARE(seen.timestepBefore, token.timestepBefore);
        QCOMPARE(seen.timestepAfter, token.timestepAfter);
        QCOMPARE(seen.sentenceStep, run.record().frames[static_cast<std::size_t>(call - 1)].sentenceStepAfter);
        QCOMPARE(seen.probability, static_cast<double>(token.topProbabilities[0]));
        QCOMPARE(seen.settledByWord, run.settle().byWord(5));
        QCOMPARE(seen.settledBySchedule, run.settle().bySchedule(5));
    }
    constexpr int second = fake::FakeRun::kSecondBest;
    QCOMPARE(details({second, 10}).probability, static_cast<double>(run.token(10, second)->topProbabilities[1]));
    QVERIFY(!tokenDetails(*FilmStage().film, {0, 0}, 0, Sight::WholeRun).valid);
}

void TestRunModels::tokenDetailsTellNothingAhead()
{
    Run run(RunFeeder().fake().record(10));
    FilmStage stage(&run);
    stage.cursor.setMoment(3);
    for (int n = 0; n < 12; ++n) {
        const TokenDetails ahead = tokenDetails(*stage.film, {n, 7}, 3, Sight::UpToMoment);
        QVERIFY(ahead.valid && !ahead.hasPrediction);
        QVERIFY(ahead.word.isEmpty());
        QCOMPARE(ahead.timestepAfter, run.timestep(7, n)); // that is the plan
        for (const int call : {1, 3, 7}) {
            const TokenDetails details = tokenDetails(*stage.film, {n, call}, 3, Sight::UpToMoment);
            QVERIFY(details.settledByWord <= 3 && details.settledBySchedule <= 3);
            QVERIFY(details.settlingIsProvisional);
        }
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

void TestRunModels::stripFollowsTheCursor()
{
    Run run(RunFeeder().fake().record(10));
    FilmStage stage(&run);
    Tested<TextStripModel> strip(stage);
    QSignalSpy changed(&strip.model, &QAbstractItemModel::dataChanged);
    for (const int step : {9, 4, 0, 7}) {
        stage.cursor.setMoment(step);
        for (int n = 0; n < 12; ++n)
            QCOMPARE(strip.model.index(n, 0).data().toString(), run.labelAt(step, n));
    }
    QCOMPARE(changed.size(), 4);
    stage.cursor.setMoment(7);
    QCOMPARE(changed.size(), 4);
    stage.cursor.setMoment(500);
    QCOMPARE(strip.model.moment(), Moment(10));
    stage.cursor.setMoment(-3);
    QCOMPARE(strip.model.moment(), Moment(0));
    QVERIFY(!strip.model.index(0, 0).data(TextStripModel::ProbabilityRole).isValid());
    QVERIFY(!strip.model.index(0, 0).data(TextStripModel::FrozenRole).toBool());
}

void TestRunModels::stripPhasesAgreeWithTheRun()
{
    Run run(RunFeeder(12, 200, 20).fake().record(20));
    FilmStage stage(&run);
    Tested<TextStripModel> strip(stage);
    int frozen = 0;
    for (const bool future : {false, true}) {
        stage.cursor.setShowsFuture(future);
        for (int step = 0; step <= 20; ++step) {
            stage.cursor.setMoment(step);
            for (int n = 0; n < 12; ++n) {
                const QModelIndex token = strip.model.index(n, 0);
                const auto phase = static_cast<Phase>(token.data(TextStripModel::PhaseRole).toInt());
                const int byWord = run.settle().byWord(n), bySchedule = run.settle().bySchedule(n);
                const bool known = future || step == 20;
                if (step == 0)
                    QCOMPARE(phase, Phase::Noise);
                else if (phase == Phase::Settled)
                    QVERIFY(known ? step >= byWord : run.timestep(step, n) == 0);
                QCOMPARE(token.data(TextStripModel::TimestepRole).toInt(), run.timestep(step, n));
                QCOMPARE(token.data(TextStripModel::SettledByWordRole).toInt(), known && byWord <= step ? byWord : 0);
                QCOMPARE(token.data(TextStripModel::SettledByScheduleRole).toInt(),
                         bySchedule <= step ? bySchedule : 0);
                frozen += token.data(TextStripModel::FrozenRole).toBool() ? 1 : 0;
            }
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
    FilmStage stage(&run);
    Tested<TextStripModel> strip(stage);
    QCOMPARE(strip.model.rowCount(), 12);
    feeder.begin(run);
    stage.cursor.setMoment(1); // not there yet
    QCOMPARE(strip.model.moment(), Moment(0));
    feeder.append(run, 4);
    stage.tick();
    stage.cursor.setMoment(4);
    QSignalSpy changed(&strip.model, &QAbstractItemModel::dataChanged);
    feeder.append(run, 6);
    stage.tick();
    QCOMPARE(changed.size(), 0); // what comes later does not change this moment
    QCOMPARE(strip.model.moment(), Moment(4));
    feeder.finish(run);
    QCOMPARE(changed.size(), 1);
}

QTEST_GUILESS_MAIN(TestRunModels)
#include "tst_runmodels.moc"
