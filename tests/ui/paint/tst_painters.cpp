// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The painters without a window: colours and places in what they paint, for no run, one token and 256, running and finished,
// light and dark, one and two device pixels a pixel. Letters are told by the ink that they leave, not by their shapes.
#include "paint/ColorBarPainter.h"
#include "paint/GridPainter.h"
#include "paint/LegendPainter.h"
#include "paint/PlanePainter.h"
#include "paint/PlaneWords.h"
#include "paint/StripPainter.h"
#include "support/fake_engine/FakeRun.h"
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace ard;
using namespace ard::ui;

namespace {

constexpr int kDiffusionSteps = 2000;

QFont textFont(int pixels = 14)
{
    QFont font;
    font.setPixelSize(pixels);
    return font;
}

PlaneState planeState(int positions, int calls, int shown, const Tones &tones)
{
    GenerationRequest request;
    request.schedule.length = positions;
    request.samplingSteps = calls;
    const RunRecord run = fake::FakeRun::make(request, positions, kDiffusionSteps)->record(shown);
    PlaneState state;
    state.layout = PlaneLayout(run.plan, kDiffusionSteps, TimestepScale::Linear);
    state.quantity.diffusionSteps = kDiffusionSteps;
    for (const StepFrame &frame : run.frames) {
        state.probabilities.emplace_back();
        state.entropies.emplace_back();
        for (const TokenState &token : frame.tokens) {
            state.probabilities.back().push_back(token.topProbabilities[0]);
            state.entropies.back().push_back(token.entropy);
        }
    }
    state.shownCalls = shown;
    state.tones = &tones;
    state.font = textFont();
    return state;
}

/// What a painter leaves on a ground of one colour.
class Canvas {
public:
    Canvas(QSize size, double ratio, const QColor &ground)
        : m_image(size * ratio, QImage::Format_ARGB32_Premultiplied), m_ratio(ratio), m_ground(ground)
    {
        m_image.setDevicePixelRatio(ratio);
        m_image.fill(ground);
    }

    QImage &image() { return m_image; }
    QColor at(QPointF point) const { return m_image.pixelColor((point * m_ratio).toPoint()); }
    /// Pixels of the device in a rectangle that are not of the ground.
    int ink(const QRectF &rect) const
    {
        int count = 0;
        const QRect device = QRectF(rect.topLeft() * m_ratio, rect.size() * m_ratio).toRect() & m_image.rect();
        for (int y = device.top(); y <= device.bottom(); ++y)
            for (int x = device.left(); x <= device.right(); ++x)
                count += m_image.pixelColor(x, y) != m_ground;
        return count;
    }

private:
    QImage m_image;
    double m_ratio;
    QColor m_ground;
};

const QSize kSize(800, 600);
const QRectF kArea(QPointF(), kSize);

PlaneGeometry geometryOf(const PlaneState &state, double bottom = 100)
{
    return {state.layout, kArea.adjusted(40, 10, -20, -bottom), kArea};
}

QPointF centre(const PlaneGeometry &g, PlaneCell cell)
{
    return g.cellRect(cell).center();
}

} // namespace

class TestPainters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void planeCells_data();
    void planeCells();
    void planeOfNothing();
    void planeImageAddsRows();
    void planeStepBackShowsTheSameAsAnew();
    void darkCrossedCellsAreSeen();
    void planLinesAreThinned();
    void wordsAreReadable_data();
    void wordsAreReadable();
    void longWordsInMiddlingColumnsAreWhole();
    void unsettledIsDottedAndUpright();
    void strip_data();
    void strip();
    void stripOfVerse();
    void stripOfNothing();
    void gridCell();
    void colorBarHasItsEnds();
};

void TestPainters::planeCells_data()
{
    QTest::addColumn<int>("positions");
    QTest::addColumn<int>("shown");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<double>("ratio");
    QTest::newRow("one token, running") << 1 << 7 << false << 1.0;
    QTest::newRow("one token, finished, dark, 2x") << 1 << 20 << true << 2.0;
    QTest::newRow("13 tokens, not started") << 13 << 0 << false << 1.0;
    QTest::newRow("13 tokens, running, 2x") << 13 << 9 << false << 2.0;
    QTest::newRow("13 tokens, finished") << 13 << 20 << false << 1.0;
    QTest::newRow("256 tokens, running") << 256 << 11 << false << 1.0;
    QTest::newRow("256 tokens, running, dark, 2x") << 256 << 11 << true << 2.0;
    QTest::newRow("256 tokens, finished, 1.5x") << 256 << 20 << false << 1.5;
}

