// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whole boards in one file: lanes, runs and view come back in another session, and what fails loses nothing. The offer of what was not
// saved before the program was ended.
#include "session/BoardFiles.h"
#include "session/Recovery.h"
#include "shell/FileQuestions.h"
#include "shell/LaneController.h"
#include "shell/RecoveryOffer.h"
#include "shell/RunController.h"
#include "ui/ManualClock.h"
#include "ui/shell/LaneChecks.h"
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>

using namespace ard;
using namespace ard::ui;
using test::WindowFixture;

namespace {

/// Three lanes with runs, and a place in them.
bool fill(WindowFixture &f)
{
    if (!f.startEngine())
        return false;
    f.window().lanes()->setComparing(true);
    return test::allEnded(f.session());
}

bool saveTo(WindowFixture &f, const QString &path)
{
    QSignalSpy saved(f.session().boards(), &BoardFiles::saved);
    fileQuestions().saveName = [path](QWidget *, const SaveQuestion &) { return path; };
    f.actions().action(QStringLiteral("board.save"))->trigger();
    return QTest::qWaitFor([&saved] { return !saved.isEmpty(); }, WindowFixture::kWait);
}

bool openIn(WindowFixture &f, const QString &path)
{
    QSignalSpy opened(f.session().boards(), &BoardFiles::opened);
    f.window().runs()->openPath(path);
    return QTest::qWaitFor([&opened] { return !opened.isEmpty(); }, WindowFixture::kWait);
}

} // namespace

class TestBoards : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas();
    void lettersNamesAndJumpsComeBack();
    void aBoardWithoutLetters();
    void lanesKeepTheirSettings();
    void aBoardIsDroppedAndRemembered();
    void whatFailsChangesNothing();
    void unsavedRunsAreSavedInIt();
    void recoveryIsOffered();
    void recoveryNotNow();

private:
    QTemporaryDir m_folder;
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
};

void TestBoards::comesBackAsItWas()
{
    QStringList sentences, titles;
    QImage before;
    {
        WindowFixture f;
        QVERIFY(!f.actions().action(QStringLiteral("board.save"))->isEnabled());
        QVERIFY(fill(f));
        f.session().cursor()->setLane(1);
        f.session().playback()->seek(7);
        f.session().cursor()->select(4, 7);
        f.session().cursor()->setLink(Cursor::Link::Share);
        f.actions().colourEntropy->trigger();
        f.actions().tailZoom->trigger();
        for (const Lane *lane : f.session().board()->lanes())
            sentences << lane->run()->textAt(20);
        QVERIFY(f.actions().action(QStringLiteral("board.save"))->isEnabled());
        QVERIFY(saveTo(f, path("mine")));
        f.picture(QStringLiteral("board-before"));
    }
    QVERIFY(QFile::exists(path("mine.ardboard")));
    WindowFixture f;
    QVERIFY(openIn(f, path("mine.ardboard")));
    const QList<Lane *> &lanes = f.session().board()->lanes();
    QCOMPARE(lanes.size(), 3);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(lanes[i]->run());
        QCOMPARE(lanes[i]->run()->textAt(20), sentences[i]);
        QVERIFY(lanes[i]->run()->isSaved());
        QVERIFY(lanes[i]->run()->filePath().isEmpty()); // a save of the run does not overwrite the board
    }
    QCOMPARE(lanes[1]->changes().schedule.has_value() || lanes[0]->changes().schedule.has_value(), true);
    const Cursor *cursor = f.session().cursor();
    QCOMPARE(cursor->laneIndex(), 1);
    QCOMPARE(cursor->moment(), Moment(7));
    QCOMPARE(cursor->position(), 4);
    QCOMPARE(cursor->link(), Cursor::Link::Share);
    QVERIFY(f.actions().colourEntropy->isChecked());
    QVERIFY(f.actions().tailZoom->isChecked());
    QCOMPARE(f.session().runs()->size(), 3);
    QVERIFY(f.session().runs()->unsaved().isEmpty());
    f.picture(QStringLiteral("board-after"));
}

