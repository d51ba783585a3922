// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Places in films: calls in which words change, markers, words that are looked for.
#include "facts/SmallRun.h"
#include "session/FilmMarks.h"
#include "session/Markers.h"
#include "session/WordFinder.h"
#include "ui/ManualClock.h"
#include "ui/RunFeeder.h"
#include <QSignalSpy>
#include <QTest>

using namespace ard;
using namespace ard::ui;
using test::FilmStage;
using test::RunFeeder;

namespace {

RunRecord recordOf(const QStringList &lines)
{
    test::SmallRun run;
    for (const QString &line : lines)
        run.lines.push_back(line.toStdString());
    return test::recordOf(run);
}

QList<int> stepsOf(const FilmMarks &marks)
{
    QList<int> steps;
    for (const FilmMarks::Mark &mark : marks.marks())
        steps << mark.step;
    return steps;
}

} // namespace

class TestFilmPlaces : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void marksNeverLieAhead()
    {
        // Flips in calls 2 and 4; for good since 1, 2 and 4.
        Run run(recordOf({QStringLiteral("_a _x _y"), QStringLiteral("_a _b _y"), QStringLiteral("_a _b _y"),
                          QStringLiteral("_a _b _c")}));
        FilmStage stage(&run);
        const FilmMarks marks(&stage.cursor);
        QCOMPARE(stepsOf(marks), (QList<int>{1, 2, 4}));
        QCOMPARE(marks.marks()[0].flips, 0);
        QCOMPARE(marks.marks()[0].settles, 1);
        QCOMPARE(marks.marks()[2].flips, 1);
        QCOMPARE(marks.marks()[2].settles, 1);
        stage.cursor.setMoment(3);
        QCOMPARE(stepsOf(marks), QList<int>{2}); // that the first word settled in call 1 is not known yet
        QCOMPARE(marks.marks()[0].settles, 0);
        stage.cursor.setMoment(0);
        QVERIFY(marks.marks().empty());
        stage.cursor.setShowsFuture(true);
        QCOMPARE(stepsOf(marks), (QList<int>{1, 2, 4}));
    }

    void jumpsGoFromChangeToChange()
    {
        Run run(recordOf(
            {QStringLiteral("_a _x"), QStringLiteral("_a _x"), QStringLiteral("_a _b"), QStringLiteral("_a _b")}));
        FilmStage stage(&run);
        const FilmMarks marks(&stage.cursor);
        stage.cursor.setMoment(0);
        QCOMPARE(marks.next(1).value(), Moment(1));
        stage.cursor.setMoment(1);
        QCOMPARE(marks.next(1).value(), Moment(3)); // also ahead of what is shown
        QVERIFY(!marks.next(-1));
        stage.cursor.setMoment(3);
        QVERIFY(!marks.next(1));
        QCOMPARE(marks.next(-1).value(), Moment(1));
        stage.cursor.setMoment(4);
        QCOMPARE(marks.next(-1).value(), Moment(3));
    }

    void marksGrowWithALiveRunAndGoWithTheLane()
    {
        const RunFeeder feeder;
        Run run(feeder.request()), other(RunFeeder(12, 200, 10, 7).fake().record(10));
        FilmStage stage(&run);
        const FilmMarks marks(&stage.cursor);
        QSignalSpy changed(&marks, &FilmMarks::changed);
        QVERIFY(marks.marks().empty() && !marks.next(1));
        feeder.begin(run);
        feeder.append(run, 6);
        stage.tick();
        QVERIFY(!changed.isEmpty());
        stage.cursor.setMoment(6);
        QVERIFY(!marks.marks().empty());
        QVERIFY(marks.marks().back().step <= 6);
        stage.board.add()->film()->setRun(&other);
        stage.cursor.setLane(1);
        stage.cursor.setMoment(10);
        QCOMPARE(marks.marks().back().step, 10);
    }

    void noRun()
    {
        FilmStage stage;
        const FilmMarks marks(&stage.cursor);
        QVERIFY(marks.marks().empty() && !marks.next(1) && !marks.next(-1));
        Markers markers(&stage.board, &stage.cursor);
        markers.toggle(1);
        QVERIFY(!markers.goTo(1));
        QVERIFY(!findWord(QStringLiteral("a"), stage.board, stage.cursor, 1));
    }

    void markersKeepAPlace()
    {
        Run run(RunFeeder().fake().record(10));
        FilmStage stage(&run);
        Markers markers(&stage.board, &stage.cursor);
        QSignalSpy changed(&markers, &Markers::changed);
        stage.cursor.select(3, 4);
        markers.toggle(1);
        stage.cursor.select(5, 8);
        markers.toggle(9);
        QCOMPARE(changed.size(), 2);
        QVERIFY(markers.goTo(1));
        QCOMPARE(stage.cursor.selected(), (Cell{3, 4, 0}));
        QVERIFY(markers.goTo(9));
        QCOMPARE(stage.cursor.selected(), (Cell{5, 8, 0}));
        QVERIFY(!markers.goTo(2) && !markers.goTo(0) && !markers.goTo(10));
        markers.toggle(9); // where it is already
        QVERIFY(!markers.place(&run, 9));
        markers.toggle(10);
        QCOMPARE(changed.size(), 3);
    }

    void markersBelongToTheirRun()
    {
        Run first(RunFeeder().fake().record(10)), second(RunFeeder().fake().record(10));
        FilmStage stage(&first);
        stage.board.add()->film()->setRun(&second);
        Markers markers(&stage.board, &stage.cursor);
        stage.cursor.setMoment(2);
        markers.toggle(1);
        stage.cursor.setLane(1);
        QVERIFY(!markers.place(&second, 1));
        stage.cursor.setMoment(7);
        QVERIFY(markers.goTo(1)); // only the other lane has it
        QCOMPARE(stage.cursor.laneIndex(), 0);
        QCOMPARE(stage.cursor.moment(), Moment(2));
        stage.cursor.setLane(1);
        stage.cursor.setMoment(7);
        markers.toggle(1);
        stage.cursor.setMoment(9);
        QVERIFY(markers.goTo(1)); // its own first
        QCOMPARE(stage.cursor.laneIndex(), 1);
        QCOMPARE(stage.cursor.moment(), Moment(7));
    }

    void placesWhereAWordComesUp()
    {
        Run run(recordOf({QStringLiteral("_the _river side"), QStringLiteral("_the _river side"),
                          QStringLiteral("_river side _The"), QStringLiteral("_the _pub -")}));
        FilmStage stage(&run);
        const auto places = [&stage](const QString &text) { return placesOf(text, *stage.film, 0); };
        QCOMPARE(places(QStringLiteral("THE")), (std::vector<Cell>{{0, 1, 0}, {2, 3, 0}, {0, 4, 0}}));
        QCOMPARE(places(QStringLiteral("riverside")), (std::vector<Cell>{{1, 1, 0}, {0, 3, 0}}));
        QCOMPARE(places(QStringLiteral("riv")), places(QStringLiteral("riverside")));
        QVERIFY(places(QStringLiteral("side")).empty()); // no word begins so
        QCOMPARE(places(QStringLiteral("the riv")), (std::vector<Cell>{{0, 1, 0}}));
        QVERIFY(places(QStringLiteral("th riverside")).empty());
        QVERIFY(places(QStringLiteral("  ")).empty());
        QVERIFY(places(QStringLiteral("[PAD]")).empty());
    }

    void searchGoesThroughTheLaneThenTheOthers()
    {
        Run first(recordOf({QStringLiteral("_a _x"), QStringLiteral("_x _a"), QStringLiteral("_x _x")}));
        Run second(recordOf({QStringLiteral("_b _b"), QStringLiteral("_b _a")}));
        FilmStage stage(&first);
        stage.board.add()->film()->setRun(&second);
        const auto find = [&stage](int direction) {
            const auto found = findWord(QStringLiteral("a"), stage.board, stage.cursor, direction);
            if (found)
                stage.cursor.select(found->place);
            return found.value_or(FoundWord{});
        };
        stage.cursor.setMoment(3); // behind all of its lane
        QCOMPARE(find(1).place, (Cell{0, 1, 0}));
        QCOMPARE(find(1).place, (Cell{1, 2, 0}));
        const FoundWord other = find(1);
        QCOMPARE(other.place, (Cell{1, 2, 1}));
        QCOMPARE(other.number, 3);
        QCOMPARE(other.count, 3);
        QCOMPARE(stage.cursor.laneIndex(), 1);
        QCOMPARE(find(1).place, (Cell{0, 1, 0})); // round
        QCOMPARE(find(-1).place, (Cell{1, 2, 1}));
        QCOMPARE(find(-1).place, (Cell{1, 2, 0}));
        QVERIFY(!findWord(QStringLiteral("nowhere"), stage.board, stage.cursor, 1));
    }
};

QTEST_GUILESS_MAIN(TestFilmPlaces)
#include "tst_filmplaces.moc"