void TestPainters::planeCells()
{
    QFETCH(int, positions);
    QFETCH(int, shown);
    QFETCH(bool, dark);
    QFETCH(double, ratio);
    const Tones &tones = dark ? darkTones() : lightTones();
    PlaneState state = planeState(positions, 20, shown, tones);
    state.quantity.quantity = Quantity::Probability;
    Canvas canvas(kSize, ratio, tones.surface);
    QPainter painter(&canvas.image());
    const PlaneGeometry g = geometryOf(state);
    PlanePainter plane;
    plane.paintCells(painter, state, g);
    painter.end();
    int probed = 0;
    for (int n = 0; n < positions; n += std::max(1, positions / 8))
        for (int call = 1; call <= 20; ++call) {
            const QRectF rect = g.cellRect({n, call});
            if (rect.height() < 6 || (rect.width() < 6 && call >= shown))
                continue;
            const QColor seen = canvas.at(centre(g, {n, call})), value = state.quantity.color(state.value({n, call}));
            if (call <= shown)
                QCOMPARE(seen, value);
            else if (call == shown + 1) // only the pale inside of the next jump
                QVERIFY(seen != value && contrastRatio(seen, tones.surface) < 1.3);
            else
                QVERIFY(contrastRatio(seen, tones.window) < 1.6);
            ++probed;
        }
    QVERIFY(positions == 256 || probed > 0); // 256 columns are too narrow for what surrounds the fill
    // What lies outside stays as it was, also what others have painted there.
    Canvas among(kSize, ratio, tones.danger);
    QPainter over(&among.image());
    PlanePainter().paintCells(over, state, g);
    over.end();
    for (const QRectF &beside : {QRectF(0, 0, 37, 600), QRectF(0, 0, 800, 7), QRectF(0, 503, 800, 97)})
        QCOMPARE(among.ink(beside), 0);
    QCOMPARE(canvas.ink(QRectF(0, 0, 38, 600)), 0);
    QCOMPARE(canvas.ink(QRectF(0, 502, 800, 98)), 0);
}

void TestPainters::planeOfNothing()
{
    PlaneState state;
    Canvas canvas(kSize, 1, state.tones->surface);
    QPainter painter(&canvas.image());
    const PlaneGeometry g = geometryOf(state);
    PlanePainter plane;
    plane.paintCells(painter, state, g);
    plane.paintFront(painter, state, g);
    plane.paintMarks(painter, state, g);
    paintPlaneWords(painter, state, g);
    painter.end();
    QCOMPARE(canvas.ink(kArea), 0);
}

void TestPainters::planeImageAddsRows()
{
    PlaneState state = planeState(64, 200, 200, lightTones());
    state.quantity.quantity = Quantity::Entropy;
    PlanePainter plane;
    Canvas canvas(kSize, 1, lightTones().surface);
    const auto paint = [&](int shown) {
        const int before = plane.executed().paintedCells();
        state.shownCalls = shown;
        QPainter painter(&canvas.image());
        plane.paintCells(painter, state, geometryOf(state));
        return plane.executed().paintedCells() - before;
    };
    QCOMPARE(paint(100), 64 * 100);
    QCOMPARE(paint(101), 64); // one row a model call
    QCOMPARE(paint(101), 0);
    QCOMPARE(paint(40), 0); // back: less of what is there
    QCOMPARE(paint(102), 64);
    state.quantity.entropyMaximum = 5; // another meaning of the colours: all anew
    QCOMPARE(paint(102), 64 * 102);
    state.layout = PlaneLayout(state.layout.plan(), kDiffusionSteps, TimestepScale::Linear); // of another run
    QCOMPARE(paint(3), 64 * 3);
}

