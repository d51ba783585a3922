// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the plane besides its cells: words in cells, folded positions, the figure's marks, the handle of the timestep
// schedule; and the ruler under it.
#include "diffusion/TimestepSchedule.h"
#include "paint/CellWords.h"
#include "paint/FigureMarks.h"
#include "paint/PlaneFacts.h"
#include "paint/PlanePainter.h"
#include "paint/PlaneWords.h"
#include "paint/RulerPainter.h"
#include "support/Refusal.h"
#include "support/fake_engine/FakeRun.h"
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace ard;
using namespace ard::ui;

namespace {

constexpr int kSteps = 2000;
const QRectF kArea(0, 0, 1000, 600);

PlaneState planeState(int positions, int calls, const char *kind = "ar-diffusion", const Tones &tones = lightTones())
{
    GenerationRequest request;
    request.schedule.kind = kind;
    request.schedule.length = positions;
    request.samplingSteps = calls;
    const RunRecord run = fake::FakeRun::make(request, positions, kSteps)->record(calls);
    PlaneState state;
    state.layout = PlaneLayout(run.plan, kSteps, TimestepScale::Linear);
    for (const StepFrame &frame : run.frames)
        addFrame(state, frame, [](std::int32_t id) { return CellWord{QStringLiteral("w%1").arg(id), id == 0}; });
    state.shownCalls = calls;
    state.tones = &tones;
    state.font.setPixelSize(14);
    return state;
}

PlaneGeometry geometryOf(const PlaneState &state)
{
    return {state.layout, kArea.adjusted(40, 20, -200, -80), kArea};
}

template <class Paint>
QImage painted(const PlaneState &state, double ratio, Paint paint)
{
    QImage image(kArea.size().toSize() * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(state.tones->surface);
    QPainter painter(&image);
    paint(painter);
    return image;
}

QImage cells(const PlaneState &state, double ratio = 1)
{
    return painted(state, ratio,
                   [&](QPainter &painter) { PlanePainter().paintCells(painter, state, geometryOf(state)); });
}

/// Pixels that differ within a rectangle.
int differing(const QImage &a, const QImage &b, const QRectF &rect)
{
    int count = 0;
    const double ratio = a.devicePixelRatio();
    const QRect device = QRectF(rect.topLeft() * ratio, rect.size() * ratio).toRect() & a.rect();
    for (int y = device.top(); y <= device.bottom(); ++y)
        for (int x = device.left(); x <= device.right(); ++x)
            count += a.pixel(x, y) != b.pixel(x, y);
    return count;
}

} // namespace

class TestPlaneMarks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foldedPositionsAreNotThere();
    void wordsStandInTheCells_data();
    void wordsStandInTheCells();
    void wordsHaveContrastOnEveryFill();
    void wordsOfNarrowColumnsStayOutside();
    void wordsComeWithTheirFrames();
    void figureMarks();
    void speedOfOneToken();
    void offTrainingHasAFrame();
    void handleGoesWhereItIsPut_data();
    void handleGoesWhereItIsPut();
    void anchorSnapsAndRefuses();
    void keysMoveTheHandle();
    void positionNumbersStandApart();
    void pointsOfATable();
    void filledStepsAreDrawn();
    void rulerIsToScale();
    void rulerTellsOfTheLastJump();
    void rulersTextsKeepApart();
};

void TestPlaneMarks::foldedPositionsAreNotThere()
{
    const PlaneState all = planeState(48, 20);
    PlaneState folded = all;
    folded.layout = folded.layout.withColumns(31);
    QCOMPARE(folded.layout.columns(), 31);
    QCOMPARE(folded.layout.folded(), 17);
    QCOMPARE(folded.layout.positions(), 48);
    const PlaneGeometry wide = geometryOf(folded), narrow = geometryOf(all);
    QVERIFY(std::abs(wide.columnWidth() * 31 - narrow.columnWidth() * 48) < 1e-6); // the same width for fewer
    QVERIFY(!folded.layout.cellAt(31, 0.5));
    QVERIFY(folded.layout.cellAt(30, 0.5));
    QCOMPARE(folded.layout.moved({30, 5}, 1, 0), (PlaneCell{30, 5}));
    QCOMPARE(folded.layout.withColumns(0).columns(), 48);
    QCOMPARE(folded.layout.withColumns(99).columns(), 48);
    // What is painted of position 30 is what stands at the right end.
    folded.quantity.quantity = Quantity::Probability;
    folded.wordIds.clear();
    const PlaneCell last{30, 18};
    QCOMPARE(cells(folded).pixelColor(wide.cellRect(last).center().toPoint()),
             folded.quantity.color(folded.value(last)));
}

