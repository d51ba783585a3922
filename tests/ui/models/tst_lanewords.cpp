// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The words of several lanes side by side, under Qt's model tester: no runs, one lane to eight, live and cancelled runs, a
// reference sentence. And what two lanes say of each other in the strip.
#include "facts/SmallRun.h"
#include "models/LaneWordsModel.h"
#include "models/TextStripModel.h"
#include "ui/ManualClock.h"
#include "ui/RunFeeder.h"
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace ard;
using namespace ard::ui;
using test::FilmStage;
using test::RunFeeder;

namespace {

constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

struct Stage : FilmStage {
    Comparison comparison{&board, &cursor};
    LaneWordsModel model{&comparison};
    QAbstractItemModelTester tester{&model, kFatal};
    QSignalSpy told{&comparison, &Comparison::changed};

    Lane *add(Run *run)
    {
        Lane *lane = board.add();
        lane->film()->setRun(run);
        return lane;
    }
    bool settle() // what has happened has been told
    {
        tick();
        QCoreApplication::processEvents();
        const bool any = !told.isEmpty();
        told.clear();
        return any;
    }
    QStringList row(int row) const
    {
        QStringList words;
        for (int column = 0; column < model.columnCount(); ++column)
            words << model.index(row, column).data().toString();
        return words;
    }
    QList<int> ints(int row, int role) const
    {
        QList<int> values;
        for (int column = 0; column < model.columnCount(); ++column)
            values << model.index(row, column).data(role).toInt();
        return values;
    }
};

RunRecord recordOf(const QStringList &lines)
{
    test::SmallRun run;
    for (const QString &line : lines)
        run.lines.push_back(line.toStdString());
    return test::recordOf(run);
}

} // namespace

class TestLaneWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingYet()
    {
        Stage stage;
        QCOMPARE(stage.model.rowCount(), 1);
        QCOMPARE(stage.model.columnCount(), 0);
        QVERIFY(!stage.comparison.hasRuns());
        stage.model.setReference(QStringLiteral("the pub"));
        QCOMPARE(stage.model.rowCount(), 2);
        QCOMPARE(stage.row(0), (QStringList{QStringLiteral("the"), QStringLiteral("pub")}));
    }

    void staysAsItIsWhileNobodyLooks()
    {
        Run a(recordOf({QStringLiteral("_a _x"), QStringLiteral("_a _b")}));
        Stage stage;
        stage.film->setRun(&a);
        QVERIFY(stage.settle());
        const QStringList before = stage.row(0);
        QSignalSpy changes(&stage.model, &QAbstractItemModel::dataChanged);
        stage.model.setFollowing(false);
        Run b(recordOf({QStringLiteral("_y"), QStringLiteral("_z")}));
        stage.film->setRun(&b);
        QVERIFY(stage.settle());
        QCOMPARE(stage.row(0), before);
        QCOMPARE(changes.size(), 0);
        stage.model.setFollowing(true);
        QCOMPARE(stage.row(0), QStringList{QStringLiteral("z")});
    }

    void twoLanes()
    {
        Run a(recordOf({QStringLiteral("_a _x"), QStringLiteral("_a _b")}));
        Run b(recordOf({QStringLiteral("_y _b"), QStringLiteral("_a _c")}));
        Stage stage;
        stage.film->setRun(&a);
        stage.add(&b);
        QVERIFY(stage.settle());
        QCOMPARE(stage.row(0), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(stage.row(1), (QStringList{QStringLiteral("a"), QStringLiteral("c")}));
        QCOMPARE(stage.ints(1, LaneWordsModel::DiffersRole), (QList<int>{0, 1}));
        QCOMPARE(stage.ints(0, LaneWordsModel::SinceRole), (QList<int>{1, 2}));
        QCOMPARE(stage.ints(0, LaneWordsModel::FirstRole), (QList<int>{1, 0}));
        QCOMPARE(stage.ints(1, LaneWordsModel::PositionRole), (QList<int>{0, 1}));
        QCOMPARE(stage.model.headerData(1, Qt::Vertical).toString(), QStringLiteral("B"));
        QCOMPARE(stage.model.differingCount(), 1);
        stage.model.setOnlyDifferences(true);
        QCOMPARE(stage.row(1), QStringList{QStringLiteral("c")});
        QCOMPARE(stage.model.wordCount(), 2);
        QCOMPARE(stage.model.headerData(0, Qt::Horizontal).toInt(), 2); // its number stays
    }

    void goesWithTheCursor()
    {
        Run a(recordOf({QStringLiteral("_a _x"), QStringLiteral("_a _b")}));
        Run b(recordOf({QStringLiteral("_a _x"), QStringLiteral("_a _c")}));
        Stage stage;
        stage.film->setRun(&a);
        stage.add(&b);
        stage.cursor.setMoment(1);
        QVERIFY(stage.settle());
        QCOMPARE(stage.row(1), (QStringList{QStringLiteral("a"), QStringLiteral("x")}));
        QCOMPARE(stage.model.differingCount(), 0);
        QCOMPARE(stage.ints(0, LaneWordsModel::FinalRole), (QList<int>{0, 0}));
        stage.cursor.setMoment(0);
        QVERIFY(stage.settle());
        QCOMPARE(stage.model.columnCount(), 0);
        stage.cursor.setShowsFuture(true);
        QVERIFY(stage.settle());
        QCOMPARE(stage.row(1), (QStringList{QStringLiteral("a"), QStringLiteral("c")}));
    }

    void lanesComeAndGo()
    {
        Run a(RunFeeder().fake().record(10));
        Stage stage;
        stage.film->setRun(&a);
        std::vector<std::unique_ptr<Run>> others;
        for (int lane = 1; lane < Board::kMaxLanes; ++lane) {
            others.push_back(
                std::make_unique<Run>(RunFeeder(12, 200, 10, static_cast<std::uint64_t>(lane)).fake().record(lane)));
            stage.add(others.back().get());
        }
        QVERIFY(stage.settle());
        QCOMPARE(stage.model.rowCount(), 8);
        QVERIFY(stage.model.columnCount() >= 9);
        others.front().reset(); // a run is deleted: its lane is empty
        QVERIFY(stage.settle());
        QVERIFY(stage.row(1).join(QString()).isEmpty());
        while (stage.board.size() > 1)
            stage.board.remove(1);
        QVERIFY(stage.settle());
        QCOMPARE(stage.model.rowCount(), 1);
        QCOMPARE(stage.model.differingCount(), 0);
    }

    void liveAndCancelled()
    {
        const RunFeeder feeder;
        Run live(feeder.request()), done(feeder.fake().record(10));
        Stage stage;
        stage.film->setRun(&done);
        stage.add(&live);
        feeder.begin(live);
        feeder.append(live, 5);
        stage.cursor.setMoment(5);
        QVERIFY(stage.settle());
        QCOMPARE(stage.model.differingCount(), 0); // the same request
        live.interrupt(QStringLiteral("gone"));
        stage.cursor.setMoment(10);
        QVERIFY(stage.settle());
        QCOMPARE(stage.model.rowCount(), 2);
        for (int column = 0; column < stage.model.columnCount(); ++column)
            QVERIFY(!stage.model.index(1, column).data(LaneWordsModel::FirstRole).toBool());
    }

    void oneTokenAndMany()
    {
        for (const int length : {1, 256}) {
            Run a(RunFeeder(length).fake().record(10)), b(RunFeeder(length, 200, 10, 2).fake().record(10));
            Stage stage;
            stage.film->setRun(&a);
            stage.add(&b);
            QVERIFY(stage.settle());
            QVERIFY(stage.model.columnCount() >= 1);
        }
    }

    void referenceSentence()
    {
        Run a(recordOf({QStringLiteral("_b _x"), QStringLiteral("_a _b"), QStringLiteral("_a _b")}));
        Stage stage;
        stage.film->setRun(&a);
        stage.model.setReference(QStringLiteral("A c b"));
        QVERIFY(stage.settle());
        QCOMPARE(stage.row(0), (QStringList{QStringLiteral("A"), QStringLiteral("c"), QStringLiteral("b")}));
        QCOMPARE(stage.row(1), (QStringList{QStringLiteral("a"), QString(), QStringLiteral("b")}));
        QCOMPARE(stage.ints(1, LaneWordsModel::ReferenceFirstRole), (QList<int>{2, 0, 1}));
        QCOMPARE(stage.ints(1, LaneWordsModel::ReferenceSinceRole), (QList<int>{2, 0, 1}));
        QCOMPARE(stage.model.index(0, 0).data(LaneWordsModel::LaneRole).toInt(), -1);
        stage.model.setReference(QString());
        QCOMPARE(stage.model.rowCount(), 1);
        QCOMPARE(stage.ints(0, LaneWordsModel::ReferenceFirstRole), (QList<int>{0, 0}));
    }

    void referenceOfALongRunIsFollowedBitByBit()
    {
        const RunFeeder feeder(12, 400, 200);
        Run run(feeder.fake().record(200));
        Stage stage;
        stage.film->setRun(&run);
        stage.model.setReference(run.textAt(200));
        const auto have = [&stage] {
            const QList<int> since = stage.ints(1, LaneWordsModel::ReferenceSinceRole);
            return !since.isEmpty() && !since.contains(0);
        };
        QTRY_VERIFY(have());
    }

    void stripTellsWhatTheFirstLaneHasNot()
    {
        Run a(recordOf({QStringLiteral("_the _pub")})), b(recordOf({QStringLiteral("_pub _here")}));
        FilmStage stage(&a);
        Lane *second = stage.board.add();
        second->film()->setRun(&b);
        TextStripModel first(stage.lane, &stage.cursor), other(second, &stage.cursor);
        const QAbstractItemModelTester tester(&other, kFatal);
        const auto differs = [](const TextStripModel &model, int n) {
            return model.index(n, 0).data(TextStripModel::DiffersRole).toBool();
        };
        QVERIFY(!differs(first, 0) && !differs(first, 1)); // it is what the others are measured by
        QVERIFY(!differs(other, 0) && differs(other, 1));
        stage.cursor.setMoment(0);
        QVERIFY(!differs(other, 1));
    }
};

QTEST_GUILESS_MAIN(TestLaneWords)
#include "tst_lanewords.moc"
