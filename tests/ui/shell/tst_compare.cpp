// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Several lanes in the window: a board of one, two and eight, empty, running, finished, stopped, failed in one lane, with one
// token and with 256; comparing and going back; the layouts; the welcome.
#include "session/LaneSets.h"
#include "shell/LaneController.h"
#include "support/Refusal.h"
#include "support/fake_engine/FakeRun.h"
#include "trace/RunFile.h"
#include "ui/RunFeeder.h"
#include "ui/shell/LaneChecks.h"
#include "views/grid/TokenGridView.h"
#include "views/lane/BoardView.h"
#include "views/lane/LaneDialog.h"
#include "views/lane/LaneHeader.h"
#include "views/lane/LaneView.h"
#include "views/strip/TextStripView.h"
#include "views/welcome/WelcomeView.h"
#include <QComboBox>
#include <QPushButton>
#include <QStatusBar>
#include <QToolButton>

using namespace ard;
using namespace ard::ui;
using test::allEnded;
using test::RunFeeder;
using test::steps;
using test::verifyLanesFit;
using test::WindowFixture;

namespace {

QStringList kinds(Session &session)
{
    QStringList found;
    for (const Lane *lane : session.board()->lanes())
        found << QString::fromStdString(lane->run()->record().request.schedule.kind);
    return found;
}

QStringList letters(Session &session)
{
    QStringList found;
    for (const Lane *lane : session.board()->lanes())
        found << lane->letter();
    return found;
}

} // namespace

class TestCompare : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void figure();
    void backToOneLane();
    void emptyBoard();
    void eightLanes();
    void sizes_data();
    void sizes();
    void stopped();
    void failedInOneLane();
    void clickMakesTheLaneTheCursors();
    void swapInPlace();
    void closing();
    void changedLane();
    void noiseIsTold();
    void oneKeyForAll();
    void tableFollowsTheCursor();
    void layoutsComeBack();
    void lectureHalfIsPlane();
    void blackScreen();
    void welcome();
    void showMe();
};

