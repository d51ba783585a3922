// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The charts of several lanes without a window: where points stand, what is told of a place, which colours are painted; for no
// run, one position and 256, one lane and eight, light and dark, one and two device pixels a pixel.
#include "paint/ColorMap.h"
#include "paint/CurveChart.h"
#include "paint/DifferenceGrid.h"
#include "paint/LaneMark.h"
#include "paint/LaneShape.h"
#include "paint/SettleChart.h"
#include "paint/StagePath.h"
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace ard::ui;

namespace {

const QRectF kRect(0, 0, 640, 240);

ChartStyle styleOf(const Tones &tones)
{
    QFont font;
    font.setPixelSize(13);
    return {&tones, font};
}

template <class Chart>
QImage painted(const Chart &chart, const Tones &tones, qreal ratio = 1)
{
    QImage image((kRect.size() * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(tones.surface);
    QPainter painter(&image);
    chart.paint(painter);
    return image;
}

bool has(const QImage &image, const QPointF &at, const QColor &color)
{
    const QColor found = image.pixelColor(static_cast<int>(at.x() * image.devicePixelRatio()),
                                          static_cast<int>(at.y() * image.devicePixelRatio()));
    return std::abs(found.red() - color.red()) + std::abs(found.green() - color.green()) +
        std::abs(found.blue() - color.blue()) <
        24;
}

int inked(const QImage &image, const QColor &ground)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) != ground;
    return count;
}

SettleChartState settleState(int lanes, int positions, int calls, const Tones &tones)
{
    SettleChartState state;
    for (int lane = 0; lane < lanes; ++lane) {
        auto &made = state.lanes.emplace_back();
        made.key = {lane, QStringLiteral("Lane"), QStringLiteral("tau"), false};
        for (int n = 0; n < positions; ++n)
            made.points.push_back({n, 1 + (n + lane) % calls, lane % 2 == 0});
    }
    state.positions = positions;
    state.calls = calls;
    state.empty = QStringLiteral("nothing to see");
    state.style = styleOf(tones);
    return state;
}

} // namespace