/// What somebody says of a board, "in B the jump of call 5", is still so when it is opened again.
void TestBoards::lettersNamesAndJumpsComeBack()
{
    const auto letters = [](WindowFixture &f) {
        QString all;
        for (const LaneView *view : f.central().board()->lanes())
            all += view->lane()->letter() + view->objectName().back();
        return all;
    };
    int moments = 0;
    QString word;
    {
        WindowFixture f;
        QVERIFY(fill(f));
        Board *board = f.session().board();
        QVERIFY(board->remove(1));
        board->swap(0, 1);
        QCOMPARE(letters(f), QStringLiteral("CCAA"));
        board->at(1)->run()->setName(QStringLiteral("the one that I mean"));
        f.session().jumps()->open(board->at(1), 5);
        f.session().jumps()->fill();
        QTRY_VERIFY_WITH_TIMEOUT(f.session().jumps()->comparison(), WindowFixture::kWait);
        moments = board->at(1)->film()->size();
        word = board->at(1)->film()->label({4, 2}, 3);
        QVERIFY(moments > 21 && !word.isEmpty());
        QVERIFY(saveTo(f, path("letters")));
    }
    WindowFixture f;
    QVERIFY(openIn(f, path("letters.ardboard")));
    Board *board = f.session().board();
    QCOMPARE(letters(f), QStringLiteral("CCAA"));
    QCOMPARE(board->add()->letter(), QStringLiteral("B")); // the one that is free
    QCOMPARE(board->at(1)->run()->name(), QStringLiteral("the one that I mean"));
    QVERIFY(board->at(0)->run()->name().isEmpty());
    QVERIFY(!board->at(0)->film()->filled(5));
    QCOMPARE(board->at(1)->film()->size(), moments);
    QCOMPARE(board->at(1)->film()->label({4, 2}, 3), word);
    // It is as if the engine had just answered: the jump is told with its distance.
    f.session().jumps()->open(board->at(1), 5);
    QVERIFY(f.session().jumps()->comparison());
    QCOMPARE(f.session().jumps()->done(), f.session().jumps()->way().modelCalls());
}

void TestBoards::aBoardWithoutLetters()
{
    BoardRecord record;
    {
        WindowFixture f;
        QVERIFY(fill(f));
        QVERIFY(f.session().board()->remove(0));
        f.session().jumps()->open(f.session().board()->at(0), 5);
        f.session().jumps()->fill();
        QTRY_VERIFY_WITH_TIMEOUT(f.session().jumps()->comparison(), WindowFixture::kWait);
        QVERIFY(saveTo(f, path("older")));
        record = *loadBoard(path("older.ardboard").toStdString());
        QCOMPARE(record.lanes[0].letter, 1);
        QCOMPARE(record.lanes[0].jumps.size(), std::size_t(1));
    }
    for (BoardLane &lane : record.lanes) // of an older file, or twice the same of a bad one
        lane.letter = lane.letter == 1 ? -1 : 2;
    record.lanes[0].jumps[0].call = 7; // and a jump of another place
    QVERIFY(saveBoard(record, path("older.ardboard").toStdString()));
    WindowFixture f;
    QVERIFY(openIn(f, path("older.ardboard")));
    QCOMPARE(f.session().board()->at(0)->letter(), QStringLiteral("A"));
    QCOMPARE(f.session().board()->at(1)->letter(), QStringLiteral("B"));
    QVERIFY(!f.session().board()->at(0)->film()->filled(7));
}

void TestBoards::lanesKeepTheirSettings()
{
    {
        WindowFixture f;
        QVERIFY(f.startEngine());
        f.session().form()->setSource(QStringLiteral("two dogs"));
        f.session().compare({LaneChanges(), test::steps(7), LaneChanges()});
        LaneChanges other;
        other.seed = 99;
        f.session().board()->at(2)->setChanges(other);
        f.session().cursor()->setLane(0);
        f.session().startLanes();
        QVERIFY(test::allEnded(f.session()));
        QVERIFY(saveTo(f, path("settings.ardboard")));
    }
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(openIn(f, path("settings.ardboard")));
    QCOMPARE(f.session().form()->source(), QStringLiteral("two dogs"));
    QVERIFY(f.session().board()->at(0)->changes().isEmpty());
    QCOMPARE(f.session().board()->at(1)->changes(), test::steps(7));
    QCOMPARE(f.session().board()->at(2)->changes().seed, std::optional<std::uint64_t>(99));
    for (const Lane *lane : f.session().board()->lanes())
        QVERIFY(!f.session().formDiffers(lane)); // Run would make the same again
}