void TestPlaneMarks::wordsStandInTheCells_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<double>("ratio");
    QTest::newRow("light") << false << 1.0;
    QTest::newRow("dark, 2x") << true << 2.0;
}

void TestPlaneMarks::wordsStandInTheCells()
{
    QFETCH(bool, dark);
    QFETCH(double, ratio);
    PlaneState state = planeState(12, 20, "ar-diffusion", dark ? darkTones() : lightTones());
    state.quantity.quantity = Quantity::Probability;
    const PlaneGeometry g = geometryOf(state);
    PlaneState bare = state;
    bare.wordIds.clear();
    const QImage with = cells(state, ratio), without = cells(bare, ratio);
    int words = 0;
    for (int n = 0; n < 12; ++n)
        for (int call = 1; call <= 20; ++call) {
            const QRectF rect = g.cellRect({n, call});
            if (rect.height() < 20)
                continue;
            const bool padding = state.wordId({n, call}) == 0;
            QCOMPARE(differing(with, without, rect.adjusted(2, 1, -2, -2)) > 0, !padding);
            // Nothing but ink of the one colour that is readable there, and what smooths its edges.
            const QColor fill = state.quantity.color(state.value({n, call})), ink = readableTextOn(fill);
            double best = 1;
            for (int x = static_cast<int>(rect.left()) + 3; x < rect.right() - 3; ++x)
                for (int y = static_cast<int>(rect.top()) + 2; y < rect.bottom() - 3; ++y)
                    best = std::max(best, contrastRatio(with.pixelColor(QPoint(x, y) * ratio), fill));
            if (!padding)
                QVERIFY2(best > 4.5 && contrastRatio(ink, fill) >= 4.5, qPrintable(QString::number(best)));
            ++words;
        }
    QVERIFY(words > 60);
}

void TestPlaneMarks::wordsHaveContrastOnEveryFill()
{
    for (const Quantity quantity : {Quantity::Noise, Quantity::Probability, Quantity::Entropy})
        for (int i = 0; i <= 1000; ++i) {
            const QColor fill = QuantityScale{.quantity = quantity}.color(i / 1000.0);
            QVERIFY2(contrastRatio(readableTextOn(fill), fill) >= 4.5, qPrintable(fill.name()));
        }
}

void TestPlaneMarks::wordsOfNarrowColumnsStayOutside()
{
    const PlaneState state = planeState(256, 20);
    QCOMPARE(cellWordPixels(state, geometryOf(state)), 0.0);
    PlaneState bare = state;
    bare.wordIds.clear();
    QCOMPARE(cells(state), cells(bare));
}

void TestPlaneMarks::wordsComeWithTheirFrames()
{
    // Coloured by noise, cells can be shown before their frames are there: their words come later, and once.
    const PlaneState whole = planeState(12, 20);
    PlaneState growing = whole;
    growing.wordIds.resize(7);
    PlanePainter kept;
    const auto paint = [&](PlanePainter &plane, const PlaneState &state) {
        return painted(state, 1, [&](QPainter &painter) { plane.paintCells(painter, state, geometryOf(state)); });
    };
    paint(kept, growing);
    QCOMPARE(paint(kept, whole), cells(whole));
}

void TestPlaneMarks::figureMarks()
{
    PlaneState state = planeState(13, 20);
    state.shownCalls = 9;
    const PlaneGeometry g = geometryOf(state);
    const auto front = [&] {
        return painted(state, 1, [&](QPainter &painter) { PlanePainter().paintFront(painter, state, g); });
    };
    const QImage without = front();
    state.figureMarks = true;
    const QImage with = front();
    // The second front runs where the tokens will be; dashed, so that some of it is seen at most tokens.
    int seen = 0;
    for (int n = 0; n < 12; ++n)
        seen += differing(with, without, QRectF(g.x(n), g.y(state.layout.timestep(10, n)) - 3, g.columnWidth(), 6)) > 0;
    QCOMPARE(seen, 12);
    state.shownCalls = 20; // at the end: the last jump
    QCOMPARE(figureMoment(state), 19);
    state.layout = {};
    QCOMPARE(figureMoment(state), -1);
    front(); // nothing to show, and nothing goes wrong
}