void TestCompare::figure()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    f.actions().compare->trigger();
    QVERIFY(f.actions().compare->isChecked());
    QCOMPARE(f.session().board()->size(), 3);
    QVERIFY(allEnded(f.session()));
    QCOMPARE(
        kinds(f.session()),
        (QStringList{QStringLiteral("uniform"), QStringLiteral("autoregressive"), QStringLiteral("ar-diffusion")}));
    QCOMPARE(letters(f.session()), (QStringList{QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")}));
    for (const Lane *lane : f.session().board()->lanes()) {
        QCOMPARE(lane->run()->state(), Run::State::Complete);
        QCOMPARE(lane->run()->record().request.source, f.session().form()->values().source);
        QCOMPARE(lane->run()->record().request.seed, f.session().form()->values().seed);
    }
    verifyLanesFit(f);
    const QList<LaneView *> &views = f.central().board()->lanes();
    f.central().board()->flush();
    for (const LaneView *view : views) {
        // The planes stand in one line and are equally large; words and titles do not push them.
        QTRY_COMPARE(view->plane()->geometry().size(), views.front()->plane()->geometry().size());
        QCOMPARE(view->plane()->mapTo(&f.window(), QPoint()).y(),
                 views.front()->plane()->mapTo(&f.window(), QPoint()).y());
        QVERIFY(view->cost().contains(QStringLiteral("20")));
        QVERIFY(view->noise().contains(QStringLiteral("same noise")));
        QVERIFY(view->honesty().contains(QStringLiteral("computed here")));
        QVERIFY(view->honesty().contains(QStringLiteral("finished")));
    }
    QCOMPARE(f.session().cursor()->laneIndex(), 2);                // that of the form's own timestep schedule
    QCOMPARE(f.window().focusWidget(), views[2]->plane()->view()); // its keys are that lane's
    f.picture(QStringLiteral("compare-figure"));
}

void TestCompare::backToOneLane()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    f.actions().compare->trigger();
    QVERIFY(allEnded(f.session()));
    Run *kept = f.session().cursor()->lane()->run();
    f.actions().compare->trigger();
    QVERIFY(!f.actions().compare->isChecked());
    QCOMPARE(f.session().board()->size(), 1);
    QCOMPARE(f.session().runs()->size(), 4); // nothing is lost
    QCOMPARE(f.session().cursor()->lane()->run(), kept);
    QVERIFY(f.session().board()->at(0)->changes().isEmpty());
    QVERIFY(f.central().strip()->isVisible());
    QVERIFY(f.central().board()->lanes().front()->isAlone());
    QVERIFY(!f.window().docks()->dock(QStringLiteral("sourceDock"))->isHidden());
    f.actions().compare->trigger(); // the letters begin anew
    QCOMPARE(letters(f.session()), (QStringList{QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")}));
    QVERIFY(allEnded(f.session()));
}

void TestCompare::emptyBoard()
{
    WindowFixture f; // its engine is not started
    f.session().start(f.path(QStringLiteral("models/tiny")));
    f.window().lanes()->compare(figureLanes(f.session().form()->values().schedule), false);
    QCOMPARE(f.session().board()->size(), 3);
    for (const LaneView *view : f.central().board()->lanes()) {
        QVERIFY(!view->lane()->run());
        QVERIFY(view->plane()->view()->state().preview);
        QCOMPARE(view->lane()->film()->modelCalls(), 20);
        QVERIFY(view->cost().isEmpty());
    }
    // Each lane shows a plan of its own.
    QVERIFY(f.session().board()->at(0)->film()->plan().timesteps !=
            f.session().board()->at(1)->film()->plan().timesteps);
    verifyLanesFit(f);
}

void TestCompare::eightLanes()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    std::vector<LaneChanges> lanes;
    for (int i = 0; i < Board::kMaxLanes; ++i)
        lanes.push_back(steps(i + 2));
    f.window().resize(1280, 720);
    f.window().lanes()->compare(lanes, true);
    QVERIFY(allEnded(f.session()));
    QVERIFY(!f.actions().addLane->isEnabled());
    f.window().lanes()->add(steps(3)); // there is no ninth
    QCOMPARE(f.session().board()->size(), 8);
    verifyLanesFit(f);
    const QList<LaneView *> &views = f.central().board()->lanes();
    QCOMPARE(views[4]->x(), views[0]->x()); // two rows
    QVERIFY(views[4]->y() > views[0]->y());
    QVERIFY(views[0]->header()->title().contains(QStringLiteral("M 2")));
    // All play to their own end, however long.
    f.actions().first->trigger();
    f.session().cursor()->setLane(0);
    while (f.session().cursor()->playOn()) { }
    for (const Lane *lane : f.session().board()->lanes())
        QCOMPARE(f.session().cursor()->momentIn(lane), lane->film()->last());
    f.picture(QStringLiteral("compare-eight"));
}

void TestCompare::sizes_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("lanes");
    QTest::newRow("one token, one lane") << 1 << 1;
    QTest::newRow("one token, two lanes") << 1 << 2;
    QTest::newRow("256 tokens, two lanes") << 256 << 2;
    QTest::newRow("256 tokens, eight lanes") << 256 << 8;
}

void TestCompare::sizes()
{
    QFETCH(int, length);
    QFETCH(int, lanes);
    WindowFixture f({}, length);
    QVERIFY(f.startEngine());
    f.window().resize(1280, 720);
    std::vector<LaneChanges> wanted;
    for (int i = 0; i < lanes; ++i)
        wanted.push_back(steps(i + 2));
    f.window().lanes()->compare(wanted, true);
    QVERIFY(allEnded(f.session()));
    for (const LaneView *view : f.central().board()->lanes()) {
        QCOMPARE(view->lane()->film()->length(), length);
        QCOMPARE(view->lane()->run()->state(), Run::State::Complete);
    }
    if (lanes > 1)
        verifyLanesFit(f);
    f.picture(QStringLiteral("compare-%1-%2").arg(length).arg(lanes));
}

void TestCompare::stopped()
{
    WindowFixture f(QStringLiteral("--delay 40"));
    QVERIFY(f.startEngine());
    f.actions().compare->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(f.session().board()->at(0)->run()->frameCount() > 0, WindowFixture::kWait);
    f.actions().stop->trigger();
    QVERIFY(allEnded(f.session()));
    for (const LaneView *view : f.central().board()->lanes()) {
        QCOMPARE(view->lane()->run()->state(), Run::State::Cancelled);
        QVERIFY2(view->honesty().contains(QStringLiteral("stopped after")), qPrintable(view->honesty()));
    }
}

void TestCompare::failedInOneLane()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    f.window().lanes()->compare({steps(5), steps(90'000), steps(4)}, false);
    ARD_SAYS(f.session().board()->at(1)->problem(), "There are 212 sentence steps"); // no such plan, and why
    f.actions().run->trigger();
    QVERIFY(allEnded(f.session()));
    QCOMPARE(f.session().board()->at(0)->run()->state(), Run::State::Complete);
    QCOMPARE(f.session().board()->at(1)->run()->state(), Run::State::Failed);
    QCOMPARE(f.session().board()->at(2)->run()->state(), Run::State::Complete);
    const LaneView *failed = f.central().board()->lanes()[1];
    QVERIFY2(failed->honesty().contains(QStringLiteral("failed")), qPrintable(failed->honesty()));
    QVERIFY(failed->plane()->view()->notice().contains(QStringLiteral("failed"))); // it waits for nothing any more
    QVERIFY(!failed->noise().contains(QStringLiteral("length")));
    verifyLanesFit(f);
    f.picture(QStringLiteral("compare-failed"));
}

void TestCompare::clickMakesTheLaneTheCursors()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    f.actions().compare->trigger();
    QVERIFY(allEnded(f.session()));
    f.session().cursor()->setMoment(7);
    LaneView *first = f.central().board()->lanes()[0];
    QTest::mouseClick(first->header(), Qt::LeftButton);
    QCOMPARE(f.session().cursor()->laneIndex(), 0);
    QCOMPARE(f.session().cursor()->moment(), Moment(7)); // in step
    QCOMPARE(f.session().cursor()->run(), first->lane()->run());
    QCOMPARE(f.central().plane(), first->plane());
    f.session().cursor()->setLane(2);
    f.central().board()->flush();
    const QPoint cell = first->plane()->view()->cellCentre({3, 5});
    QTest::mouseClick(first->plane()->view()->childAt(cell), Qt::LeftButton, {},
                      first->plane()->view()->childAt(cell)->mapFrom(first->plane()->view(), cell));
    QCOMPARE(f.session().cursor()->selected(), (Cell{3, 5, 0}));
}

void TestCompare::swapInPlace()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    f.actions().compare->trigger();
    QVERIFY(allEnded(f.session()));
    Lane *mine = f.session().cursor()->lane();
    f.actions().blink->trigger();
    QCOMPARE(letters(f.session()), (QStringList{QStringLiteral("A"), QStringLiteral("C"), QStringLiteral("B")}));
    QCOMPARE(f.session().cursor()->lane(), mine);
    QCOMPARE(f.central().board()->lanes()[1]->lane(), mine);
    f.actions().blink->trigger(); // and back
    QCOMPARE(letters(f.session()), (QStringList{QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")}));
    f.actions().laneLeft->trigger();
    f.actions().laneLeft->trigger();
    QCOMPARE(letters(f.session()), (QStringList{QStringLiteral("C"), QStringLiteral("A"), QStringLiteral("B")}));
    QVERIFY(!f.actions().laneLeft->isEnabled());
}

void TestCompare::closing()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    f.actions().compare->trigger();
    QVERIFY(allEnded(f.session()));
    f.central().board()->lanes()[0]->header()->closeButton()->click();
    QCOMPARE(letters(f.session()), (QStringList{QStringLiteral("B"), QStringLiteral("C")}));
    f.session().cursor()->setLane(1);
    const Run *stays = f.session().board()->at(0)->run();
    f.actions().closeLane->trigger();
    QCOMPARE(f.session().board()->size(), 1);
    QCOMPARE(f.session().cursor()->lane()->run(), stays);
    QVERIFY(!f.actions().compare->isChecked());
    QCOMPARE(f.session().runs()->size(), 3);
    QTRY_COMPARE(f.window().findChildren<LaneView *>().size(), 1);
}

void TestCompare::changedLane()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    f.actions().compare->trigger();
    QVERIFY(allEnded(f.session()));
    Lane *lane = f.session().cursor()->lane();
    f.actions().changeLane->trigger();
    auto *dialog = f.window().findChild<LaneDialog *>();
    QVERIFY(dialog);
    auto *kind = dialog->findChild<QComboBox *>(QStringLiteral("lane.kind"));
    kind->setCurrentIndex(kind->findData(QStringLiteral("lagged")));
    dialog->accept();
    QCOMPARE(lane->changes().schedule->kind, std::string("lagged"));
    QVERIFY(!lane->run()); // the plan of what it will be
    QVERIFY(lane->film()->modelCalls() > 0);
    f.actions().run->trigger();
    QVERIFY(allEnded(f.session()));
    QCOMPARE(kinds(f.session()).last(), QStringLiteral("lagged"));
}

void TestCompare::noiseIsTold()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    LaneChanges other;
    other.seed = 77;
    f.window().lanes()->compare({{}, other}, true);
    QVERIFY(allEnded(f.session()));
    const QString told = f.central().board()->lanes()[1]->noise();
    QVERIFY2(told.contains(QStringLiteral("77")) && told.contains(QStringLiteral("A")), qPrintable(told));
    QVERIFY(!told.contains(QStringLiteral("same noise")));
}

void TestCompare::oneKeyForAll()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    f.actions().colourEntropy->trigger();
    f.actions().compare->trigger();
    QVERIFY(allEnded(f.session()));
    f.central().board()->flush();
    const QList<LaneView *> &views = f.central().board()->lanes();
    for (const LaneView *view : views) // one colour bar holds for all
        QTRY_COMPARE(view->plane()->view()->state().quantity.entropyMaximum,
                     views.front()->plane()->view()->state().quantity.entropyMaximum);
}

void TestCompare::tableFollowsTheCursor()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    f.window().lanes()->compare({steps(4), steps(9)}, true);
    QVERIFY(allEnded(f.session()));
    f.actions().showBoth->trigger();
    f.session().cursor()->setLane(0);
    f.actions().last->trigger();
    QCOMPARE(f.central().grid()->steps()->rowCount(), 4);
    f.session().cursor()->setLane(1);
    QCOMPARE(f.central().grid()->steps()->rowCount(), 9);
}