void TestBoards::aBoardIsDroppedAndRemembered()
{
    {
        WindowFixture f;
        QVERIFY(fill(f));
        QVERIFY(saveTo(f, path("drop.ardboard")));
        QCOMPARE(f.settings().recentFiles().value(0), path("drop.ardboard"));
    }
    WindowFixture f;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path("drop.ardboard"))});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&f.window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&f.window(), &drop);
    QTRY_COMPARE(f.session().board()->size(), 3);
    QCOMPARE(f.settings().recentFiles().value(0), path("drop.ardboard"));
}

void TestBoards::whatFailsChangesNothing()
{
    WindowFixture f;
    QVERIFY(fill(f));
    QFile broken(path("broken.ardboard"));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("not a board");
    broken.close();
    QSignalSpy failed(f.session().boards(), &BoardFiles::openFailed);
    f.window().runs()->openPath(broken.fileName());
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(f.session().notices()->newest().contains(QLatin1String("This is not a board file")));
    QCOMPARE(f.session().board()->size(), 3);
    QCOMPARE(f.session().runs()->size(), 3);
    QSignalSpy unsaved(f.session().boards(), &BoardFiles::saveFailed);
    f.session().boards()->save(path("no/such/folder.ardboard"), {});
    QTRY_COMPARE(unsaved.size(), 1);
    QCOMPARE(f.session().runs()->unsaved().size(), 3);
}

void TestBoards::unsavedRunsAreSavedInIt()
{
    WindowFixture f;
    QVERIFY(fill(f));
    QCOMPARE(f.session().runs()->unsaved().size(), 3);
    QVERIFY(saveTo(f, path("all.ardboard")));
    QVERIFY(f.session().runs()->unsaved().isEmpty());
    QVERIFY(f.window().close()); // nothing is asked
}

void TestBoards::recoveryIsOffered()
{
    const QString folder = path("recovery");
    {
        WindowFixture f;
        test::ManualClock clock;
        Recovery recovery(f.session().runs(), f.session().log(), folder, &clock);
        QVERIFY(f.startEngine());
        QVERIFY(f.runToTheEnd());
        QTRY_VERIFY(
            (clock.advance(Recovery::kGap), !QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty()));
    } // it crashes
    WindowFixture f;
    Recovery recovery(f.session().runs(), f.session().log(), folder);
    QCOMPARE(recovery.found().size(), 1);
    offerRecovery(&recovery, &f.window());
    auto *box = f.window().findChild<QMessageBox *>(QStringLiteral("recovery"));
    QVERIFY(box && box->isVisible());
    QVERIFY(box->informativeText().contains(folder));
    f.picture(QStringLiteral("recovery"), box);
    const QSignalSpy back(&recovery, &Recovery::broughtBack);
    box->defaultButton()->click();
    QTRY_COMPARE(back.size(), 1);
    QCOMPARE(f.session().runs()->unsaved().size(), 1);
    recovery.end();
}

void TestBoards::recoveryNotNow()
{
    const QString folder = path("later");
    {
        WindowFixture f;
        test::ManualClock clock;
        Recovery recovery(f.session().runs(), f.session().log(), folder, &clock);
        QVERIFY(f.startEngine());
        QVERIFY(f.runToTheEnd());
        QTRY_VERIFY(
            (clock.advance(Recovery::kGap), !QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty()));
    }
    {
        WindowFixture f;
        Recovery recovery(f.session().runs(), f.session().log(), folder);
        offerRecovery(&recovery, &f.window());
        auto *box = f.window().findChild<QMessageBox *>(QStringLiteral("recovery"));
        QVERIFY(box);
        QTest::keyClick(box, Qt::Key_Escape);
        QVERIFY(f.session().runs()->runs().isEmpty());
    }
    WindowFixture f;
    Recovery recovery(f.session().runs(), f.session().log(), folder);
    offerRecovery(&recovery, &f.window());
    QVERIFY(!f.window().findChild<QMessageBox *>(QStringLiteral("recovery")));
}

QTEST_MAIN(TestBoards)
#include "tst_boards.moc"
