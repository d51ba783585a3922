// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Into the jump, in the window over the fake engine: opened by key, asked for, stepped through, compared, cancelled; and the other
// actions of the planes.
#include "models/JumpModel.h"
#include "support/Refusal.h"
#include "ui/shell/WindowFixture.h"
#include "views/jump/JumpView.h"
#include "views/ruler/RulerPanel.h"
#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

using namespace ard;
using namespace ard::ui;
using test::WindowFixture;

class TestJump : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void openedByKey();
    void filledAndSteppedThrough();
    void cancelled();
    void goesWithTheEngine();
    void actionsOfThePlanes();
};

namespace {

/// A run of two calls, whose first jump is so long that there is time to stop it.
bool runInTwoCalls(WindowFixture &f)
{
    if (!f.startEngine())
        return false;
    f.session().form()->setSamplingSteps(2);
    return f.runToTheEnd();
}

JumpView *jumpView(WindowFixture &f)
{
    return f.window().findChild<QDockWidget *>(QStringLiteral("jumpDock"))->findChild<JumpView *>();
}

} // namespace

void TestJump::openedByKey()
{
    WindowFixture f;
    JumpView *view = jumpView(f);
    QVERIFY(view && !view->isVisible());
    QVERIFY(f.startEngine() && f.runToTheEnd());
    f.session().playback()->seek(6);
    QTest::keyClick(&f.window(), Qt::Key_J);
    QVERIFY(view->isVisible());
    QCOMPARE(f.session().jumps()->call(), 7); // the next one
    QVERIFY(view->summary().contains(QString::number(f.session().jumps()->skipped())));
    QVERIFY(view->askButton()->isVisible() && view->askButton()->isEnabled());
    f.session().cursor()->select(3, 5); // the chosen one
    QTest::keyClick(&f.window(), Qt::Key_J);
    QCOMPARE(f.session().jumps()->call(), 5);
}

void TestJump::filledAndSteppedThrough()
{
    WindowFixture f;
    QVERIFY(f.startEngine() && f.runToTheEnd());
    JumpView *view = jumpView(f);
    Film *film = f.session().board()->at(0)->film();
    const int moments = film->size();
    f.session().jumps()->open(f.session().board()->at(0), 5);
    const int steps = f.session().jumps()->way().modelCalls();
    QTest::mouseClick(view->askButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(f.session().jumps()->comparison(), WindowFixture::kWait);
    QCOMPARE(film->size(), moments + steps - 1);
    QVERIFY(!view->askButton()->isVisible());
    QVERIFY2(view->summary().contains(QStringLiteral("0.25")), qPrintable(view->summary())); // how far
    QCOMPARE(view->model()->rowCount(), steps + 1 + 3);
    QCOMPARE(view->model()->kind(steps + 3), JumpModel::Kind::Distance);
    const Run *filled = film->filled(5);
    QCOMPARE(view->model()->index(2, 4).data().toString(), filled->labelAt(2, 4));
    // A row is a moment of the film, and the plane shows it between its executed steps.
    view->table()->setCurrentIndex(view->model()->index(2, 4));
    QCOMPARE(f.session().cursor()->moment(), Moment(4, 2));
    const PlaneState &plane = f.central().plane()->view()->state();
    QCOMPARE(plane.shownCalls, 4);
    QCOMPARE(plane.between, f.session().jumps()->way().timesteps[2]);
    QCOMPARE(plane.filled.size(), std::size_t(1));
    QCOMPARE(plane.filled.front().rows.size(), static_cast<std::size_t>(steps - 1));
    f.actions().forward->trigger(); // step by step like the rest of the film
    QCOMPARE(f.session().cursor()->moment(), steps > 3 ? Moment(4, 3) : Moment(5));
    f.session().playback()->last();
    QVERIFY(f.central().plane()->view()->state().between.empty());
    f.picture(QStringLiteral("jump"));
}

void TestJump::cancelled()
{
    WindowFixture f(QStringLiteral("--delay 20"));
    QVERIFY(runInTwoCalls(f));
    JumpView *view = jumpView(f);
    f.session().jumps()->open(f.session().board()->at(0), 1);
    QTest::mouseClick(view->askButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(f.session().jumps()->done() >= 1, WindowFixture::kWait);
    QVERIFY(view->cancelButton()->isVisible());
    QTest::mouseClick(view->cancelButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!f.session().jumps()->isFilling(), WindowFixture::kWait);
    QVERIFY(!f.session().jumps()->comparison());
    QVERIFY(f.session().jumps()->problem().isEmpty());
    QVERIFY(view->askButton()->isVisible()); // it can be asked again
    QTest::mouseClick(view->askButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(f.session().jumps()->comparison(), WindowFixture::kWait);
}

void TestJump::goesWithTheEngine()
{
    WindowFixture f(QStringLiteral("--delay 20"));
    QVERIFY(runInTwoCalls(f));
    f.session().jumps()->open(f.session().board()->at(0), 1);
    f.session().jumps()->fill();
    QTRY_VERIFY_WITH_TIMEOUT(f.session().jumps()->done() >= 1, WindowFixture::kWait);
    f.session().restartEngine();
    QTRY_VERIFY_WITH_TIMEOUT(!f.session().jumps()->isFilling(), WindowFixture::kWait);
    ARD_SAYS(f.session().jumps()->problem(), "The engine was restarted");
    QCOMPARE(jumpView(f)->summary(), f.session().jumps()->problem());
}

void TestJump::actionsOfThePlanes()
{
    WindowFixture f;
    QVERIFY(f.startEngine() && f.runToTheEnd());
    const PlaneState &plane = f.central().plane()->view()->state();
    QCOMPARE(plane.layout.columns(), 9);
    f.actions().allPositions->trigger();
    QCOMPARE(plane.layout.columns(), 12);
    f.actions().allPositions->trigger();
    QCOMPARE(plane.layout.columns(), 9);
    f.actions().figureMarks->trigger();
    QVERIFY(plane.figureMarks);
    f.session().playback()->seek(9);
    f.session().cursor()->hover(4, 5);
    f.picture(QStringLiteral("figure_marks"));
    f.actions().editSchedule->trigger();
    QVERIFY(plane.handle && plane.ghost);
    f.picture(QStringLiteral("edit_schedule"));
    f.actions().editSchedule->trigger();
    QVERIFY(!plane.handle);
    QVERIFY(f.central().plane()->ruler()->isVisible());
    f.actions().ruler->trigger();
    QVERIFY(!f.central().plane()->ruler()->isVisible());
}

QTEST_MAIN(TestJump)
#include "tst_jump.moc"