void TestCompare::layoutsComeBack()
{
    WindowFixture f;
    f.window().docks()->dock(QStringLiteral("runsDock"))->hide();
    f.window().setLayout(AppSettings::Layout::Lecture);
    QVERIFY(f.window().docks()->dock(QStringLiteral("sourceDock"))->isHidden());
    const double scale = f.settings().uiScale();
    QVERIFY(f.window().close());
    QCOMPARE(f.settings().uiScale(), scale); // a lecture's size of text is no setting
    {
        MainWindow again(&f.session(), &WindowFixture::theme());
        again.show();
        QVERIFY(again.actions()->lecture->isChecked());
        QVERIFY(again.docks()->dock(QStringLiteral("sourceDock"))->isHidden());
        again.setLayout(AppSettings::Layout::Standard); // as it was before the lecture
        QVERIFY(!again.docks()->dock(QStringLiteral("sourceDock"))->isHidden());
        QVERIFY(again.docks()->dock(QStringLiteral("runsDock"))->isHidden());
        again.setLayout(AppSettings::Layout::Compare);
        QCOMPARE(f.session().board()->size(), 3);
        again.storeLayout();
    }
    QCOMPARE(f.settings().layout(), AppSettings::Layout::Compare);
}

void TestCompare::lectureHalfIsPlane()
{
    WindowFixture f({}, 64);
    QVERIFY(f.startEngine());
    f.session().form()->setSource(QStringLiteral(
        "name: The Punter | type: restaurant | food: Italian | price: cheap | customer rating: average | "
        "area: riverside | family friendly: yes | near: Express by Holiday Inn"));
    QVERIFY(f.runToTheEnd());
    f.window().resize(1280, 720);
    f.window().setLayout(AppSettings::Layout::Lecture);
    QCoreApplication::sendPostedEvents();
    PlaneView *view = f.central().plane()->view();
    view->flush();
    f.picture(QStringLiteral("lecture"));
    QCOMPARE(f.window().size(), QSize(1280, 720));
    // From the first cell to the last.
    const int top = view->cellCentre({0, 1}).y(), bottom = view->cellCentre({0, 20}).y();
    QVERIFY2((bottom - top) * 20 / 19 >= 360, qPrintable(QString::number(bottom - top)));
    QVERIFY(f.central().strip()->isVisible());
    QVERIFY(f.window().findChild<QWidget *>(QStringLiteral("run.origin"))->isVisible()); // source and recipe
    f.window().setLayout(AppSettings::Layout::Standard);
    QVERIFY(f.window().statusBar()->isVisible());
}

