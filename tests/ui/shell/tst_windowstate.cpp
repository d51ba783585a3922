// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The state of the window and what of it is remembered: full screen, panels, theme, lecture mode, the first size; ids.
#include "plot/PlaneView.h"
#include "shell/ViewRegistry.h"
#include "ui/shell/WindowFixture.h"
#include "views/grid/TokenGridView.h"
#include "views/lane/BoardView.h"
#include "views/lane/LaneHeader.h"
#include "views/lane/LaneView.h"
#include "views/plane/PlanePanel.h"
#include "views/source/NumberBox.h"
#include "views/source/SamplingPanel.h"
#include "views/source/SourceNote.h"
#include "views/source/SourcePanel.h"
#include "views/strip/TextStripView.h"
#include "views/transport/ScrubRuler.h"
#include "views/transport/TransportBar.h"
#include <QAbstractButton>
#include <QAccessible>
#include <QPlainTextEdit>
#include <QSet>
#include <QSignalSpy>
#include <QToolButton>

using namespace ard;
using namespace ard::ui;
using test::WindowFixture;

class TestWindowState : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fullScreenComesBackMaximised();
    void ticksAreTheState();
    void themeOfTheSystemAfterAnother();
    void lectureModeLeavesNoTrace();
    void lectureOfSeveralLanes();
    void firstSize();
    void aRunUnderWayIsAFilm();
    void unknownWordsAreTold();
    void theFormStaysUnderTheMouse();
    void theTableShowsThatItHasTheKeyboard();
    void wordsAreSpoken();
    void idsFindThings();
};

void TestWindowState::fullScreenComesBackMaximised()
{
    WindowFixture f;
    f.window().showMaximized();
    QTRY_VERIFY(f.window().isMaximized());
    f.actions().fullScreen->trigger();
    QTRY_VERIFY(f.window().isFullScreen());
    f.actions().fullScreen->trigger();
    QTRY_VERIFY(!f.window().isFullScreen());
    QVERIFY(f.window().isMaximized());
}

void TestWindowState::ticksAreTheState()
{
    WindowFixture f;
    f.actions().fullScreen->trigger();
    f.actions().leftPanels->trigger();
    QVERIFY(!f.actions().leftPanels->isChecked());
    QVERIFY(f.window().close());
    {
        MainWindow again(&f.session(), &WindowFixture::theme());
        again.show();
        QCOMPARE(again.actions()->fullScreen->isChecked(), again.isFullScreen());
        QVERIFY(again.isFullScreen());
        again.actions()->fullScreen->trigger(); // the first press does something
        QTRY_VERIFY(!again.isFullScreen());
        QDockWidget *form = again.docks()->dock(QStringLiteral("sourceDock"));
        QVERIFY(form->isHidden());
        QVERIFY(!again.actions()->leftPanels->isChecked());
        again.actions()->leftPanels->trigger();
        QVERIFY(!form->isHidden());
        // A panel that is closed by its own button, too.
        again.resize(1440, 900);
        QCoreApplication::processEvents();
        again.docks()->dock(QStringLiteral("cardDock"))->close();
        QVERIFY(!again.actions()->rightPanels->isChecked());
        again.actions()->rightPanels->trigger();
        QVERIFY(!again.docks()->dock(QStringLiteral("cardDock"))->isHidden());
    }
}

void TestWindowState::themeOfTheSystemAfterAnother()
{
    WindowFixture f;
    WindowFixture::theme().setMode(AppSettings::Theme::Dark); // as --theme dark, which no setting remembers
    QCOMPARE(f.settings().theme(), AppSettings::Theme::System);
    QVERIFY(WindowFixture::theme().isDark());
    f.actions().themeSystem->trigger();
    QCOMPARE(WindowFixture::theme().mode(), AppSettings::Theme::System);
}

void TestWindowState::lectureModeLeavesNoTrace()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    f.actions().larger->trigger();
    const double scale = f.settings().uiScale();
    f.window().docks()->dock(QStringLiteral("runsDock"))->hide();
    f.actions().lecture->trigger();
    QVERIFY(WindowFixture::theme().shownScale() > scale * 1.4);
    QCOMPARE(f.settings().uiScale(), scale);
    QVERIFY(f.window().close());
    QCOMPARE(f.settings().uiScale(), scale);
    {
        MainWindow again(&f.session(), &WindowFixture::theme());
        again.show();
        QVERIFY(again.actions()->lecture->isChecked()); // the lecture goes on, and what was before it is kept
        QVERIFY(again.docks()->dock(QStringLiteral("sourceDock"))->isHidden());
        again.actions()->lecture->trigger();
        QVERIFY(!again.docks()->dock(QStringLiteral("sourceDock"))->isHidden());
        QVERIFY(again.docks()->dock(QStringLiteral("runsDock"))->isHidden());
        QCOMPARE(WindowFixture::theme().shownScale(), scale);
    }
    f.actions().lecture->trigger();
    QVERIFY(!f.window().docks()->dock(QStringLiteral("sourceDock"))->isHidden());
    QVERIFY(f.window().docks()->dock(QStringLiteral("runsDock"))->isHidden());
    f.actions().normalSize->trigger();
    QCOMPARE(WindowFixture::theme().shownScale(), 1.0);
}

