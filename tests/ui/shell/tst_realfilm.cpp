// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Plane, film and lecture in the real window over the real engine: the schedule edited and run, the film by keys, 1280 x 720.
#include "facts/Settled.h"
#include "plot/PlaneView.h"
#include "shell/BlackScreen.h"
#include "shell/CentralView.h"
#include "ui/shell/RealWindow.h"
#include "views/find/FindBar.h"
#include "views/origin/OriginLine.h"
#include "views/plane/PlanePanel.h"
#include <QApplication>
#include <QLineEdit>
#include <algorithm>

using namespace ard;
using namespace ard::ui;
using test::RealWindow;

class TestRealFilm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void editTheScheduleAndRun();
    void theFilmByKeys();
    void lectureAtSmallProjector();
};

/// The anchor is moved in the plane by keys; the plan follows at once, and the next run is of it.
void TestRealFilm::editTheScheduleAndRun()
{
    RealWindow real;
    Session &session = real.session;
    const Run *before = real.runExample(QStringLiteral(ARD_TINY_MODEL));
    QVERIFY(before);
    real.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&real.window));
    real.window.actions()->editSchedule->setChecked(true);
    PlaneView *view = real.window.central()->plane()->view();
    QVERIFY(view->state().handle);
    QWidget *plot = view->childAt(view->handlePoint()); // QCustomPlot is known to ui/plot alone
    QVERIFY(plot);
    const double anchor = session.form()->values().schedule.anchorScale;
    QTest::mouseClick(plot, Qt::LeftButton, {}, plot->mapFrom(view, view->handlePoint()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    const double moved = session.form()->values().schedule.anchorScale;
    QVERIFY2(moved < anchor, qPrintable(QString::number(moved)));
    QVERIFY2(session.form()->offDistribution().contains(QStringLiteral("anchor scale")),
             qPrintable(session.form()->offDistribution()));
    QVERIFY(view->state().ghost); // the plan of the next run over this one
    const SamplingPlan planned = session.form()->plan();
    real.window.actions()->run->trigger();
    const Run *after = session.cursor()->run();
    QVERIFY(after != before && QTest::qWaitFor([after] { return !after->isLive(); }, RealWindow::kWait));
    QCOMPARE(after->record().request.schedule.anchorScale, moved);
    QVERIFY(after->plan().timesteps != before->plan().timesteps);
    for (std::size_t m = 0; m < after->plan().timesteps.size(); ++m)
        for (std::size_t n = 0; n < after->plan().timesteps[m].size(); ++n)
            QCOMPARE(after->plan().timesteps[m][n], planned.timesteps[m][n]);
}

/// Markers, the next call in which something happens, and a word found, as the keys say and as the run really went.
void TestRealFilm::theFilmByKeys()
{
    RealWindow real;
    Session &session = real.session;
    const Run *run = real.runExample(QStringLiteral(ARD_TINY_MODEL));
    QVERIFY(run);
    real.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&real.window));
    real.window.focusFilm();
    const auto press = [&](int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(real.window.focusWidget(), static_cast<Qt::Key>(key), modifiers);
    };
    press(Qt::Key_Home);
    QCOMPARE(session.cursor()->moment(), Moment{0});
    for (int i = 0; i < 5; ++i)
        press(Qt::Key_PageDown); // of a presenter's remote
    QCOMPARE(session.cursor()->moment(), Moment{5});
    press(Qt::Key_1, Qt::ControlModifier);
    press(Qt::Key_End);
    QCOMPARE(session.cursor()->moment(), Moment{run->modelCalls()});
    press(Qt::Key_1);
    QCOMPARE(session.cursor()->moment(), Moment{5});
    press(Qt::Key_Home);
    const std::vector<CallMark> marks = callMarks(SeenRun(run->record()));
    int expected = 1;
    while (marks[static_cast<std::size_t>(expected - 1)].flips +
               marks[static_cast<std::size_t>(expected - 1)].settles ==
           0)
        ++expected;
    real.window.actions()->showFuture->setChecked(true); // when words settle is known only at the end
    press(Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(session.cursor()->moment(), Moment{expected});
    real.window.actions()->showFuture->setChecked(false);
    // The first step after which the word stands there.
    const QString word = run->labelAt(run->modelCalls(), 1);
    int first = 1, position = -1;
    for (; position < 0; ++first)
        for (int n = 0; n < run->length() && position < 0; ++n)
            if (run->labelAt(first, n) == word)
                position = n;
    press(Qt::Key_Home);
    press(Qt::Key_F, Qt::ControlModifier);
    FindBar *bar = real.window.central()->findBar();
    QVERIFY(bar->isVisible());
    QTest::keyClicks(bar->field(), word);
    QTest::keyClick(bar->field(), Qt::Key_Return);
    QCOMPARE(session.cursor()->moment(), Moment{first - 1});
    QCOMPARE(session.cursor()->position(), position);
}

/// With the e2e model's longest example at 1280 x 720 the plane has half of the window, and the source stands on the screen.
void TestRealFilm::lectureAtSmallProjector()
{
    RealWindow real;
    Session &session = real.session;
    real.window.resize(1280, 720);
    session.start(QStringLiteral(ARD_TINY_MODEL) + QStringLiteral("/../e2e"));
    QVERIFY2(QTest::qWaitFor([&] { return session.canRun(); }, RealWindow::kWait), qPrintable(session.whyNotRun()));
    const auto &examples = session.form()->model().examples;
    const auto longest = std::max_element(examples.begin(), examples.end(),
                                          [](const auto &a, const auto &b) { return a.size() < b.size(); });
    session.form()->setSource(QString::fromStdString(*longest));
    real.window.actions()->run->trigger();
    const Run *run = session.cursor()->run();
    QVERIFY(run && QTest::qWaitFor([run] { return !run->isLive(); }, RealWindow::kWait));
    real.window.actions()->lecture->setChecked(true);
    PlaneView *view = real.window.central()->plane()->view();
    const auto planeHeight = [view] {
        const PlaneLayout &layout = view->state().layout;
        const QPoint top = view->cellCentre({0, 1}), bottom = view->cellCentre({0, layout.modelCalls()});
        return bottom.y() - top.y();
    };
    // From the middle of the first cell to that of the last: what of the plane's height lies between those.
    QTRY_VERIFY2(planeHeight() > 720 * 0.45, qPrintable(QString::number(planeHeight())));
    QVERIFY(view->state().wordsBelow);
    const auto *origin = real.window.findChild<OriginLine *>(QStringLiteral("run.origin"));
    QVERIFY(origin && origin->isVisible());
    session.playback()->last(); // a quick engine is done before the film, which is paced, has begun
    const int step = session.playback()->step();
    QTest::keyClick(real.window.focusWidget(), Qt::Key_PageUp);
    QCOMPARE(session.playback()->step(), step - 1);
    QTest::keyClick(real.window.focusWidget(), Qt::Key_B);
    const auto *black = real.window.findChild<BlackScreen *>();
    QVERIFY(black && black->isVisible());
    QTest::keyClick(real.window.focusWidget(), Qt::Key_B);
    QVERIFY(!black->isVisible());
}

QTEST_MAIN(TestRealFilm)
#include "tst_realfilm.moc"