void TestPainters::planeStepBackShowsTheSameAsAnew()
{
    for (const double ratio : {1.0, 2.0, 1.5})
        for (const Quantity quantity : {Quantity::Noise, Quantity::Probability}) {
            PlaneState state = planeState(40, 30, 30, darkTones());
            state.quantity.quantity = quantity;
            const auto paint = [&](PlanePainter &plane, int shown) {
                Canvas canvas(kSize, ratio, darkTones().surface);
                state.shownCalls = shown;
                QPainter painter(&canvas.image());
                plane.paintCells(painter, state, geometryOf(state));
                painter.end();
                return canvas.image();
            };
            PlanePainter kept, fresh, whole;
            for (const int shown : {1, 5, 30, 12})
                paint(kept, shown);
            QCOMPARE(paint(kept, 17), paint(fresh, 17));
            QCOMPARE(paint(kept, 30), paint(whole, 30));
        }
}

void TestPainters::darkCrossedCellsAreSeen()
{
    // Near black on near black: an edge, and lines of which every fill leaves something to see.
    const Tones &tones = darkTones();
    QVERIFY(contrastRatio(tones.edge, tones.surface) >= 3);
    for (const Quantity quantity : {Quantity::Noise, Quantity::Probability, Quantity::Entropy})
        for (int i = 0; i <= 100; ++i) {
            const QColor fill = QuantityScale{.quantity = quantity}.color(i / 100.0);
            QVERIFY2(contrastRatio(separator(tones, fill), fill) >= 2, qPrintable(fill.name()));
        }
    const PlaneState state = planeState(13, 20, 4, tones);
    Canvas canvas(kSize, 1, tones.surface);
    QPainter painter(&canvas.image());
    const PlaneGeometry g = geometryOf(state);
    PlanePainter().paintCells(painter, state, g);
    painter.end();
    const QRectF first = g.cellRect({5, 1});
    QCOMPARE(canvas.at({first.left(), first.center().y()}), tones.edge);
    QVERIFY(contrastRatio(canvas.at({first.left(), first.center().y()}),
                          canvas.at({first.left() - 2, first.center().y()})) >= 3);
    const QColor line = canvas.at({first.center().x(), first.bottom() - 1}), fill = canvas.at(first.center());
    QVERIFY(contrastRatio(line, fill) >= 2);
}

void TestPainters::planLinesAreThinned()
{
    QCOMPARE(PlanePainter::planLinesEvery(planeState(4, 20, 0, lightTones()).layout), 1);
    QCOMPARE(PlanePainter::planLinesEvery(planeState(4, 200, 0, lightTones()).layout), 3);
    QVERIFY(LegendPainter({{true, 3, 0}, &lightTones(), textFont()})
                .text()
                .contains(QStringLiteral("every 3 model calls")));
    QVERIFY(!LegendPainter({{true, 1, 0}, &lightTones(), textFont()}).text().contains(QStringLiteral("one line")));
}

void TestPainters::wordsAreReadable_data()
{
    QTest::addColumn<double>("columnWidth");
    QTest::addColumn<double>("room");
    QTest::addColumn<int>("font");
    // A lecture on 1280 x 720: large letters in a low plane.
    QTest::newRow("16 columns") << 73.0 << 70.0 << 21;
    QTest::newRow("32 columns") << 37.0 << 70.0 << 21;
    QTest::newRow("48 columns") << 24.0 << 75.0 << 21;
    QTest::newRow("ten columns, small letters") << 70.0 << 120.0 << 14;
}

void TestPainters::wordsAreReadable()
{
    QFETCH(double, columnWidth);
    QFETCH(double, room);
    QFETCH(int, font);
    const WordMetrics m = wordMetrics(columnWidth, textFont(font), room);
    QVERIFY(m.pixelSize >= 8);
    const double numbers = font * 0.8 * 1.5 + 4;
    // Seven letters of more than half their size each.
    const double letters = 7 * 0.55 * m.pixelSize;
    if (m.rotated)
        QVERIFY(letters * std::sin(m.angle * M_PI / 180) <= room - numbers);
    else
        QVERIFY(letters <= columnWidth * m.rows && m.rows * 1.5 * m.pixelSize <= room - numbers);
}