void TestPlaneMarks::speedOfOneToken()
{
    PlaneState state = planeState(13, 20);
    state.shownCalls = 9;
    state.figureMarks = true;
    const PlaneGeometry g = geometryOf(state);
    const auto marks = [&] {
        return painted(state, 1, [&](QPainter &painter) { PlanePainter().paintMarks(painter, state, g); });
    };
    const QImage none = marks();
    state.hovered = PlaneCell{5, 2};
    const QImage hovered = marks();
    const double top = g.y(state.layout.timestep(9, 5)), bottom = g.y(state.layout.timestep(10, 5));
    QVERIFY(differing(hovered, none, QRectF(g.x(5) - 2, top, 4, bottom - top)) > 0);
    QVERIFY(differing(hovered, none, QRectF(g.x(5) + 10, (top + bottom) / 2 - 8, 120, 16)) > 100); // its number
    state.hovered = PlaneCell{12, 2}; // at the right edge the number stands on the left
    QVERIFY(differing(marks(), none, QRectF(g.x(12) - 120, g.y(state.layout.timestep(9, 12)), 100, 20)) > 0);
}

void TestPlaneMarks::offTrainingHasAFrame()
{
    PlaneState state = planeState(13, 20);
    const QImage without = cells(state);
    state.offTraining = true;
    const QRectF plane = geometryOf(state).plane();
    QVERIFY(differing(cells(state), without, QRectF(plane.left(), plane.top() - 4, plane.width(), 4)) > 100);
}

void TestPlaneMarks::handleGoesWhereItIsPut_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("value");
    using Kind = ScheduleHandle::Kind;
    for (const double scale : {1.0, 1.25, 2.0, 3.0, 8.0, kMaxAnchorScale})
        QTest::addRow("anchor %g", scale) << static_cast<int>(Kind::Anchor) << scale;
    for (const double lag : {0.0, 400.0, 1000.0, 2000.0})
        QTest::addRow("lag %g", lag) << static_cast<int>(Kind::Lag) << lag;
    for (const double block : {1.0, 4.0, 13.0})
        QTest::addRow("block %g", block) << static_cast<int>(Kind::Block) << block;
}

void TestPlaneMarks::handleGoesWhereItIsPut()
{
    QFETCH(int, kind);
    QFETCH(double, value);
    const PlaneState state = planeState(13, 20);
    const PlaneGeometry g = geometryOf(state);
    const ScheduleHandle handle{static_cast<ScheduleHandle::Kind>(kind), value};
    const HandleGeometry place(handle, g);
    QVERIFY(g.area().contains(place.point()));
    QVERIFY(place.isHit(place.point() + QPointF(5, -5)));
    const double grain = handle.kind == ScheduleHandle::Kind::Lag ? kSteps / g.plane().height()
        : value < 10                                              ? 0.051
                                                                  : 1;
    QVERIFY(std::abs(place.place(place.point()).value - value) <= grain);
    QVERIFY(place.place(place.point()).problem.isEmpty());
    QVERIFY(!place.label().isEmpty());
}

void TestPlaneMarks::anchorSnapsAndRefuses()
{
    const PlaneState state = planeState(13, 20);
    const PlaneGeometry g = geometryOf(state);
    const HandleGeometry handle({ScheduleHandle::Kind::Anchor, 3}, g);
    QCOMPARE(handle.place(handle.pointOf(2) + QPointF(4, 30)).value, 2.0);
    QCOMPARE(handle.place(handle.pointOf(kMaxAnchorScale) + QPointF(50, 0)).value, kMaxAnchorScale);
    const HandlePlace inside = handle.place({g.x(6), g.plane().top()});
    QCOMPARE(inside.value, 1.0);
    QVERIFY(inside.problem.contains(QStringLiteral("12"))); // N-1
    // The middle of the margin is the paper's.
    const double middle = (handle.pointOf(1).x() + handle.pointOf(kMaxAnchorScale).x()) / 2;
    QVERIFY(std::abs(handle.pointOf(2).x() - middle) < 0.01);
}

