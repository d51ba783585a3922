// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Timestep schedules drawn by hand: whatever is drawn makes a schedule, and what is saved is read back as it was.
#include "diffusion/DrawnFronts.h"
#include "diffusion/ScheduleTable.h"
#include <QRandomGenerator>
#include <QTest>

using namespace ard;

class TestDrawnFronts : public QObject {
    Q_OBJECT

private slots:
    void beginsAsUniform();
    void takesThoseOfASchedule();
    void othersGiveWay();
    void anythingDrawnMakesASchedule();
    void bendsATable();
    void comesBackFromCsv();
};

void TestDrawnFronts::beginsAsUniform()
{
    const DrawnFronts fronts(5, 101, 3);
    QCOMPARE(fronts.count(), 3);
    for (int n = 0; n < 5; ++n) {
        const int expected[] = {100, 75, 50, 25, 0};
        for (int front = 0; front <= 4; ++front)
            QCOMPARE(fronts.timestep(front, n), expected[front]);
    }
    const ScheduleTable table = fronts.table(101); // one timestep a row, as uniform has it
    for (int row = 0; row <= 100; ++row)
        QCOMPARE(table[static_cast<std::size_t>(row)], std::vector<int>(5, 100 - row));
    QCOMPARE(DrawnFronts(3, 10, 0).count(), 1);
    QCOMPARE(DrawnFronts(3, 10, 99).count(), DrawnFronts::kMostFronts);
}

void TestDrawnFronts::takesThoseOfASchedule()
{
    TimestepScheduleSpec spec;
    spec.length = 13;
    const auto schedule = *makeTimestepSchedule(spec);
    const DrawnFronts fronts = DrawnFronts::of(*schedule, 13, 2000, 3);
    std::vector<int> row(13);
    schedule->timesteps(1006, row); // half of S-1 = 2012
    for (int n = 0; n < 13; ++n) {
        QCOMPARE(fronts.timestep(2, n), row[static_cast<std::size_t>(n)]);
        QCOMPARE(fronts.timestep(0, n), 1999);
        QCOMPARE(fronts.timestep(4, n), 0);
    }
}

void TestDrawnFronts::othersGiveWay()
{
    DrawnFronts fronts(4, 101, 3);
    fronts.draw(2, 1, 90); // above the first
    QCOMPARE(fronts.timestep(1, 1), 90);
    QCOMPARE(fronts.timestep(2, 1), 90);
    QCOMPARE(fronts.timestep(3, 1), 25);
    fronts.draw(2, 2, -7); // below the last
    QCOMPARE(fronts.timestep(1, 2), 75);
    QCOMPARE(fronts.timestep(2, 2), 0);
    QCOMPARE(fronts.timestep(3, 2), 0);
    QCOMPARE(fronts.timestep(2, 0), 50); // the neighbours stay
    const ScheduleTable before = fronts.table(50);
    fronts.draw(0, 1, 3); // the ends do, too
    fronts.draw(4, 1, 3);
    fronts.draw(2, 4, 3);
    fronts.draw(2, -1, 3);
    QCOMPARE(fronts.table(50), before);
}

void TestDrawnFronts::anythingDrawnMakesASchedule()
{
    QRandomGenerator random(7);
    for (const int count : {1, 3, 31}) {
        DrawnFronts fronts(9, 200, count);
        for (int i = 0; i < 500; ++i)
            fronts.draw(random.bounded(count + 2), random.bounded(9), random.bounded(-20, 220));
        for (const int sentenceSteps : {2, 10, 209}) {
            TimestepScheduleSpec spec;
            spec.kind = "custom";
            spec.length = 9;
            spec.diffusionSteps = 200;
            spec.table = std::make_shared<const ScheduleTable>(fronts.table(sentenceSteps));
            const auto made = makeTimestepSchedule(spec); // checks every cell
            QVERIFY2(made, made ? "" : made.error().message.c_str());
            QCOMPARE((*made)->sentenceSteps(), sentenceSteps);
        }
    }
}

void TestDrawnFronts::bendsATable()
{
    // A column of steps, which seven lines could not say, and one that is a line.
    ScheduleTable table;
    for (int row = 0; row <= 40; ++row)
        table.push_back({row == 0 ? 100 : row == 40 ? 0 : 100 - 20 * (row / 8), 100 - row * 5 / 2});
    TimestepScheduleSpec spec;
    spec.kind = "custom";
    spec.length = 2;
    spec.diffusionSteps = 101;
    spec.table = std::make_shared<const ScheduleTable>(table);
    const auto schedule = makeTimestepSchedule(spec);
    QVERIFY(schedule);
    const DrawnFronts before = DrawnFronts::of(**schedule, 2, 101, 3);
    QCOMPARE(before.bent(table, before), table);
    DrawnFronts after = before;
    after.draw(2, 0, 50); // row 20: 60 becomes 50, the fronts before and after stay
    const ScheduleTable bent = after.bent(table, before);
    QCOMPARE(bent[20][0], 50);
    for (std::size_t row = 0; row <= 40; ++row) {
        QCOMPARE(bent[row][1], table[row][1]);
        if (row <= 10 || row >= 30)
            QCOMPARE(bent[row][0], table[row][0]);
        if (row > 0)
            QVERIFY(bent[row][0] <= bent[row - 1][0]);
    }
    QCOMPARE(bent[15][0], bent[10][0]); // steps stay steps
    QCOMPARE(bent[23][0], 50);
    QCOMPARE(bent[24][0], bent[29][0]);
    after.draw(1, 0, 0); // pushes all that follow down
    spec.table = std::make_shared<const ScheduleTable>(after.bent(table, before));
    QVERIFY(makeTimestepSchedule(spec));
    QCOMPARE((*spec.table)[20][0], 0);
    QCOMPARE((*spec.table)[0][0], 100);
}

void TestDrawnFronts::comesBackFromCsv()
{
    DrawnFronts fronts(3, 50, 2);
    fronts.draw(1, 2, 44);
    const ScheduleTable table = fronts.table(20);
    const std::string csv = scheduleTableCsv(table);
    QCOMPARE(csv.substr(0, 9), std::string("49,49,49\n"));
    const auto read = parseScheduleTable(csv);
    QVERIFY(read);
    QCOMPARE(*read, table);
}

QTEST_GUILESS_MAIN(TestDrawnFronts)
#include "tst_drawnfronts.moc"
