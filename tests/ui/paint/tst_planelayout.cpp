// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The geometry of the plane, on the paper's numbers: N 13, T 2000, 20 sampling steps.
#include "paint/PlaneGeometry.h"
#include <QTest>
#include <cmath>

using namespace ard;
using namespace ard::ui;

class TestPlaneLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ends_data();
    void ends();
    void gapsAreEven();
    void inverse_data() { ends_data(); }
    void inverse();
    void everyTimestepHasItsCell();
    void outside();
    void states();
    void frozenStretchesAreNeverHit();
    void movingStaysInside();
    void ticks_data() { ends_data(); }
    void ticks();
    void jumps();
    void tailGivesRoomToTheLastJump();
    void empty();
};

static PlaneLayout paper(TimestepScale scale = TimestepScale::Linear, int length = 13, int calls = 20,
                         const char *kind = "ar-diffusion")
{
    TimestepScheduleSpec spec;
    spec.kind = kind;
    spec.length = length;
    return PlaneLayout(*makeSamplingPlan(spec, calls), 2000, scale);
}

void TestPlaneLayout::ends_data()
{
    QTest::addColumn<int>("scale");
    QTest::newRow("linear") << static_cast<int>(TimestepScale::Linear);
    QTest::newRow("tail") << static_cast<int>(TimestepScale::Tail);
}

void TestPlaneLayout::ends()
{
    QFETCH(int, scale);
    const PlaneLayout plane = paper(static_cast<TimestepScale>(scale));
    QCOMPARE(plane.positions(), 13);
    QCOMPARE(plane.modelCalls(), 20);
    QCOMPARE(plane.y(0), 0.0);
    QCOMPARE(plane.y(1999), 1.0);
    for (int n = 0; n < 13; ++n) {
        QCOMPARE(plane.timestep(0, n), 1999);
        QCOMPARE(plane.timestep(20, n), 0);
    }
}

void TestPlaneLayout::gapsAreEven()
{
    const PlaneLayout plane = paper(TimestepScale::Linear);
    for (double width = 13 * 2.5; width < 13 * 60; width += 1) {
        const PlaneGeometry g(plane, {7.3, 0, width, 400}, {0, 0, width + 20, 420});
        const double gap = g.columnRect(1, 1999, 0).left() - g.columnRect(0, 1999, 0).right();
        QCOMPARE(gap, width / 13 < 5 ? 0 : std::max(1.0, std::round(width / 13 * 0.1)));
        for (int n = 1; n < 13; ++n)
            QCOMPARE(g.columnRect(n, 1999, 0).left() - g.columnRect(n - 1, 1999, 0).right(), gap);
    }
}

void TestPlaneLayout::inverse()
{
    QFETCH(int, scale);
    const PlaneLayout plane = paper(static_cast<TimestepScale>(scale));
    double last = -1;
    for (int t = 0; t < 2000; ++t) {
        QVERIFY(plane.y(t) > last);
        last = plane.y(t);
        QVERIFY(std::abs(plane.timestepAt(plane.y(t)) - t) < 1e-6);
    }
    QCOMPARE(plane.timestepAt(-3), 0.0);
    QCOMPARE(plane.timestepAt(3), 1999.0);
}

void TestPlaneLayout::everyTimestepHasItsCell()
{
    const PlaneLayout plane = paper();
    for (int n = 0; n < plane.positions(); ++n)
        for (int t = 0; t < 2000; ++t) {
            const auto cell = plane.cellAt(n + 0.2, plane.y(t));
            QVERIFY(cell.has_value());
            QCOMPARE(cell->position, n);
            // The stretch from its timestep before (inclusive) to the one after (exclusive); 0 belongs to the last one.
            QVERIFY(t <= plane.timestep(cell->call - 1, n));
            QVERIFY(t > plane.timestep(cell->call, n) || (t == 0 && plane.timestep(cell->call, n) == 0));
        }
}