void TestPlaneMarks::keysMoveTheHandle()
{
    const PlaneState state = planeState(13, 20);
    const PlaneGeometry g = geometryOf(state);
    using Kind = ScheduleHandle::Kind;
    const auto moved = [&](Kind kind, double value, int steps) {
        return HandleGeometry({kind, value}, g).moved(steps);
    };
    QCOMPARE(moved(Kind::Anchor, 2, 1).value, 2.1);
    QCOMPARE(moved(Kind::Anchor, 1, -1).value, 1.0);
    ARD_SAYS(moved(Kind::Anchor, 1, -1).problem, "12"); // N-1
    QCOMPARE(moved(Kind::Lag, 100, -10).value, 90.0);
    QCOMPARE(moved(Kind::Lag, 0, -1).value, 0.0);
    QCOMPARE(moved(Kind::Lag, 2000, 1).value, 2000.0);
    QCOMPARE(moved(Kind::Block, 13, 1).value, 13.0);
    QCOMPARE(moved(Kind::Block, 4, 1).value, 5.0);
}

void TestPlaneMarks::positionNumbersStandApart()
{
    for (const int positions : {12, 64, 256, 1000}) {
        const PlaneState state = [&] {
            PlaneState made = planeState(positions, 5, "uniform");
            made.words.clear();
            return made;
        }();
        const PlaneGeometry g = geometryOf(state);
        const QImage with = painted(state, 1, [&](QPainter &painter) { paintPlaneWords(painter, state, g); });
        const QImage without = painted(state, 1, [](QPainter &) {});
        // Numbers are runs of ink with a letter's room between them; the digits of one stand closer.
        int numbers = 0, empty = 100;
        for (int x = 0; x < with.width(); ++x) {
            const bool hasInk = differing(with, without, QRectF(x, g.plane().bottom() + 5, 1, 16)) > 0;
            numbers += hasInk && empty >= 3;
            empty = hasInk ? 0 : empty + 1;
        }
        const int every = positions == 12 ? 1 : positions == 64 ? 2 : positions == 256 ? 10 : 50;
        QCOMPARE(numbers, (positions + every - 1) / every);
    }
}

void TestPlaneMarks::pointsOfATable()
{
    for (const Tones *tones : {&lightTones(), &darkTones()})
        for (const double ratio : {1.0, 2.0}) {
            PlaneState state = planeState(13, 20, "uniform", *tones);
            state.shownCalls = 0;
            state.preview = true;
            state.fronts = FrontHandles{DrawnFronts(13, kSteps, 3), {2, 4}, false, QStringLiteral("custom")};
            const FrontHandles &handles = *state.fronts;
            const PlaneGeometry g = geometryOf(state);
            const QImage image =
                painted(state, ratio, [&](QPainter &painter) { PlanePainter().paintFront(painter, state, g); });
            const auto at = [&](const FrontPoint &point) {
                return image.pixelColor((handles.pointOf(point, g) * ratio).toPoint());
            };
            QCOMPARE(at({2, 4}), tones->accent);  // the chosen one
            QCOMPARE(at({1, 9}), tones->surface); // a dot
            QCOMPARE(handles.at(handles.pointOf({3, 7}, g) + QPointF(2, -5), g), (FrontPoint{3, 7}));
            QVERIFY(!handles.at(handles.pointOf({3, 7}, g) + QPointF(0, 40), g));
            QVERIFY(!handles.at({2, 2}, g));
            QCOMPARE(FrontHandles::timestepAt(g.y(700), g), 700);
        }
}

