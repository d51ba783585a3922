// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Comparing with the keyboard alone: compare, add a lane, choose its timestep schedule, run, go to the next lane, into the jump,
// blink, remove the lane. Nothing here touches a mouse or an action.
#include "shell/LaneController.h"
#include "ui/shell/LaneChecks.h"
#include "views/lane/LaneDialog.h"
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>

using namespace ard;
using namespace ard::ui;
using test::allEnded;
using test::WindowFixture;

class TestLaneKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeWay();
    void menuHasAllOfIt();
    void lanesGoAround();
    void nothingWithOneLane();

private:
    /// To whoever has the keyboard now.
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *popup = QApplication::activePopupWidget();
        QWidget *target = popup ? popup : QApplication::focusWidget();
        QTest::keyClick(target ? target : QApplication::activeWindow(), key, modifiers);
    }
    /// Tab until the control has the keyboard. False: it cannot be reached.
    static bool tabTo(const QWidget *control)
    {
        for (int presses = 0; presses < 60 && QApplication::focusWidget() != control; ++presses)
            press(Qt::Key_Tab);
        return QApplication::focusWidget() == control;
    }
    /// As the window system does where one window opens over another or is closed; that of the tests leaves it to them.
    static bool enter(QWidget &window)
    {
        window.activateWindow();
        return QTest::qWaitFor([&] { return QApplication::activeWindow() == &window; }, WindowFixture::kWait);
    }
    static bool ready(WindowFixture &f)
    {
        f.window().resize(1280, 720);
        return f.startEngine() && QTest::qWaitForWindowActive(&f.window());
    }
};

void TestLaneKeys::wholeWay()
{
    WindowFixture f;
    QVERIFY(ready(f));
    Session &session = f.session();
    press(Qt::Key_D, Qt::ControlModifier); // compare
    QCOMPARE(session.board()->size(), 3);
    QVERIFY(allEnded(session));

    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier); // add a lane: which?
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu && menu->objectName() == QStringLiteral("lanes.addMenu"));
    QVERIFY(menu->activeAction());
    for (int presses = 0; presses < 20 && !menu->activeAction()->text().startsWith(QStringLiteral("Lagged")); ++presses)
        press(Qt::Key_Down);
    press(Qt::Key_Return);
    QVERIFY(!menu->isVisible());
    QVERIFY(enter(f.window()));
    QCOMPARE(session.board()->size(), 4);
    QVERIFY(allEnded(session)); // it ran, as the others have
    QCOMPARE(session.board()->at(3)->run()->record().request.schedule.kind, std::string("lagged"));
    QCOMPARE(session.cursor()->laneIndex(), 3);

    press(Qt::Key_L, Qt::ControlModifier); // what it has of its own
    auto *dialog = f.window().findChild<LaneDialog *>();
    QVERIFY(dialog);
    QVERIFY(dialog->isVisible());
    QVERIFY(enter(*dialog));
    auto *kind = dialog->findChild<QComboBox *>(QStringLiteral("lane.kind"));
    QVERIFY(tabTo(kind));
    press(Qt::Key_Home);
    while (kind->currentData().toString() != QStringLiteral("block") && kind->currentIndex() + 1 < kind->count())
        press(Qt::Key_Down);
    QCOMPARE(kind->currentData().toString(), QStringLiteral("block"));
    press(Qt::Key_Return);
    QVERIFY(!dialog->isVisible());
    QVERIFY(enter(f.window()));
    QCOMPARE(session.board()->at(3)->changes().schedule->kind, std::string("block"));

    press(Qt::Key_F5); // run
    QVERIFY(allEnded(session));
    QCOMPARE(session.board()->at(3)->run()->record().request.schedule.kind, std::string("block"));

    press(Qt::Key_PageDown, Qt::ControlModifier); // next lane, around the end
    QCOMPARE(session.cursor()->laneIndex(), 0);
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(f.central().board()->lanes()[0]->plane()->view()));

    press(Qt::Key_Home); // the first step
    press(Qt::Key_Period);
    press(Qt::Key_J); // into the jump
    QCOMPARE(session.jumps()->lane(), session.board()->at(0));
    QCOMPARE(session.jumps()->call(), 2);
    QDockWidget *jump = f.window().docks()->dock(QStringLiteral("jumpDock"));
    QVERIFY(jump->isVisible());
    const auto isInJump = [jump] { return jump->isAncestorOf(QApplication::focusWidget()); };
    for (int presses = 0; presses < 12 && !isInJump(); ++presses)
        press(Qt::Key_F6);
    QVERIFY(isInJump());
    for (int presses = 0; presses < 12 && isInJump(); ++presses)
        press(Qt::Key_F6);
    QVERIFY(!isInJump()); // and out again

    const Lane *mine = session.board()->at(0);
    press(Qt::Key_B); // blink
    QCOMPARE(session.board()->indexOf(mine), 1);
    press(Qt::Key_B);
    QCOMPARE(session.board()->indexOf(mine), 0);

    press(Qt::Key_W, Qt::ControlModifier); // away with it
    QCOMPARE(session.board()->size(), 3);
    QCOMPARE(session.board()->indexOf(mine), -1);
    QVERIFY(QApplication::focusWidget() && QApplication::focusWidget()->isVisible()); // the keyboard went with no lane
    press(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(session.board()->size(), 1);
}

