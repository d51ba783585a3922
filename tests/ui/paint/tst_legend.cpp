// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The legend: every mark that planes can have is in it when they have it, with a sign and words, and is not when they have not.
#include "paint/LegendPainter.h"
#include "paint/PlaneFacts.h"
#include "support/Refusal.h"
#include "support/fake_engine/FakeRun.h"
#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QTest>

using namespace ard;
using namespace ard::ui;

namespace {

using Kind = PositionChange::Kind;

const QSize kSize(4000, 60);

QFont textFont()
{
    QFont font;
    font.setPixelSize(14);
    return font;
}

QString textOf(const LegendContent &content)
{
    return LegendPainter({content, &lightTones(), textFont()}).text();
}

QImage painted(const LegendContent &content, const Tones &tones, double ratio)
{
    QImage image(kSize * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(tones.surface);
    QPainter painter(&image);
    LegendPainter({content, &tones, textFont()}).paint(painter, QRectF(QPointF(), kSize));
    return image;
}

/// Columns of pixels in which something else stands than ground, from left to right.
std::vector<int> inked(const QImage &image)
{
    std::vector<int> columns;
    for (int x = 0; x < image.width(); ++x)
        for (int y = 0; y < image.height(); ++y)
            if (image.pixel(x, y) != image.pixel(image.width() - 1, image.height() - 1)) {
                columns.push_back(x);
                break;
            }
    return columns;
}

PlaneState stateOf(int repair = 0)
{
    GenerationRequest request;
    request.schedule.length = 8;
    request.schedule.diffusionSteps = 200;
    request.samplingSteps = 10;
    PlaneState state;
    const SamplingPlan plan = fake::FakeRun::make(request, 8, 200)->header().plan;
    state.layout = PlaneLayout(withRepair(plan, repair), 200, TimestepScale::Linear);
    return state;
}

} // namespace

class TestLegend : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsOfNoiseAtZero();
    void wraps();
    void marks_data();
    void marks();
    void repairIsOurs();
    void ofOnePlane();
    void ofSeveralPlanes();
};

void TestLegend::tellsOfNoiseAtZero()
{
    QVERIFY(textOf({false, 1, 0.25}).contains(QLocale().toString(0.25, 'f', 2)));
    QVERIFY(textOf({false, 1, 0.25}).contains(QStringLiteral("timestep 0")));
    QVERIFY(!textOf({false, 1, 0}).contains(QStringLiteral("timestep 0")));
}

void TestLegend::wraps()
{
    const LegendPainter legend({{}, &lightTones(), textFont()});
    QVERIFY(legend.heightForWidth(200) > 2 * legend.heightForWidth(2000));
    QImage image(800, 600, QImage::Format_RGB32);
    image.fill(lightTones().surface);
    QPainter painter(&image);
    legend.paint(painter, QRectF(100, 50, 300, 400));
    painter.end();
    const auto ink = [&image](const QRect &rect) {
        int count = 0;
        for (int y = rect.top(); y <= rect.bottom(); ++y)
            for (int x = rect.left(); x <= rect.right(); ++x)
                count += image.pixelColor(x, y) != lightTones().surface;
        return count;
    };
    const int height = legend.heightForWidth(300);
    QVERIFY(ink(QRect(100, 50, 300, height)) > 200);
    QCOMPARE(ink(QRect(0, 0, 800, 48)), 0);
    QCOMPARE(ink(QRect(0, 52 + height, 800, 540 - height)), 0);
}

void TestLegend::marks_data()
{
    QTest::addColumn<int>("mark");
    QTest::addColumn<QString>("text");
    QTest::newRow("branch") << 0 << QStringLiteral("where the branch parts");
    QTest::newRow("pinned") << 1 << QStringLiteral("pinned");
    QTest::newRow("replaced") << 2 << QStringLiteral("replaced");
    QTest::newRow("renoised") << 3 << QStringLiteral("made noise again");
    QTest::newRow("repair") << 4 << QStringLiteral("made noise again by the repair (ours)");
    QTest::newRow("filled") << 5 << QStringLiteral("skipped steps, filled in");
    QTest::newRow("figure") << 6 << QStringLiteral("how many timesteps");
    QTest::newRow("edited") << 7 << QStringLiteral("the schedule that the form has now");
    QTest::newRow("off training") << 8 << QStringLiteral("not trained for this schedule");
}