void TestPlaneMarks::filledStepsAreDrawn()
{
    PlaneState state = planeState(13, 20);
    state.shownCalls = 9;
    const PlaneGeometry g = geometryOf(state);
    const auto front = [&] {
        return painted(state, 1, [&](QPainter &painter) { PlanePainter().paintFront(painter, state, g); });
    };
    const QImage without = front();
    std::vector<int> middle;
    for (int n = 0; n < 13; ++n)
        middle.push_back((state.layout.timestep(9, n) + state.layout.timestep(10, n)) / 2);
    state.filled = {{10, {middle}}};
    const QRectF between(g.x(0), g.y(middle[0]) - 1, g.columnWidth(), 3);
    QVERIFY(differing(front(), without, between) > 0);
    state.filled.clear();
    state.between = middle; // the tokens themselves are there
    QVERIFY(differing(front(), without, between.adjusted(-3, -3, 0, 3)) > 20);
}

void TestPlaneMarks::rulerIsToScale()
{
    RulerState state;
    state.executed = {2011, 1911, 1000, 40, 0};
    const QRectF rect(0, 0, 620, RulerPainter::height(state.font));
    const RulerPainter ruler(state, rect);
    QCOMPARE(ruler.x(2011), 10.0);
    QCOMPARE(ruler.x(0), 610.0);
    QVERIFY(std::abs(ruler.x(1000) - (10 + 600 * 1011.0 / 2011)) < 1e-9);
    for (const int step : state.executed)
        QCOMPARE(ruler.sentenceStep(ruler.x(step)), step);
    QCOMPARE(ruler.executedAt(ruler.x(1000) + 4), 2);
    QCOMPARE(ruler.executedAt(ruler.x(500)), -1);
    QCOMPARE(ruler.callAt(ruler.x(500)), 3);
    QCOMPARE(ruler.callAt(ruler.x(1950)), 1);
    // Executed steps are tall, skipped ones low.
    QImage image(620, static_cast<int>(rect.height()), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    ruler.paint(painter);
    painter.end();
    const auto tall = [&](int step) {
        int rows = 0;
        const int x = static_cast<int>(ruler.x(step));
        for (int y = 0; y < image.height(); ++y)
            rows += image.pixelColor(x, y).saturation() > 100;
        return rows;
    };
    QVERIFY(tall(1000) >= 18);
    QVERIFY(tall(600) <= 1);
}

void TestPlaneMarks::rulerTellsOfTheLastJump()
{
    const QString text = RulerPainter::lastJumpText({2011, 1911, 1811, 1711, 0});
    QVERIFY(text.contains(QStringLiteral("1711")) && text.contains(QStringLiteral("100")));
    QVERIFY(RulerPainter::lastJumpText({300, 200, 100, 0}).isEmpty()); // as the others
    QVERIFY(RulerPainter::lastJumpText({300, 250, 100, 0}).isEmpty()); // they all differ
    QVERIFY(RulerPainter::lastJumpText({300, 0}).isEmpty());
    RulerState nothing;
    QImage image(100, 60, QImage::Format_RGB32);
    QPainter painter(&image);
    RulerPainter(nothing, QRectF(0, 0, 100, 60)).paint(painter);
    QCOMPARE(RulerPainter(nothing, QRectF(0, 0, 100, 60)).callAt(50), -1);
}

void TestPlaneMarks::rulersTextsKeepApart()
{
    // In a narrow window there is no room for the counts beside the last jump.
    RulerState state;
    state.executed = {310, 210, 110, 10, 0};
    state.font.setPixelSize(14);
    const QFontMetricsF fm(state.font);
    const double needed =
        fm.horizontalAdvance(RulerPainter::lastJumpText(state.executed)); // a little more than it takes
    QImage image(static_cast<int>(needed) + 120, 80, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    RulerPainter(state, image.rect()).paint(painter);
    painter.end();
    // Grey letters of the counts end where the coloured ones of the last jump begin.
    int lastGrey = 0, firstBlue = image.width();
    for (int x = 0; x < image.width(); ++x)
        for (int y = 0; y < fm.height() * 0.8; ++y) {
            const QColor seen = image.pixelColor(x, y);
            if (seen.blue() - seen.red() > 40)
                firstBlue = std::min(firstBlue, x);
            else if (seen.lightness() < 200 && seen.blue() - seen.red() < 25)
                lastGrey = std::max(lastGrey, x);
        }
    QVERIFY2(lastGrey > 0 && lastGrey < firstBlue, qPrintable(QStringLiteral("%1 %2").arg(lastGrey).arg(firstBlue)));
}

QTEST_MAIN(TestPlaneMarks)
#include "tst_planemarks.moc"
