// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The plane as a widget: what it says, what a click and the keys select, what is drawn where.
#include "paint/PlaneWords.h"
#include "paint/Tones.h"
#include "plot/PlaneView.h"
#include "support/fake_engine/FakeRun.h"
#include <QSignalSpy>
#include <QTest>

using namespace ard;
using namespace ard::ui;

class TestPlaneView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void titles();
    void clickSelects();
    void hover();
    void keysMove();
    void keysStartAtTheShownCall();
    void colours();
    void framesOfAnotherLengthAreIgnored();
    void wordMetrics();
    void darkIsDark();

private:
    QColor pixel(PlaneCell cell) { return m_view->grab().toImage().pixelColor(m_view->cellCentre(cell)); }

    std::unique_ptr<PlaneView> m_view;
    RunRecord m_run;
};

void TestPlaneView::init()
{
    GenerationRequest request;
    request.schedule.length = 13;
    request.samplingSteps = 20;
    m_run = fake::FakeRun::make(request, 13, 2000)->record(20);
    m_view = std::make_unique<PlaneView>();
    m_view->resize(900, 640);
    m_view->setPlan(m_run.plan, 2000, false);
    for (const StepFrame &frame : m_run.frames)
        m_view->addFrame(frame);
    m_view->setShownCalls(13);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->flush();
}

void TestPlaneView::titles()
{
    QCOMPARE(m_view->subtitle(), QStringLiteral("model call 13 of 20 · sentence step 712 of 2012 · next jump to 612"));
    m_view->setShownCalls(20);
    QCOMPARE(m_view->subtitle(), QStringLiteral("model call 20 of 20 · sentence step 0 of 2012 · finished"));
    m_view->setPlan(m_run.plan, 2000, true);
    QVERIFY(m_view->subtitle().contains(QStringLiteral("last jump 112")));
    m_view->setPlan({}, 2000, true);
    QVERIFY(m_view->subtitle().isEmpty());
}

void TestPlaneView::clickSelects()
{
    QSignalSpy spy(m_view.get(), &PlaneView::cellSelected);
    for (const PlaneCell cell : {PlaneCell{0, 1}, PlaneCell{7, 5}, PlaneCell{12, 20}}) {
        const QPoint at = m_view->cellCentre(cell);
        QTest::mouseClick(m_view->childAt(at), Qt::LeftButton, {}, m_view->childAt(at)->mapFrom(m_view.get(), at));
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.first(), (QVariantList{cell.position, cell.call}));
        spy.clear();
    }
}

void TestPlaneView::hover()
{
    QSignalSpy spy(m_view.get(), &PlaneView::cellHovered), ended(m_view.get(), &PlaneView::hoverEnded);
    const QPoint at = m_view->cellCentre({4, 6});
    QWidget *plot = m_view->childAt(at);
    QTest::mouseMove(plot, plot->mapFrom(m_view.get(), at));
    QTRY_VERIFY(!spy.isEmpty());
    QCOMPARE(spy.last(), (QVariantList{4, 6}));
    QTest::mouseMove(plot, QPoint(2, 2));
    QTRY_VERIFY(!ended.isEmpty());
}

void TestPlaneView::keysMove()
{
    QSignalSpy spy(m_view.get(), &PlaneView::cellSelected);
    m_view->setSelected(PlaneCell{4, 6});
    const std::pair<Qt::Key, QVariantList> moves[] = {
        {Qt::Key_Left, {3, 6}}, {Qt::Key_Right, {5, 6}}, {Qt::Key_Up, {4, 5}}, {Qt::Key_Down, {4, 7}}};
    for (const auto &[key, expected] : moves) {
        QTest::keyClick(m_view.get(), key);
        QCOMPARE(spy.takeFirst(), expected);
    }
}

void TestPlaneView::keysStartAtTheShownCall()
{
    QSignalSpy spy(m_view.get(), &PlaneView::cellSelected);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(spy.takeFirst(), (QVariantList{0, 13}));
}

void TestPlaneView::colours()
{
    const QColor crossed = pixel({2, 10}), ahead = pixel({2, 19});
    QVERIFY(crossed != ahead);
    QVERIFY(pixel({2, 1}).lightness() < crossed.lightness()); // noise is dark, clean is light
    m_view->setQuantity(Quantity::Probability);
    m_view->flush();
    const float probability = m_run.frames[9].tokens[2].topProbabilities[0];
    QCOMPARE(pixel({2, 10}), ColorMap::viridis().at(static_cast<double>(probability)));
    m_view->setShownCalls(3);
    m_view->flush();
    QVERIFY(pixel({2, 10}) != ColorMap::viridis().at(static_cast<double>(probability))); // not reached any more
}

void TestPlaneView::framesOfAnotherLengthAreIgnored()
{
    StepFrame frame;
    frame.tokens.resize(5);
    const auto before = m_view->state().probabilities.size();
    m_view->addFrame(frame);
    QCOMPARE(m_view->state().probabilities.size(), before);
}

void TestPlaneView::wordMetrics()
{
    QFont font;
    font.setPixelSize(14);
    const auto wide = ard::ui::wordMetrics(120, font), narrow = ard::ui::wordMetrics(30, font),
               tiny = ard::ui::wordMetrics(3, font);
    QVERIFY(!wide.rotated);
    QVERIFY(narrow.rotated && narrow.every == 1);
    QVERIFY(tiny.every > 1);
    QVERIFY(tiny.pixelSize >= 8);
}

void TestPlaneView::darkIsDark()
{
    QPalette palette;
    palette.setColor(QPalette::Window, darkTones().window);
    m_view->setPalette(palette);
    m_view->flush();
    QCOMPARE(m_view->state().tones, &darkTones());
    QVERIFY(m_view->grab().toImage().pixelColor(3, 30).lightness() < 100);
}

QTEST_MAIN(TestPlaneView)
#include "tst_planeview.moc"
