// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The plane without a mouse: everything that can be done in it is reached with the keyboard alone, and one sees where that is.
#include "shell/Shortcuts.h"
#include "ui/shell/WindowFixture.h"
#include "views/grid/TokenGridView.h"
#include <QAbstractButton>
#include <QContextMenuEvent>
#include <QMenu>

using namespace ard;
using namespace ard::ui;
using ard::test::WindowFixture;

class TestPlaneKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void comesToThePlane();
    void everyCell();
    void everyEntryOfItsMenu();
    void whatTheMenuDoesHasKeys();
    void foldedPositions();
    void theSchedule();

private:
    PlaneView *plane() { return m_fixture->central().plane()->view(); }
    Session &session() { return m_fixture->session(); }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *at = QApplication::focusWidget();
        QTest::keyClick(at ? at : &m_fixture->window(), Qt::Key(key), modifiers);
    }
    /// What the menu key opens where the keyboard is.
    QMenu *menu();

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestPlaneKeys::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->window().resize(1400, 900);
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    QVERIFY(m_fixture->startEngine() && m_fixture->runToTheEnd());
    plane()->setFocus(Qt::TabFocusReason);
}

QMenu *TestPlaneKeys::menu()
{
    QWidget *at = QApplication::focusWidget();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, at->rect().center(), at->mapToGlobal(at->rect().center()));
    QCoreApplication::sendEvent(at, &event);
    return m_fixture->central().plane()->findChild<QMenu *>();
}

void TestPlaneKeys::comesToThePlane()
{
    for (const int key : {Qt::Key_F6, Qt::Key_Tab}) {
        m_fixture->central().grid()->setFocus(Qt::OtherFocusReason);
        m_fixture->window().setFocus(Qt::OtherFocusReason);
        int pressed = 0;
        constexpr int kMost = 200; // controls of a window
        while (QApplication::focusWidget() != plane() && pressed++ < kMost)
            press(key);
        QVERIFY2(QApplication::focusWidget() == plane(), QByteArray::number(key).constData());
    }
    // It is seen: its ring is not there without the keyboard.
    const QImage with = plane()->grab().toImage();
    press(Qt::Key_Tab);
    QVERIFY(plane()->grab().toImage() != with);
}

void TestPlaneKeys::everyCell()
{
    session().cursor()->clear();
    session().playback()->seek(1);
    press(Qt::Key_Right); // where the film is
    QCOMPARE(session().cursor()->selected(), (Cell{0, 1}));
    const int columns = plane()->state().layout.columns();
    QSet<std::pair<int, int>> seen;
    for (int call = 1; call <= 20; ++call) {
        for (int n = 0; n < columns; ++n) {
            seen.insert({session().cursor()->position(), session().cursor()->moment().call});
            if (n + 1 < columns)
                press(call % 2 == 1 ? Qt::Key_Right : Qt::Key_Left);
        }
        if (call < 20)
            press(Qt::Key_Down);
    }
    QCOMPARE(seen.size(), 20 * columns);
    press(Qt::Key_Up);
    QCOMPARE(session().cursor()->moment().call, 19);
}

void TestPlaneKeys::everyEntryOfItsMenu()
{
    session().cursor()->select(3, 8);
    QMenu *menu = this->menu();
    QVERIFY(menu && menu->isVisible());
    // It comes at its cell.
    QVERIFY(QRect(plane()->mapToGlobal(QPoint()), plane()->size()).contains(menu->pos()));
    QList<QAction *> wanted, reached;
    for (QAction *action : menu->actions())
        if (action->isEnabled() && !action->isSeparator())
            wanted << action;
    QVERIFY(wanted.size() >= 8);
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        QTest::keyClick(menu, Qt::Key_Down);
        reached << menu->activeAction();
    }
    QCOMPARE(reached, wanted);
    QTest::keyClick(menu, Qt::Key_Down); // round to the first: the jump
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(session().jumps()->call(), 8);
}

/// Who knows the keys needs no menu: what is offered for a chosen cell has one of its own.
void TestPlaneKeys::whatTheMenuDoesHasKeys()
{
    for (const char *id : {"whatif.pin", "whatif.replace", "whatif.renoise", "whatif.seed", "whatif.branch",
                           "whatif.pinBeside", "whatif.renoiseBeside", "whatif.seedBeside", "film.intoJump",
                           "view.figureMarks", "view.editSchedule", "view.allPositions", "view.ruler"}) {
        const QAction *action = m_fixture->actions().action(QString::fromLatin1(id));
        QVERIFY2(action, id);
        QVERIFY2(!action->shortcuts().isEmpty(), id);
    }
    session().cursor()->select(3, 8);
    const Run *before = session().cursor()->run();
    press(Qt::Key_P);
    QTRY_VERIFY_WITH_TIMEOUT(session().cursor()->run() != before && !session().cursor()->run()->isLive(),
                             WindowFixture::kWait);
    QVERIFY(session().cursor()->run()->isPinned(9, 3));
    QCOMPARE(QApplication::focusWidget(), plane()); // one goes on where one is
}

void TestPlaneKeys::foldedPositions()
{
    auto *fold = plane()->findChild<QAbstractButton *>(QStringLiteral("plane.fold"));
    if (!fold->isVisible())
        QSKIP("the sentence of this run needs all positions");
    const int folded = plane()->state().layout.columns();
    press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), fold);
    press(Qt::Key_Space);
    QVERIFY(plane()->state().layout.columns() > folded);
    press(Qt::Key_Space);
    QCOMPARE(plane()->state().layout.columns(), folded);
}

void TestPlaneKeys::theSchedule()
{
    const double before = session().form()->values().schedule.anchorScale;
    press(Qt::Key_E);
    QVERIFY(plane()->state().handle);
    press(Qt::Key_Right);
    const double after = session().form()->values().schedule.anchorScale;
    QVERIFY(after != before);
    press(Qt::Key_Left);
    QCOMPARE(session().form()->values().schedule.anchorScale, before);
    press(Qt::Key_E);
    QVERIFY(!plane()->state().handle);
    session().cursor()->select(3, 8);
    press(Qt::Key_Right); // of the cells again
    QCOMPARE(session().cursor()->selected(), (Cell{4, 8}));
}

QTEST_MAIN(TestPlaneKeys)
#include "tst_planekeys.moc"