void TestWindowState::lectureOfSeveralLanes()
{
    WindowFixture f({}, 31); // as many as the longest example of e2e needs: each has room for a word
    QVERIFY(f.startEngine());
    f.actions().compare->trigger();
    QVERIFY(f.runToTheEnd());
    f.window().resize(1280, 720);
    const LaneView *lane = f.central().board()->lanes().value(2);
    QVERIFY(lane);
    const auto height = [lane] {
        QCoreApplication::sendPostedEvents();
        PlaneView *view = lane->plane()->view();
        view->flush();
        return view->cellCentre({0, 20}).y() - view->cellCentre({0, 1}).y();
    };
    height();
    QVERIFY(lane->header()->closeButton()->isVisible() && lane->plane()->view()->state().wordsBelow);
    f.window().setLayout(AppSettings::Layout::Lecture);
    QVERIFY2(height() >= 720 * 0.3, qPrintable(QString::number(height())));
    QVERIFY(!lane->header()->closeButton()->isVisible());
    QVERIFY(!lane->plane()->view()->state().wordsBelow); // once is enough: in the strip
    QVERIFY(lane->strip()->isVisible() && !lane->honesty().isEmpty());
    f.picture(QStringLiteral("lecture-lanes"));
    f.window().setLayout(AppSettings::Layout::Compare); // as it was
    height();
    QVERIFY(lane->header()->closeButton()->isVisible() && lane->plane()->view()->state().wordsBelow);
    f.window().setLayout(AppSettings::Layout::Standard);
    height();
    QVERIFY(lane->header()->closeButton()->isVisible());
    QVERIFY(!lane->plane()->view()->state().wordsBelow); // panels leave columns of which only some could have a word
}

void TestWindowState::firstSize()
{
    for (const QSize screen :
         {QSize(1366, 768), QSize(1080, 1920), QSize(1280, 720), QSize(960, 600), QSize(3840, 2160)}) {
        const QSize first = firstWindowSize(screen);
        QVERIFY(first.width() < screen.width() && first.height() < screen.height());
        QVERIFY(first.width() <= 1440 && first.height() <= 900);
    }
    QCOMPARE(firstWindowSize({3840, 2160}), QSize(1440, 900));
    // The smallest of them is enough for everything.
    WindowFixture f({}, 16, 200);
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    f.window().resize(1024, 640);
    QCoreApplication::processEvents();
    QCOMPARE(f.window().size(), QSize(1024, 640));
    QVERIFY(f.central().transport()->ruler()->width() >= 120);
    f.picture(QStringLiteral("1024"));
}

void TestWindowState::aRunUnderWayIsAFilm()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    f.actions().asFastAsEngine->trigger();
    QVERIFY(!f.settings().asFastAsEngine());
    Playback *playback = f.session().playback();
    playback->setSpeed(Playback::kMaximumSpeed);
    QSignalSpy steps(f.session().cursor(), &Cursor::momentChanged);
    QVERIFY(f.runToTheEnd());
    QTRY_COMPARE(playback->step(), 20);
    QCOMPARE(steps.size(), 20); // every step was on the screen
    f.actions().asFastAsEngine->trigger();
    QVERIFY(f.settings().asFastAsEngine());
    QVERIFY(f.runToTheEnd());
    QTRY_COMPARE(playback->step(), 20);
}

void TestWindowState::unknownWordsAreTold()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    auto *note = f.window().findChild<SourceNote *>(QStringLiteral("form.sourceNote"));
    QVERIFY(note && note->isHidden());
    f.session().form()->setSource(QStringLiteral("two [UNK] dogs"));
    QVERIFY(f.runToTheEnd());
    QVERIFY(!note->isHidden());
    QVERIFY2(note->fullText().contains(QStringLiteral("1 of 3")), qPrintable(note->fullText()));
    f.session().form()->setSource(QStringLiteral("two dogs")); // of another source nothing is known yet
    QVERIFY(note->isHidden());
    QVERIFY(f.runToTheEnd());
    QVERIFY(note->isHidden());
    // Cut: told by the engine, whatever the log says.
    f.session().form()->setSource(QStringList(30, QStringLiteral("dogs")).join(QLatin1Char(' ')));
    QVERIFY(f.runToTheEnd());
    QVERIFY(!note->isHidden());
    QVERIFY2(note->fullText().contains(QStringLiteral("first 24 pieces")), qPrintable(note->fullText()));
    QVERIFY(!f.session().log()->allText().contains(QStringLiteral("pieces")));
}