class TestCharts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tones_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<double>("ratio");
        for (const bool dark : {false, true})
            for (const double ratio : {1.0, 2.0})
                QTest::addRow("%s %g", dark ? "dark" : "light", ratio) << dark << ratio;
    }

    void ticksAreRound()
    {
        using Values = std::vector<double>;
        QCOMPARE((ChartScale{0, 20, true}).ticks(5), (Values{0, 5, 10, 15, 20}));
        QCOMPARE((ChartScale{-0.5, 11.5, true}).ticks(12), (Values{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}));
        QCOMPARE((ChartScale{0, 1, false}).ticks(5).size(), std::size_t(6));
        QCOMPARE((ChartScale{0, 1, true}).ticks(9), (Values{0, 1}));
        QCOMPARE((ChartScale{0, 2000.5, true}).ticks(5), (Values{0, 500, 1000, 1500, 2000}));
        QCOMPARE((ChartScale{3, 3, true}).ticks(4), Values{3});
    }

    void shapesAndLinesTellLanesApart_data() { tones_data(); }
    void shapesAndLinesTellLanesApart()
    {
        QFETCH(bool, dark);
        const Tones &tones = dark ? darkTones() : lightTones();
        QList<QImage> shapes;
        QList<QVector<qreal>> dashes;
        for (int mark = 0; mark < 8; ++mark) {
            QImage image(24, 24, QImage::Format_RGB32);
            image.fill(tones.surface);
            QPainter painter(&image);
            paintLaneShape(painter, mark, tones, {12, 12}, 9, true);
            painter.end();
            QVERIFY(has(image, {12, 12}, laneColor(mark, tones)));
            for (int y = 0; y < 24; ++y) // without the colour
                for (int x = 0; x < 24; ++x)
                    image.setPixelColor(x, y, image.pixelColor(x, y) == tones.surface ? Qt::white : Qt::black);
            QVERIFY(!shapes.contains(image));
            shapes << image;
            QVERIFY(!dashes.contains(lanePen(mark, tones, 2).dashPattern()));
            dashes << lanePen(mark, tones, 2).dashPattern();
        }
    }

    void settlingPoints_data() { tones_data(); }
    void settlingPoints()
    {
        QFETCH(bool, dark);
        QFETCH(double, ratio);
        const Tones &tones = dark ? darkTones() : lightTones();
        const SettleChart chart(settleState(2, 6, 10, tones), kRect);
        const QImage image = painted(chart, tones, ratio);
        for (std::size_t lane = 0; lane < 2; ++lane)
            for (const SettlePoint &point : chart.state().lanes[lane].points) {
                const QPointF at = chart.pointOf(lane, point);
                QVERIFY(kRect.contains(at));
                // Filled where it is final, an outline where it may still change.
                QVERIFY(has(image, at, point.isFinal ? laneColor(static_cast<int>(lane), tones) : tones.surface));
                const SettleChart::Hit hit = chart.hitAt(at);
                QCOMPARE(hit.lane, static_cast<int>(lane));
                QCOMPARE(hit.position, point.position);
                QCOMPARE(hit.call, point.call);
            }
        // A later call is higher, a later position further right.
        QVERIFY(chart.pointOf(0, {0, 9, true}).y() < chart.pointOf(0, {0, 2, true}).y());
        QVERIFY(chart.pointOf(0, {5, 2, true}).x() > chart.pointOf(0, {0, 2, true}).x());
        QCOMPARE(chart.hitAt({-5, -5}).position, -1);
    }

    void settlingOfAnySize()
    {
        for (const auto &[lanes, positions] : {std::pair(1, 1), {8, 1}, {1, 256}, {8, 256}, {3, 31}}) {
            const SettleChart chart(settleState(lanes, positions, 20, lightTones()), kRect);
            const QImage image = painted(chart, lightTones());
            QVERIFY(has(image, chart.pointOf(0, chart.state().lanes[0].points[0]), laneColor(0, lightTones())));
            // Lanes within a position stay within its column and apart from each other.
            const auto last = static_cast<std::size_t>(lanes - 1);
            const double gap = chart.pointOf(last, {0, 1, true}).x() - chart.pointOf(0, {0, 1, true}).x();
            if (positions > 1) {
                const double column = chart.pointOf(0, {1, 1, true}).x() - chart.pointOf(0, {0, 1, true}).x();
                QVERIFY(gap < column && (lanes == 1 || gap > 0));
            }
        }
        const SettleChart none(settleState(0, 0, 0, lightTones()), kRect);
        QVERIFY(inked(painted(none, lightTones()), lightTones().surface) > 20); // says so
        QCOMPARE(none.hitAt(kRect.center()).position, -1);
    }

    void curves_data() { tones_data(); }
    void curves()
    {
        QFETCH(bool, dark);
        QFETCH(double, ratio);
        const Tones &tones = dark ? darkTones() : lightTones();
        CurveChartState state;
        state.figures = {{QStringLiteral("share"), 1}, {QStringLiteral("nats")}};
        state.calls = 10;
        state.shownCall = 4;
        state.style = styleOf(tones);
        state.lanes.push_back({{0, QStringLiteral("A"), {}, true}, {}});
        state.lanes[0].values = {std::vector<double>(10, 0.5), std::vector<double>(10, 2.0)};
        state.lanes.push_back({{1, QStringLiteral("B"), {}, true}, {}}); // nothing yet
        const CurveChart chart(state, kRect);
        const QImage image = painted(chart, tones, ratio);
        for (const std::size_t figure : {std::size_t(0), std::size_t(1)}) {
            const ChartArea &area = chart.area(figure);
            QVERIFY(has(image, {area.x(7), area.y(figure == 0 ? 0.5 : 2.0)}, laneColor(0, tones)));
            QVERIFY(has(image, {area.x(4), area.rect().top() + 4}, tones.front)); // the cursor
            QCOMPARE(chart.callAt({area.x(6), area.rect().center().y()}), 6);
        }
        QCOMPARE(chart.callAt({0, 0}), -1);
        // Four stand in one row where there is room, and in two where there is not.
        state.figures.insert(state.figures.end(), 2, {QStringLiteral("more"), 3});
        const auto rowsIn = [&](double width) {
            const CurveChart four(state, {0, 0, width, 300});
            return four.area(0).rect().top() == four.area(3).rect().top() ? 1 : 2;
        };
        QCOMPARE(rowsIn(2000), 1);
        QCOMPARE(rowsIn(500), 2);
        state.calls = 0;
        QVERIFY(!has(painted(CurveChart(state, kRect), tones, ratio), {chart.area(0).x(7), chart.area(0).y(0.5)},
                     laneColor(0, tones)));
    }

    void differences_data() { tones_data(); }
    void differences()
    {
        QFETCH(bool, dark);
        QFETCH(double, ratio);
        const Tones &tones = dark ? darkTones() : lightTones();
        DifferenceGridState state;
        state.positions = 4;
        state.calls = 5;
        state.rows.assign(3, std::vector<DifferenceGridState::Cell>(4));
        state.rows[0][0].difference = -1;
        state.rows[1][2].difference = 1;
        state.rows[2][3].isOther = true;
        state.style = styleOf(tones);
        const DifferenceGrid grid(state, kRect);
        const QImage image = painted(grid, tones, ratio);
        const auto corner = [&grid](int position, int call) {
            return grid.cellRect(position, call).topLeft() + QPointF(4, 4);
        };
        QVERIFY(has(image, corner(0, 1), QColor(0x0877bd)));
        QVERIFY(has(image, corner(2, 2), QColor(0xf59322)));
        QVERIFY(has(image, corner(1, 1), differenceColor(0, tones)));
        QVERIFY(has(image, grid.cellRect(3, 3).center(), tones.text)); // a cross
        QVERIFY(!has(image, grid.cellRect(2, 3).center(), tones.text));
        QVERIFY(grid.cellRect(0, 1).top() < grid.cellRect(0, 5).top()); // the first call stands above
        QCOMPARE(grid.cellAt(grid.cellRect(2, 3).center()), std::pair(2, 3));
        QCOMPARE(grid.cellAt(grid.cellRect(2, 4).center()), std::pair(-1, 0)); // not there yet
        QCOMPARE(grid.cellAt({1, 1}), std::pair(-1, 0));
    }

    void differenceColoursAreNeverRedAgainstGreen()
    {
        for (const Tones *tones : {&lightTones(), &darkTones()}) {
            for (const double value : {-1.0, -0.5, 0.5, 1.0}) {
                const QColor color = differenceColor(value, *tones);
                QVERIFY(value < 0 ? color.blue() > color.red() : color.red() > color.blue());
            }
            QCOMPARE(differenceColor(-7, *tones), differenceColor(-1, *tones));
        }
    }

    void stagesOfACall_data() { tones_data(); }
    void stagesOfACall()
    {
        QFETCH(bool, dark);
        QFETCH(double, ratio);
        const Tones &tones = dark ? darkTones() : lightTones();
        StagePathState state;
        state.stages = {{{-3, 1}, QStringLiteral("in")},
                        {{1, 2}, QStringLiteral("guess")},
                        {{1, 2}, QStringLiteral("clamp")},
                        {{0, 0}, QStringLiteral("step")},
                        {{3, -1}, QStringLiteral("noise")}};
        state.shown = 2;
        state.style = styleOf(tones);
        const StagePath path(state, kRect);
        const QImage image = painted(path, tones, ratio);
        const QPointF beside(5, -1);                                 // of the number
        QVERIFY(has(image, path.pointOf(2) + beside, tones.accent)); // told last
        QVERIFY(has(image, path.pointOf(0) + beside, tones.surface));
        QVERIFY(has(image, (path.pointOf(0) + path.pointOf(1)) / 2, tones.front)); // an arrow
        QVERIFY(has(image, path.pointOf(4), tones.surface));                       // not told yet
        QVERIFY(has(image, (path.pointOf(3) + path.pointOf(4)) / 2, tones.surface));
        // One unit is as long across as up.
        const QPointF across = path.pointOf(4) - path.pointOf(0), up = path.pointOf(1) - path.pointOf(3);
        QVERIFY(std::abs(across.x() / 6 - up.x()) < 1e-6 && std::abs(-up.y() / 2 - up.x()) < 1e-6);
        state.shown = 4;
        const StagePath whole(state, kRect);
        QVERIFY(has(painted(whole, tones, ratio), whole.pointOf(4) + beside, tones.accent));
    }

    void stagesInOnePlaceOrNone()
    {
        StagePathState state;
        state.style = styleOf(lightTones());
        QCOMPARE(inked(painted(StagePath(state, kRect), lightTones()), lightTones().surface), 0);
        state.stages.assign(5, {{2, 2}, QStringLiteral("here")});
        state.shown = 4;
        const StagePath path(state, kRect);
        QVERIFY(kRect.contains(path.pointOf(0)));
        QVERIFY(has(painted(path, lightTones()), path.pointOf(0) + QPointF(5, -1), lightTones().accent));
    }

    void denseCellsAreDarkerWhereTheWordIsAnother()
    {
        DifferenceGridState state;
        state.positions = 256;
        state.calls = 2000;
        state.rows.assign(2000, DifferenceGridState::Row(256, {false, 0}));
        for (std::size_t call = 1000; call < 2000; ++call)
            for (std::size_t n = 128; n < 256; ++n)
                state.rows[call][n].isOther = true;
        for (const Tones *tones : {&lightTones(), &darkTones()}) {
            state.style = styleOf(*tones);
            const DifferenceGrid grid(state, kRect);
            const QImage image = painted(grid, *tones);
            const QColor same = differenceColor(0, *tones);
            QVERIFY(has(image, grid.cellRect(30, 500).center(), same));
            QVERIFY(has(image, grid.cellRect(200, 500).center(), same));
            QVERIFY(has(image, grid.cellRect(30, 1500).center(), same));
            QVERIFY(!has(image, grid.cellRect(200, 1500).center(), same));
        }
    }

    void manyCells()
    {
        DifferenceGridState state;
        state.positions = 256;
        state.calls = 100;
        state.rows.assign(100, std::vector<DifferenceGridState::Cell>(256, {true, 0.5}));
        state.style = styleOf(lightTones());
        const DifferenceGrid grid(state, kRect);
        const QImage image = painted(grid, lightTones());
        QVERIFY(!has(image, grid.cellRect(128, 50).center(), lightTones().surface));
        state = {};
        state.empty = QStringLiteral("nothing to see");
        state.style = styleOf(lightTones());
        QVERIFY(inked(painted(DifferenceGrid(state, kRect), lightTones()), lightTones().surface) > 20);
    }
};

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