void TestLegend::marks()
{
    QFETCH(int, mark);
    QFETCH(QString, text);
    LegendContent with;
    bool *const flags[] = {&with.branch, &with.pinned, &with.replaced, &with.renoised,   &with.repair,
                           &with.filled, &with.figure, &with.edited,   &with.offTraining};
    *flags[mark] = true;
    QVERIFY2(textOf(with).contains(text), qPrintable(textOf(with)));
    QVERIFY(!textOf({}).contains(text));
    const QFontMetrics fm(textFont());
    for (const Tones *tones : {&lightTones(), &darkTones()})
        for (const int ratio : {1, 2}) {
            const std::vector<int> all = inked(painted(with, *tones, ratio)),
                                   before = inked(painted({}, *tones, ratio));
            // Behind all others comes a sign as wide as it should be, and then the words.
            const auto first = std::upper_bound(all.begin(), all.end(), before.back() + ratio);
            QVERIFY(first != all.end());
            const int from = before.back() + fm.horizontalAdvance(QLatin1Char('n')) * 3 * ratio;
            const int to = from + fm.height() * 3 / 2 * ratio;
            const auto signs = std::count_if(all.begin(), all.end(), [&](int x) { return x > from && x <= to; });
            QVERIFY2(signs >= fm.height() / 2 * ratio, QByteArray::number(int(signs)).constData());
            QVERIFY(all.back() > to + fm.horizontalAdvance(text) / 2 * ratio);
        }
}

void TestLegend::repairIsOurs()
{
    LegendContent both;
    both.repair = both.renoised = true;
    QVERIFY(textOf(both).contains(QStringLiteral("made noise again, also by the repair (ours)")));
    QCOMPARE(textOf(both).count(QStringLiteral("made noise again")), 1);
}

void TestLegend::ofOnePlane()
{
    PlaneState state = stateOf();
    LegendContent plain = planeLegend(state);
    QCOMPARE(plain, (LegendContent{false, 1, 0}));
    state.callsBefore = 3;
    state.changes.push_back({3, {Kind::Pin, 1, 7, {}}});
    state.changes.push_back({3, {Kind::Renoise, 2, -1, {}}});
    LegendContent branch = planeLegend(state);
    QVERIFY(branch.branch && branch.pinned && branch.renoised && !branch.replaced && !branch.repair);
    state.shownCalls = 0;
    QCOMPARE(planeLegend(state), branch); // it does not come and go while the film plays
    state.changes.push_back({4, {Kind::Replace, 1, 7, {}}});
    QVERIFY(planeLegend(state).replaced);
    state.preview = true; // a plan shows no changes
    plain.preview = true;
    QCOMPARE(planeLegend(state), plain);

    PlaneState repaired = stateOf(2);
    QVERIFY(planeLegend(repaired).repair && !planeLegend(repaired).renoised);
    repaired.changes.push_back({10, {Kind::Renoise, 2, -1, {}}}); // its own
    QVERIFY(planeLegend(repaired).repair && !planeLegend(repaired).renoised);
    repaired.changes.push_back({4, {Kind::Renoise, 2, -1, {}}});
    QVERIFY(planeLegend(repaired).renoised);

    PlaneState marked = stateOf();
    marked.figureMarks = marked.offTraining = true;
    marked.filled.push_back({2, {}});
    marked.ghost = std::make_shared<const PlaneLayout>(marked.layout);
    const LegendContent all = planeLegend(marked);
    QVERIFY(all.figure && all.offTraining && all.filled && all.edited);
}

void TestLegend::ofSeveralPlanes()
{
    LegendContent one{true, 2, 0.1}, other{false, 1, 0.2};
    one.pinned = one.figure = true;
    other.repair = other.branch = true;
    for (LegendContent sum : {one, other}) {
        sum.add(sum.preview ? other : one);
        QVERIFY(!sum.preview && sum.planEvery == 2 && sum.noiseLeft == 0.2);
        QVERIFY(sum.pinned && sum.figure && sum.repair && sum.branch && !sum.filled && !sum.edited);
    }
}

QTEST_MAIN(TestLegend)
#include "tst_legend.moc"