void TestPainters::longWordsInMiddlingColumnsAreWhole()
{
    // Five and a half letters wide: not enough for the word, but for two columns of it.
    PlaneState state = planeState(10, 20, 5, lightTones());
    const QString word = QStringLiteral("yesterday");
    for (int n = 0; n < 10; ++n)
        state.words.push_back({n == 4 ? word : QStringLiteral("a"), true, false});
    const WordMetrics m = wordMetrics(geometryOf(state).columnWidth(), state.font, 100);
    QFont font = textFont(static_cast<int>(m.pixelSize));
    font.setBold(true);
    const double width = QFontMetricsF(font).horizontalAdvance(word);
    QVERIFY(width > geometryOf(state).columnWidth());
    QCOMPARE(m.rows, 2);
    QVERIFY(width <= 2 * geometryOf(state).columnWidth() - 2);
}

void TestPainters::unsettledIsDottedAndUpright()
{
    for (const Tones *tones : {&lightTones(), &darkTones()}) {
        QVERIFY(wordStyle(*tones, false, false).dotted && !wordStyle(*tones, false, false).bold);
        QVERIFY(!wordStyle(*tones, true, false).dotted && wordStyle(*tones, true, false).bold);
        QVERIFY(!wordStyle(*tones, false, true).dotted);
        QVERIFY(contrastRatio(wordStyle(*tones, false, false).ink, tones->surface) >= 4.5);
    }
    // A word without descenders: what lies under it is the dotted line alone, in dots.
    const auto below = [](bool settled) {
        Canvas canvas({100, 30}, 1, Qt::white);
        QPainter painter(&canvas.image());
        GridCell cell;
        cell.fill = Qt::white;
        cell.text = QStringLiteral("mmmm");
        cell.settled = settled;
        paintGridCell(painter, cell, textFont(), QRect(0, 0, 100, 30));
        painter.end();
        return canvas.ink(QRectF(0, 21, 100, 9));
    };
    QCOMPARE(below(true), 0);
    QVERIFY(below(false) > 8);
    // Under the plane, in all three ways of setting words.
    for (const int positions : {4, 12, 40}) {
        const auto ink = [positions](bool settled) {
            PlaneState state = planeState(positions, 20, 5, lightTones());
            for (int n = 0; n < positions; ++n)
                state.words.push_back({QString(), settled, false});
            state.words[1].text = QStringLiteral("mm");
            Canvas canvas(kSize, 1, lightTones().surface);
            QPainter painter(&canvas.image());
            paintPlaneWords(painter, state, geometryOf(state));
            painter.end();
            int dots = 0;
            for (int y = 500; y < 600; ++y)
                for (int x = 0; x < 800; ++x)
                    dots += canvas.image().pixelColor(x, y) == lightTones().unsettled;
            return dots;
        };
        QCOMPARE(ink(true), 0);
        QVERIFY(ink(false) > 0);
    }
}

void TestPainters::strip_data()
{
    QTest::addColumn<int>("words");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<double>("ratio");
    QTest::newRow("one") << 1 << false << 1.0;
    QTest::newRow("one, dark, 2x") << 1 << true << 2.0;
    QTest::newRow("256") << 256 << false << 1.0;
    QTest::newRow("256, dark") << 256 << true << 1.0;
}

void TestPainters::strip()
{
    QFETCH(int, words);
    QFETCH(bool, dark);
    QFETCH(double, ratio);
    const Tones &tones = dark ? darkTones() : lightTones();
    StripState state{{}, &tones, textFont()};
    for (int n = 0; n < words; ++n)
        state.words.push_back(
            {.text = QStringLiteral("mm"), .settled = n % 2 == 1, .changed = n == 0, .settledByWord = n % 2});
    const StripPainter strip(state, 780);
    QCOMPARE(strip.count(), words);
    QVERIFY(words == 1 ? strip.lines() == 1 : strip.lines() > 3);
    QCOMPARE(strip.height(), strip.lines() * strip.lineHeight());
    for (int n = 0; n < words; n += 17)
        QCOMPARE(strip.wordAt(strip.wordRect(n).center()), n);
    Canvas canvas({800, static_cast<int>(strip.height()) + 20}, ratio, tones.surface);
    QPainter painter(&canvas.image());
    strip.paint(painter, {10, 10}, words - 1);
    painter.end();
    // Changed: a thick line of the front's colour under the word; selected: a frame of the accent's.
    const QRectF first = strip.wordRect(0).translated(10, 10);
    bool front = false;
    for (double y = first.top(); y < first.bottom(); ++y)
        front = front || canvas.at({first.center().x(), y}) == tones.front;
    QVERIFY(front);
    const QRectF last = strip.wordRect(words - 1).translated(10, 10);
    QVERIFY(canvas.ink(last) > canvas.ink(QRectF(last.right() + 8, last.top(), 0.4 * last.width(), last.height())));
    QCOMPARE(canvas.at({last.left() - 3, last.center().y()}), tones.accent);
}

