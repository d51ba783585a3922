// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The charts of single words without a window: traces over the calls, the map of settling, the way among the words; for none, one
// and 256 positions, light and dark, one and two device pixels a pixel.
#include "paint/SettleMap.h"
#include "paint/WordMap.h"
#include "paint/WordTraces.h"
#include <QImage>
#include <QPainter>
#include <QTest>
#include <cmath>

using namespace ard::ui;

namespace {

const QRectF kRect(0, 0, 640, 240);

QFont font()
{
    QFont font;
    font.setPixelSize(13);
    return font;
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

QColor at(const QImage &image, const QPointF &place)
{
    return image.pixelColor((place * image.devicePixelRatio()).toPoint());
}

int inked(const QImage &image, const QRectF &within, const QColor &ground)
{
    const QRect area = QRectF(within.topLeft() * image.devicePixelRatio(), within.size() * image.devicePixelRatio())
                           .toRect()
                           .intersected(image.rect());
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            count += image.pixelColor(x, y) != ground;
    return count;
}

/// Row 0 changes after call 4 and has settled since; row 1 is PAD; the others stay what they are.
WordTracesState traces(int rows, int calls, int seen, const Tones &tones)
{
    WordTracesState state;
    for (int n = 0; n < rows; ++n) {
        WordTracesState::Row row{n, QStringLiteral("word"), {}};
        if (n == 0 && seen > 4)
            row.segments = {{1, 4, QStringLiteral("cat")}, {5, seen, QStringLiteral("dog"), false, true}};
        else if (seen > 0)
            row.segments = {{1, seen, n == 1 ? QString() : QStringLiteral("ball"), n == 1}};
        state.rows.push_back(std::move(row));
    }
    state.calls = calls;
    state.seenCalls = state.shownCall = seen;
    state.callTitle = QStringLiteral("after model call");
    state.empty = QStringLiteral("nothing to see");
    state.tones = &tones;
    state.font = font();
    return state;
}

SettleMapState settled(int lanes, int positions, int calls, const Tones &tones)
{
    SettleMapState state;
    for (int i = 0; i < lanes; ++i) {
        SettleMapState::Lane lane{lanes > 1 ? i : -1, QStringLiteral("Lane"), {}};
        for (int row = 0; row < 3; ++row) {
            lane.rows.push_back({QStringLiteral("by word"), {}, QStringLiteral("τ 1")});
            for (int n = 0; n < positions; ++n)
                lane.rows.back().cells.push_back({n % 4 == 3 ? 0 : 1 + n % calls, n % 4 != 2});
        }
        state.lanes.push_back(std::move(lane));
    }
    state.positions = positions;
    state.calls = calls;
    state.callTitle = QStringLiteral("call");
    state.open = QStringLiteral("open");
    state.missing = QStringLiteral("missing");
    state.empty = QStringLiteral("nothing to see");
    state.tones = &tones;
    state.font = font();
    return state;
}

WordMapState way(const Tones &tones)
{
    WordMapState state;
    state.words = std::make_shared<const std::vector<QPointF>>(std::vector<QPointF>{{-1, -1}, {1, 1}, {0, 0}});
    state.landmarks = {{{1, 1}, QStringLiteral("dog"), true},
                       {{-1, -1}, QStringLiteral("the")},
                       {{1, 1.001}, QStringLiteral("on top")}};
    WordMapState::Path path;
    path.points = {{-1, 1}, {0, 0.5}, {0.9, 0.9}};
    path.shownCall = 2;
    path.word = {1, 1};
    path.hasWord = true;
    state.paths = {path};
    state.bounds = QRectF(-1.2, -1.2, 2.4, 2.4);
    state.empty = QStringLiteral("nothing to see");
    state.style = {&tones, font()};
    return state;
}

} // namespace

class TestWordCharts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looks_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<double>("ratio");
        for (const bool dark : {false, true})
            for (const double ratio : {1.0, 2.0})
                QTest::addRow("%s %g", dark ? "dark" : "light", ratio) << dark << ratio;
    }

    void tracesStayBetweenTwoLinesAndCross_data() { looks_data(); }
    void tracesStayBetweenTwoLinesAndCross()
    {
        QFETCH(bool, dark);
        QFETCH(double, ratio);
        const Tones &tones = dark ? darkTones() : lightTones();
        const WordTraces chart(traces(4, 10, 8, tones), kRect);
        const QImage image = painted(chart, tones, ratio);
        const QRectF row = chart.rowRect(2);
        const auto stripe = [&](double call, double from, double to) { // of that row, shares of its height
            return inked(image,
                         QRectF(chart.x(call) - 1, row.top() + row.height() * from, 2, row.height() * (to - from)),
                         tones.surface);
        };
        QVERIFY(stripe(2, 0.05, 0.3) > 0 && stripe(2, 0.7, 0.95) > 0); // two lines
        QCOMPARE(stripe(9.4, 0.02, 0.98), 0);                          // nothing ahead of what is seen
        // Where the first row's word changes the lines meet in the middle.
        const QRectF first = chart.rowRect(0);
        const QPointF crossing(chart.x(4.5), first.center().y());
        QVERIFY(inked(image, QRectF(crossing - QPointF(2, 2), QSizeF(4, 4)), tones.surface) > 0);
        QCOMPARE(inked(image, QRectF(crossing.x() - 1, first.top() + first.height() * 0.1, 2, first.height() * 0.15),
                       tones.surface),
                 0);
        // A settled word stands on a tint.
        QVERIFY(at(image, QPointF(chart.x(7), first.top() + first.height() * 0.24)) != tones.surface);
        // PAD is one line.
        const QRectF pad = chart.rowRect(1);
        QVERIFY(inked(image, QRectF(chart.x(3) - 1, pad.center().y() - 2, 2, 4), tones.surface) > 0);
        QCOMPARE(inked(image, QRectF(chart.x(3) - 1, pad.top() + 1, 2, pad.height() * 0.3), tones.surface), 0);
    }

    void placesOfTraces()
    {
        const WordTraces chart(traces(4, 10, 8, lightTones()), kRect);
        const auto hit = [&](double call, std::size_t row) {
            return chart.hitAt({chart.x(call), chart.rowRect(row).center().y()});
        };
        QCOMPARE(hit(3, 2).position, 2);
        QCOMPARE(hit(3, 2).call, 3);
        QCOMPARE(hit(0, 1).call, 0);
        QCOMPARE(hit(10, 1).call, 8);                                      // no further than what is seen
        QCOMPARE(chart.hitAt({2, chart.rowRect(3).center().y()}).call, 8); // the name means the moment
        QCOMPARE(chart.hitAt({300, 239}).position, -1);
        WordTracesState part = traces(4, 100, 80, lightTones());
        part.firstCall = 60;
        part.lastCall = 80;
        const WordTraces zoomed(part, kRect);
        QCOMPARE(zoomed.hitAt({zoomed.x(72), zoomed.rowRect(0).center().y()}).call, 72);
        QVERIFY(zoomed.x(61) - zoomed.x(60) > 3 *
                    (WordTraces(traces(4, 100, 80, lightTones()), kRect).x(61) -
                     WordTraces(traces(4, 100, 80, lightTones()), kRect).x(60)));
    }

    void chartsOfAnySize()
    {
        const Tones &tones = lightTones();
        for (const int positions : {1, 256}) {
            const int rows = std::min(positions, WordTraces::rowsIn(kRect.height(), font()));
            QVERIFY(inked(painted(WordTraces(traces(rows, 200, 200, tones), kRect), tones), kRect, tones.surface) >
                    100);
            for (const int lanes : {1, 2})
                QVERIFY(inked(painted(SettleMap(settled(lanes, positions, 200, tones), kRect), tones), kRect,
                              tones.surface) > 100);
        }
        QVERIFY(inked(painted(WordTraces(traces(3, 20, 0, tones), kRect), tones), kRect, tones.surface) > 100); // noise
        for (const QImage &empty : {painted(WordTraces(traces(0, 0, 0, tones), kRect), tones),
                                    painted(SettleMap(settled(0, 0, 0, tones), kRect), tones)})
            QVERIFY(inked(empty, kRect, tones.surface) > 50); // what is to be done
        QVERIFY(SettleMap::lanesIn(120, 3, font()) >= 1 && SettleMap::lanesIn(1000, 3, font()) >= 8);
    }

    void settlingIsAColour_data() { looks_data(); }
    void settlingIsAColour()
    {
        QFETCH(bool, dark);
        QFETCH(double, ratio);
        const Tones &tones = dark ? darkTones() : lightTones();
        const SettleMap chart(settled(2, 8, 10, tones), kRect);
        const QImage image = painted(chart, tones, ratio);
        for (const int lane : {0, 1})
            for (const int row : {0, 1, 2}) {
                const QRectF first = chart.cellRect(lane, row, 1);
                QCOMPARE(at(image, first.topLeft() + QPointF(3, 3)), callColor(2, 10));
                const QRectF open = chart.cellRect(lane, row, 2); // a frame
                QCOMPARE(at(image, open.topLeft() + QPointF(2, 2)), callColor(3, 10));
                QCOMPARE(at(image, open.topLeft() + QPointF(7, 7)), tones.surface);
                QCOMPARE(chart.hitAt(open.center()).position, 2);
                QCOMPARE(chart.hitAt(open.center()).row, row);
                QCOMPARE(chart.hitAt(open.center()).lane, lane);
            }
        QCOMPARE(chart.hitAt({1, 1}).position, -1);
        QVERIFY(relativeLuminance(callColor(10, 10)) > relativeLuminance(callColor(1, 10)));
    }

    void theWayAmongTheWords_data() { looks_data(); }
    void theWayAmongTheWords()
    {
        QFETCH(bool, dark);
        QFETCH(double, ratio);
        const Tones &tones = dark ? darkTones() : lightTones();
        const WordMap chart(way(tones), kRect);
        const QImage image = painted(chart, tones, ratio);
        QCOMPARE(at(image, chart.pixelOf({0, 0.5})), tones.front); // now
        QCOMPARE(chart.named(), (std::vector<std::size_t>{0, 1})); // no name on top of another
        QCOMPARE(chart.hitAt(chart.pixelOf({-1, 1}) + QPointF(3, 3)).call, 1);
        QCOMPARE(chart.hitAt(chart.pixelOf({0.9, 0.9})).call, 3);
        QCOMPARE(chart.hitAt(chart.pixelOf({0.9, -0.9})).call, 0);
        // One scale for both axes, the second one upwards.
        const QPointF across = chart.pixelOf({1, 0}) - chart.pixelOf({0, 0}),
                      up = chart.pixelOf({0, 1}) - chart.pixelOf({0, 0});
        QVERIFY(std::abs(across.x() + up.y()) < 1e-6 && up.y() < 0);
    }

    void theWayWithoutTheWords()
    {
        WordMapState state = way(lightTones());
        state.words = nullptr;
        state.landmarks.clear();
        state.paths.front().hasWord = false;
        QVERIFY(inked(painted(WordMap(state, kRect), lightTones()), kRect, lightTones().surface) > 50);
        state.paths.clear();
        QVERIFY(inked(painted(WordMap(state, kRect), lightTones()), kRect, lightTones().surface) >
                50); // what is to be done
    }
};

QTEST_MAIN(TestWordCharts)
#include "tst_wordcharts.moc"
