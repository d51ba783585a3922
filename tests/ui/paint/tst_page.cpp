// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pages as files: what kind they are, what is in them whatever their size, and that a failure leaves what was there.
#include "paint/CurveChart.h"
#include "paint/DifferenceGrid.h"
#include "paint/Page.h"
#include "paint/SettleChart.h"
#include "support/fake_engine/FakeRun.h"
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace ard;
using namespace ard::ui;

namespace {

PageLane lane(int positions, const QString &title)
{
    GenerationRequest request;
    request.schedule.length = positions;
    request.samplingSteps = 20;
    PageLane lane;
    lane.title = title;
    lane.subtitle = QStringLiteral("model call 8 of 20");
    lane.plane.layout =
        PlaneLayout(fake::FakeRun::make(request, positions, 2000)->header().plan, 2000, TimestepScale::Linear);
    lane.plane.shownCalls = 8;
    for (int n = 0; n < positions; ++n) {
        lane.plane.words.push_back({QStringLiteral("word"), n < 3, false});
        lane.words.push_back({.text = QStringLiteral("word"), .settled = n < 3});
    }
    return lane;
}

Page page(int lanes, const Tones &tones = lightTones())
{
    PageState state;
    for (int i = 0; i < lanes; ++i)
        state.lanes.push_back(lane(8, QStringLiteral("Uniform %1").arg(i)));
    state.recipe = {QStringLiteral("two dogs, seed 7")};
    state.tones = &tones;
    state.font.setPixelSize(14);
    return Page(state);
}

QByteArray bytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void png();
    void svg();
    void pdf();
    void lowPagesHaveTheirLegend();
    void planesOfAllLanesAreInLine();
    void chartsStandUnderThePlanes();
    void otherKindsAreRefused();
    void failureKeepsTheFile();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void TestPage::png()
{
    for (const Tones *tones : {&lightTones(), &darkTones()}) {
        const Status written = writePage(page(1, *tones), path(QStringLiteral("a.PNG")), {900, 600}, 2);
        QVERIFY2(written, written ? "" : written.error().message.c_str());
        const QImage image(path(QStringLiteral("a.PNG")));
        QCOMPARE(image.size(), QSize(1800, 1200));
        QCOMPARE(image.pixelColor(3, 3), tones->surface);
        // The front's line and, left of the plane, the numbers of the axis at the fineness of the picture.
        int front = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                front += image.pixelColor(x, y) == tones->front;
        QVERIFY(front > 500);
    }
}

void TestPage::svg()
{
    QVERIFY(writePage(page(2), path(QStringLiteral("a.svg")), {1400, 600}, 1));
    const QByteArray text = bytes(path(QStringLiteral("a.svg")));
    for (const char *part : {"<svg", "viewBox=\"0 0 1400 600\"", "Uniform 0", "Uniform 1", "two dogs, seed 7",
                             "timestep t", "1999", "not reached", "may still change"})
        QVERIFY2(text.contains(part), part);
    QCOMPARE(text.count("<image"), 1); // the colour bar; all else is lines and letters, sharp at any size
}

void TestPage::pdf()
{
    QVERIFY(writePage(page(1), path(QStringLiteral("a.pdf")), {960, 480}, 1));
    const QByteArray text = bytes(path(QStringLiteral("a.pdf")));
    QVERIFY(text.startsWith("%PDF-"));
    QVERIFY(text.contains("/MediaBox [0 0 720.000000 360.000000]") || text.contains("/MediaBox [0 0 720 360]"));
}

void TestPage::lowPagesHaveTheirLegend()
{
    // A window as low as this hides its legend; a picture of that size has it.
    QVERIFY(writePage(page(1), path(QStringLiteral("low.svg")), {700, 320}, 1));
    const QByteArray text = bytes(path(QStringLiteral("low.svg")));
    QVERIFY(text.contains("where every token is now") && text.contains("Uniform 0"));
}

void TestPage::planesOfAllLanesAreInLine()
{
    PageState state;
    state.font.setPixelSize(14);
    for (int i = 0; i < 2; ++i)
        state.lanes.push_back(lane(8, QStringLiteral("Uniform")));
    for (StripWord &word : state.lanes[1].words)
        word.text = QStringLiteral("a-long-word");
    const QString file = path(QStringLiteral("two.png"));
    QVERIFY(writePage(Page(state), file, {1000, 700}, 2));
    // The first pixels of the front from above: at timestep T-1 or below it, in both halves at the same height.
    const QImage image(file);
    const auto firstFront = [&image](int from, int to) {
        for (int y = 0; y < image.height() * 4 / 5; ++y)
            for (int x = from; x < to; ++x)
                if (image.pixelColor(x, y) == lightTones().front)
                    return y;
        return -1;
    };
    QVERIFY(firstFront(0, 1000) > 0);
    QCOMPARE(firstFront(0, 1000), firstFront(1000, 2000));
}

void TestPage::chartsStandUnderThePlanes()
{
    PageState state;
    state.font.setPixelSize(14);
    for (int i = 0; i < 2; ++i)
        state.lanes.push_back(lane(8, QStringLiteral("Uniform %1").arg(i)));
    SettleChartState settle;
    settle.lanes.push_back({{0, QStringLiteral("first lane"), {}}, {{2, 3, true}}});
    settle.positions = 8;
    settle.calls = 20;
    settle.callTitle = QStringLiteral("settled in call");
    CurveChartState curves;
    curves.calls = 20;
    curves.figures = {{QStringLiteral("share of words"), 1}, {QStringLiteral("entropy of words")}};
    DifferenceGridState grid;
    grid.positions = 8;
    grid.calls = 20;
    grid.rows.assign(3, DifferenceGridState::Row(8));
    grid.other = QStringLiteral("another one");
    state.charts = {pageChart<SettleChart>(QStringLiteral("order of words"), settle), pageChart<CurveChart>({}, curves),
                    pageChart<DifferenceGrid>({}, grid)};
    const QString file = path(QStringLiteral("charts.svg"));
    for (const QSize size : {QSize(1600, 1000), QSize(1280, 720)}) {
        QVERIFY(writePage(Page(state), file, size, 1));
        const QByteArray text = bytes(file);
        for (const char *part : {"order of words", "settled in call", "first lane", "share of words",
                                 "entropy of words", "another one", "Uniform 1", "timestep t"})
            QVERIFY2(text.contains(part), part);
    }
    state.recipe = {QStringLiteral("made by hand")};
    state.lanes.clear(); // a chart alone
    state.charts.resize(1);
    QVERIFY(writePage(Page(state), file, {1280, 720}, 1));
    QVERIFY(bytes(file).contains("order of words") && bytes(file).contains("settled in call"));
    QVERIFY(bytes(file).contains("made by hand") && !bytes(file).contains("timestep t"));
    state.charts.clear(); // nothing at all
    QVERIFY(writePage(Page(state), file, {1600, 1000}, 1));
    QVERIFY(!bytes(file).contains("settled in call"));
}

void TestPage::otherKindsAreRefused()
{
    const Status written = writePage(page(1), path(QStringLiteral("a.bmp")), {100, 100}, 1);
    QVERIFY(!written);
    QVERIFY(QString::fromStdString(written.error().message).contains(QStringLiteral(".svg")));
    QVERIFY(!QFile::exists(path(QStringLiteral("a.bmp"))));
}

void TestPage::failureKeepsTheFile()
{
    const QString kept = path(QStringLiteral("kept.png"));
    QVERIFY(writePage(page(1), kept, {300, 200}, 1));
    const QByteArray before = bytes(kept);
    const Status written = writePage(page(1), kept, {100000, 100000}, 4);
    QVERIFY(!written);
    QCOMPARE(bytes(kept), before);
    QVERIFY(!writePage(page(1), path(QStringLiteral("nowhere/a.png")), {300, 200}, 1));
}

QTEST_MAIN(TestPage)
#include "tst_page.moc"