/// All of it stands in one menu of the menu bar, and adding a lane shows there what a lane can be.
void TestLaneKeys::menuHasAllOfIt()
{
    WindowFixture f;
    QVERIFY(ready(f));
    QMenu *lanes = nullptr;
    for (const QAction *top : f.window().menuBar()->actions())
        if (top->menu<QMenu *>()->actions().contains(f.actions().compare))
            lanes = top->menu<QMenu *>();
    QVERIFY(lanes);
    for (const QAction *action : f.actions().all())
        if (action->objectName().startsWith(QStringLiteral("lanes.")))
            QVERIFY2(lanes->actions().contains(const_cast<QAction *>(action)), qPrintable(action->objectName()));
    auto *add = f.actions().addLane->menu<QMenu *>();
    QVERIFY(add);
    Q_EMIT add->aboutToShow();
    QStringList offered;
    for (const QAction *entry : add->actions())
        offered << entry->text();
    for (const TimestepScheduleKind &kind : timestepScheduleKinds()) // each, in the order of the registry
        QVERIFY2(offered.join(u'|').contains(QString::fromStdString(kind.title)), kind.name.c_str());
    QVERIFY(offered.contains(QStringLiteral("With settings of its own...")));
    add->actions().front()->trigger(); // one lane becomes two
    QCOMPARE(f.session().board()->size(), 2);
}

void TestLaneKeys::lanesGoAround()
{
    WindowFixture f;
    QVERIFY(ready(f));
    f.window().lanes()->compare({{}, {}, {}}, false);
    f.session().cursor()->setLane(0);
    QList<int> reached;
    for (int presses = 0; presses < 4; ++presses) {
        press(Qt::Key_PageDown, Qt::ControlModifier);
        reached << f.session().cursor()->laneIndex();
    }
    press(Qt::Key_PageUp, Qt::ControlModifier);
    press(Qt::Key_PageUp, Qt::ControlModifier);
    reached << f.session().cursor()->laneIndex();
    QCOMPARE(reached, (QList<int>{1, 2, 0, 1, 2}));
}

void TestLaneKeys::nothingWithOneLane()
{
    WindowFixture f;
    QVERIFY(ready(f));
    for (const QAction *action : {f.actions().nextLane, f.actions().previousLane, f.actions().changeLane,
                                  f.actions().closeLane, f.actions().laneLeft, f.actions().laneRight})
        QVERIFY2(!action->isEnabled(), qPrintable(action->objectName()));
    QVERIFY(f.actions().addLane->isEnabled());
}

QTEST_MAIN(TestLaneKeys)
#include "tst_lanekeys.moc"