void TestWindowState::theFormStaysUnderTheMouse()
{
    WindowFixture f;
    const QWidget *steps = f.window().docks()->sampling()->stepsBox();
    const auto place = [&f, steps] {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents(); // layouts
        return steps->mapTo(&f.window(), QPoint());
    };
    QVERIFY(f.startEngine()); // with the model's examples, as long as that model stays
    const QPoint before = place();
    f.session().form()->setSource(QString()); // "Type a source", under Run
    QVERIFY(!f.window().docks()->source()->problemText().isEmpty());
    QCOMPARE(place(), before);
    f.session().form()->setSource(QStringLiteral("two [UNK] dogs"));
    QVERIFY(f.runToTheEnd());
    QVERIFY(f.window().findChild<SourceNote *>(QStringLiteral("form.sourceNote"))->isVisible());
    QCOMPARE(place(), before);
    f.session().restartEngine(); // "Starting the engine"
    QVERIFY(!f.window().docks()->source()->problemText().isEmpty());
    QCOMPARE(place(), before);
    QTRY_VERIFY_WITH_TIMEOUT(f.session().canRun(), WindowFixture::kWait);
    QCOMPARE(place(), before);
}

void TestWindowState::theTableShowsThatItHasTheKeyboard()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    f.actions().showTable->trigger();
    QVERIFY(QTest::qWaitForWindowActive(&f.window()));
    QWidget *cells = f.central().grid()->viewport();
    const auto ring = [&f, cells] {
        const QImage image = cells->grab().toImage();
        int seen = 0;
        for (int y = 40; y < image.height() - 40; ++y)
            seen += image.pixelColor(2, y) == tonesOf(f.window().palette()).accent;
        return seen;
    };
    f.window().docks()->source()->sourceEdit()->setFocus();
    QCOMPARE(ring(), 0);
    f.central().grid()->setFocus();
    QVERIFY(ring() > 100);
}

void TestWindowState::wordsAreSpoken()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    const auto strip = [&f] {
        return QAccessible::queryAccessibleInterface(f.central().strip())->text(QAccessible::Name);
    };
    const auto plane = [&f] {
        return QAccessible::queryAccessibleInterface(f.central().plane()->view())->text(QAccessible::Description);
    };
    QVERIFY(plane().contains(QStringLiteral("plan")));
    QVERIFY(f.runToTheEnd());
    const Run *run = f.session().cursor()->run();
    f.session().playback()->seek(20);
    QVERIFY2(strip().contains(run->textAt(20)), qPrintable(strip()));
    QVERIFY2(plane().contains(run->textAt(20)), qPrintable(plane()));
    f.session().playback()->seek(4);
    QVERIFY(strip().contains(QStringLiteral("4 of 20")));
    QVERIFY(strip().contains(run->textAt(4)));
    f.session().cursor()->select(3, f.session().cursor()->film()->at(4));
    QVERIFY(plane().contains(QStringLiteral("position 3")));
    f.session().cursor()->select(5, f.session().cursor()->film()->at(4));
    QVERIFY(plane().contains(QStringLiteral("position 5")));
    QVERIFY(plane().contains(run->labelAt(4, 5)));
    f.session().playback()->seek(0);
    QVERIFY(strip().contains(QStringLiteral("noise")));
    for (QAbstractButton *button : f.window().findChildren<QAbstractButton *>()) {
        const QString name = QAccessible::queryAccessibleInterface(button)->text(QAccessible::Name);
        QCOMPARE(name, name.trimmed()); // the space before a text with an icon is not spoken
    }
}

void TestWindowState::idsFindThings()
{
    WindowFixture f;
    QSet<QString> ids;
    for (const QAction *action : f.actions().all()) {
        QVERIFY2(action->objectName().contains(QLatin1Char('.')), qPrintable(action->text()));
        QVERIFY2(!ids.contains(action->objectName()), qPrintable(action->objectName()));
        ids.insert(action->objectName());
    }
    QCOMPARE(f.actions().action(QStringLiteral("run.start")), f.actions().run);
    for (const QString &id : panelOrder())
        QVERIFY2(f.window().findChild<QWidget *>(id), qPrintable(id));
    QCOMPARE(f.window().docks()->docks().size(), viewKinds().size());
}

QTEST_MAIN(TestWindowState)
#include "tst_windowstate.moc"