void TestCompare::blackScreen()
{
    WindowFixture f;
    auto *black = f.window().findChild<QWidget *>(QStringLiteral("window.black"));
    QVERIFY(black && !black->isVisible());
    f.window().setLayout(AppSettings::Layout::Lecture);
    QVERIFY(f.actions().blink->isEnabled());
    f.actions().blink->trigger();
    QVERIFY(black->isVisible());
    QCOMPARE(black->size(), f.window().size());
    QTest::keyClick(&f.window(), Qt::Key_B);
    QVERIFY(!black->isVisible());
    f.window().setLayout(AppSettings::Layout::Standard);
}

void TestCompare::welcome()
{
    WindowFixture f;
    f.window().showWelcome();
    QVERIFY(f.central().welcome()->isVisible());
    QVERIFY(!f.central().board()->isVisible());
    QVERIFY(!f.central().welcome()->showMe()->isVisible()); // there is no recorded comparison
    QVERIFY(f.startEngine());
    QVERIFY(f.central().welcome()->isVisible());
    QVERIFY(f.runToTheEnd());
    QVERIFY(!f.central().welcome()->isVisible());
    QVERIFY(f.central().board()->isVisible());
}

void TestCompare::showMe()
{
    WindowFixture f;
    QDir(f.path(QStringLiteral("models/tiny"))).mkpath(QStringLiteral("runs"));
    const QStringList wanted{QStringLiteral("uniform"), QStringLiteral("autoregressive"),
                             QStringLiteral("ar-diffusion")};
    for (int i = 0; i < wanted.size(); ++i) {
        GenerationRequest request = RunFeeder::request(12, 200, 10);
        request.schedule.kind = wanted[i].toStdString();
        const RunRecord record = fake::FakeRun::make(request, 12, 200)->record(10);
        const QString path = f.path(QStringLiteral("models/tiny/runs/compare_%1_x.ardrun").arg(i + 1));
        QVERIFY(saveRun(record, path.toStdString()).has_value());
    }
    f.session().models()->refreshNow();
    f.window().showWelcome();
    f.picture(QStringLiteral("welcome-page"));
    const double speed = f.settings().playbackSpeed();
    f.central().welcome()->showMe()->click();
    QTRY_VERIFY_WITH_TIMEOUT(f.session().playback()->isPlaying(), WindowFixture::kWait);
    QVERIFY(!f.central().welcome()->isVisible());
    QCOMPARE(kinds(f.session()), wanted);
    QVERIFY(f.session().engine()->state() != EngineClient::State::Ready); // it needs none
    QVERIFY(f.session().playback()->speed() <= 2);
    QCOMPARE(f.settings().playbackSpeed(), speed);
    for (const LaneView *view : f.central().board()->lanes()) // the first one's words were hidden by the welcome
        QVERIFY(view->honesty().contains(QStringLiteral("recorded")) && view->strip()->isVisible());
}

QTEST_MAIN(TestCompare)
#include "tst_compare.moc"