void TestPlaneLayout::outside()
{
    const PlaneLayout plane = paper();
    QVERIFY(!plane.cellAt(-0.7, 0.5));
    QVERIFY(!plane.cellAt(12.7, 0.5));
    QVERIFY(!plane.cellAt(3, 1.5));
    QVERIFY(!plane.cellAt(3, -0.5));
}

void TestPlaneLayout::states()
{
    const PlaneLayout plane = paper();
    QCOMPARE(plane.state({4, 13}, 13), StretchState::Executed);
    QCOMPARE(plane.state({4, 14}, 13), StretchState::NextJump);
    QCOMPARE(plane.state({4, 15}, 13), StretchState::Ahead);
    QCOMPARE(plane.sentenceStep(13), 712); // as in the figure: 13 of 20, then a jump to 612
    QCOMPARE(plane.sentenceStep(14), 612);
}

void TestPlaneLayout::frozenStretchesAreNeverHit()
{
    // Two positions of which one waits: what an autoregressive plan does.
    const PlaneLayout plane(SamplingPlan{{3, 2, 1, 0}, {{9, 9}, {4, 9}, {0, 9}, {0, 0}}}, 10, TimestepScale::Linear);
    QCOMPARE(plane.state({1, 1}, 0), StretchState::Frozen);
    QCOMPARE(plane.cellAt(1, 1.0), std::optional(PlaneCell{1, 3}));
    QCOMPARE(plane.cellAt(0, 0.0), std::optional(PlaneCell{0, 2}));
    QVERIFY(!plane.reachesZeroOnlyAtEnd());
}

void TestPlaneLayout::movingStaysInside()
{
    const PlaneLayout plane = paper();
    QCOMPARE(plane.moved({0, 1}, -1, -1), (PlaneCell{0, 1}));
    QCOMPARE(plane.moved({12, 20}, 5, 5), (PlaneCell{12, 20}));
    QCOMPARE(plane.moved({4, 5}, 1, -2), (PlaneCell{5, 3}));
}

void TestPlaneLayout::ticks()
{
    QFETCH(int, scale);
    const PlaneLayout plane = paper(static_cast<TimestepScale>(scale));
    for (const int wanted : {1, 4, 9, 30}) {
        const std::vector<int> ticks = plane.ticks(wanted);
        QCOMPARE(ticks.front(), 0);
        QCOMPARE(ticks.back(), 1999);
        QVERIFY(std::is_sorted(ticks.begin(), ticks.end()));
        for (std::size_t i = 1; i < ticks.size(); ++i)
            QVERIFY(plane.y(ticks[i]) - plane.y(ticks[i - 1]) >= 0.6 / wanted || ticks.size() == 2);
    }
}

void TestPlaneLayout::jumps()
{
    const PlaneLayout plane = paper(TimestepScale::Linear, 24);
    QCOMPARE(plane.usualJump(), 101);
    QCOMPARE(plane.lastJump(), 104);
    QVERIFY(plane.reachesZeroOnlyAtEnd()); // what the paper's figure hides
    TimestepScheduleSpec spec;
    spec.length = 8;
    const PlaneLayout uneven(*makeSamplingPlan(spec, 0, {"list", 1, {1000, 900, 100}}), 2000, TimestepScale::Linear);
    QCOMPARE(uneven.usualJump(), 0);
    QCOMPARE(uneven.lastJump(), 100);
}

void TestPlaneLayout::tailGivesRoomToTheLastJump()
{
    const PlaneLayout linear = paper(), tail = paper(TimestepScale::Tail);
    const int last = linear.timestep(19, 0);
    QVERIFY(linear.y(last) < 0.06);
    QVERIFY(tail.y(last) > 0.3);
}

void TestPlaneLayout::empty()
{
    const PlaneLayout plane;
    QVERIFY(plane.isEmpty());
    QCOMPARE(plane.modelCalls(), 0);
    QVERIFY(!plane.cellAt(0, 0.5));
    QCOMPARE(plane.lastJump(), 0);
    QVERIFY(!plane.reachesZeroOnlyAtEnd());
}

QTEST_GUILESS_MAIN(TestPlaneLayout)
#include "tst_planelayout.moc"