/// A line of verse in a line, one character under the other, whether it is bold, a mark, PAD, or not there yet.
void TestPainters::stripOfVerse()
{
    StripState state{{}, &lightTones(), textFont()};
    const QString poem = QStringLiteral("黄河入海流。欲穷千里目，更上一层楼。");
    for (const QChar character : poem)
        state.words.push_back(
            {.text = QString(character), .settled = character != QStringLiteral("千"), .startsWord = false});
    state.words[3].text.clear();
    state.words.push_back({.text = QStringLiteral("[PAD]"), .padding = true});
    const StripPainter strip(state, 780);
    QCOMPARE(strip.lines(), 3);
    for (int n = 0; n < 18; ++n) {
        QCOMPARE(strip.wordRect(n).size(), strip.wordRect(0).size());
        QCOMPARE(strip.wordRect(n).left(), strip.wordRect(n % 6).left());
        QCOMPARE(strip.wordRect(n).top(), strip.lineHeight() * (n / 6));
    }
    QCOMPARE(strip.wordRect(18).top(), strip.wordRect(17).top()); // PAD behind a poem begins no line
    state.compact = true;
    QCOMPARE(StripPainter(state, 2000).lines(), 1); // beside other lanes there is no room for three
    state.compact = false;
    state.words[2].text = QStringLiteral("dog"); // no verse: the words flow
    QCOMPARE(StripPainter(state, 2000).lines(), 1);
    state.words[2].text = QStringLiteral("，"); // several marks end one line
    state.words[1].text = QStringLiteral("。");
    QCOMPARE(StripPainter(state, 2000).lines(), 4);
}

void TestPainters::stripOfNothing()
{
    QVERIFY(StripPainter().isEmpty());
    const StripPainter strip({{}, &lightTones(), textFont()}, 100);
    QCOMPARE(strip.height(), 0.0);
    QVERIFY(strip.wordRect(0).isEmpty());
    QCOMPARE(strip.wordAt({5, 5}), -1);
}

void TestPainters::gridCell()
{
    GridCell cell;
    cell.fill = ColorMap::viridis().at(0.2);
    cell.clean = true;
    Canvas canvas({80, 24}, 2, Qt::white);
    QPainter painter(&canvas.image());
    paintGridCell(painter, cell, textFont(), QRect(0, 0, 80, 24));
    painter.end();
    QCOMPARE(canvas.at({40, 12}), cell.fill);
    QCOMPARE(canvas.at({40, 22}), readableTextOn(cell.fill));
}

void TestPainters::colorBarHasItsEnds()
{
    ColorBarState state{{.quantity = Quantity::Probability}, &lightTones(), textFont()};
    const QSize size = colorBarSize(state);
    Canvas canvas(size, 1, lightTones().surface);
    QPainter painter(&canvas.image());
    paintColorBar(painter, state, QRectF(QPointF(), size));
    painter.end();
    const double y = size.height() - 8 - QFontMetrics(state.font).height() / 2.0 + 3;
    double first = 0, last = size.width() - 1;
    const auto near = [&](double x, const QColor &c) {
        const QColor seen = canvas.at({x, y});
        return std::abs(seen.red() - c.red()) + std::abs(seen.green() - c.green()) + std::abs(seen.blue() - c.blue()) <
            30;
    };
    while (first < last && !near(first, state.scale.color(0)))
        ++first;
    while (last > first && !near(last, state.scale.color(1)))
        --last;
    QVERIFY(last - first > size.width() / 2.0);
    QVERIFY(near((first + last) / 2, state.scale.color(0.5)));
}

QTEST_MAIN(TestPainters)
#include "tst_painters.moc"
