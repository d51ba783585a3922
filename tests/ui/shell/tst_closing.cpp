// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing is lost: closing with unsaved runs, names of files, messages that stay, the list of runs.
#include "models/RunNames.h"
#include "shell/FileQuestions.h"
#include "shell/UnsavedRuns.h"
#include "ui/shell/WindowFixture.h"
#include "views/engine/Banner.h"
#include "views/origin/OriginLine.h"
#include "views/runs/RunsView.h"
#include <QAbstractButton>
#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>
#include <QToolButton>

using namespace ard;
using namespace ard::ui;
using test::WindowFixture;

namespace {

/// The question on the screen, found by name; nullptr: none.
QMessageBox *question(const WindowFixture &, const char *name)
{
    for (QWidget *widget : QApplication::topLevelWidgets())
        if (widget->objectName() == QLatin1String(name) && widget->isVisible())
            return qobject_cast<QMessageBox *>(widget);
    return nullptr;
}

void press(QMessageBox *box, QMessageBox::ButtonRole role)
{
    for (QAbstractButton *button : box->buttons())
        if (box->buttonRole(button) == role) {
            button->click();
            return;
        }
    QFAIL("no such button");
}

} // namespace

class TestClosing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_questions = fileQuestions(); }
    void cleanup() { fileQuestions() = m_questions; }
    void nothingToLoseClosesAtOnce();
    void oneQuestionNamesHowMany();
    void discardCloses();
    void saveAllSavesThenCloses();
    void aFailedSaveKeepsTheWindow();
    void aRunUnderWayIsAskedAbout();
    void suffixes_data();
    void suffixes();
    void anExistingFileIsAskedAbout();
    void picturesAreAskedAboutToo();
    void theDialogItselfLeavesTheQuestionToUs();
    void messagesStayAndAreLogged();
    void successEndsTheMessage();
    void runsAreToldApart();
    void runsAreNamedAndRemoved();
    void originOfTheRunOnScreen();
    void copies();

private:
    FileQuestions m_questions;
};

void TestClosing::nothingToLoseClosesAtOnce()
{
    WindowFixture f;
    QVERIFY(f.window().close());
    QVERIFY(!f.settings().windowState().isEmpty());
}

void TestClosing::oneQuestionNamesHowMany()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    for (int i = 0; i < 3; ++i)
        QVERIFY(f.runToTheEnd());
    QVERIFY(!f.window().close());
    QVERIFY(f.window().isVisible());
    QMessageBox *box = question(f, "unsavedRuns");
    QVERIFY(box);
    QVERIFY2(box->text().contains(QLatin1Char('3')), qPrintable(box->text()));
    f.picture(QStringLiteral("unsaved"), box);
    QVERIFY(!f.window().close()); // asked once, not twice
    press(box, QMessageBox::RejectRole);
    QVERIFY(f.window().isVisible());
    QCOMPARE(f.session().runs()->size(), 3);
}

void TestClosing::discardCloses()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    f.actions().quit->trigger();
    QVERIFY(f.window().isVisible());
    press(question(f, "unsavedRuns"), QMessageBox::DestructiveRole);
    QTRY_VERIFY(!f.window().isVisible());
}

void TestClosing::saveAllSavesThenCloses()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    QVERIFY(f.runToTheEnd()); // the same settings: the same proposed name
    const QString folder = f.path(QStringLiteral("kept"));
    QVERIFY(QDir().mkpath(folder));
    fileQuestions().folder = [folder](QWidget *, const QString &) { return folder; };
    f.window().close();
    press(question(f, "unsavedRuns"), QMessageBox::AcceptRole);
    QTRY_VERIFY(!f.window().isVisible());
    QCOMPARE(QDir(folder).entryList({QStringLiteral("*.ardrun")}).size(), 2);
}

void TestClosing::aFailedSaveKeepsTheWindow()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    fileQuestions().folder = [](QWidget *, const QString &) { return QStringLiteral("/does/not/exist"); };
    f.window().close();
    press(question(f, "unsavedRuns"), QMessageBox::AcceptRole);
    QTRY_VERIFY(f.central().banner()->text().contains(QStringLiteral("/does/not/exist")));
    QVERIFY(f.window().isVisible());
    QVERIFY(!f.session().cursor()->run()->isSaved());
    fileQuestions().folder = [](QWidget *, const QString &) { return QString(); }; // cancelled
    f.window().close();
    press(question(f, "unsavedRuns"), QMessageBox::AcceptRole);
    QVERIFY(f.window().isVisible());
}

void TestClosing::aRunUnderWayIsAskedAbout()
{
    WindowFixture f(QStringLiteral("--delay 40"));
    QVERIFY(f.startEngine());
    f.session().form()->setSamplingSteps(200); // under way for as long as the question is open, also on a busy machine
    f.actions().run->trigger();
    Run *run = f.session().cursor()->run();
    QTRY_VERIFY(run->frameCount() >= 2);
    f.window().close();
    QVERIFY(f.window().isVisible());
    const QString folder = f.path(QStringLiteral("kept"));
    QVERIFY(QDir().mkpath(folder));
    fileQuestions().folder = [folder](QWidget *, const QString &) { return folder; };
    press(question(f, "unsavedRuns"), QMessageBox::AcceptRole); // it is stopped, then saved
    QTRY_VERIFY_WITH_TIMEOUT(!f.window().isVisible(), WindowFixture::kWait);
    QCOMPARE(run->state(), Run::State::Cancelled);
    QVERIFY(run->isSaved());
}

void TestClosing::suffixes_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("right");
    QTest::newRow("none") << QStringLiteral("a") << QStringLiteral("a.ardrun");
    QTest::newRow("dots") << QStringLiteral("run 1.5") << QStringLiteral("run 1.5.ardrun");
    QTest::newRow("dot in the folder") << QStringLiteral("/x.y/a") << QStringLiteral("/x.y/a.ardrun");
    QTest::newRow("its own") << QStringLiteral("a.ardrun") << QStringLiteral("a.ardrun");
    QTest::newRow("capitals") << QStringLiteral("a.ARDRUN") << QStringLiteral("a.ARDRUN");
    QTest::newRow("dot at the end") << QStringLiteral("a.") << QStringLiteral("a..ardrun");
}

void TestClosing::suffixes()
{
    QFETCH(QString, given);
    QFETCH(QString, right);
    QCOMPARE(withSuffix(given, QStringLiteral(".ardrun")), right);
}

void TestClosing::anExistingFileIsAskedAbout()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    QFile there(f.path(QStringLiteral("a.ardrun")));
    QVERIFY(there.open(QIODevice::WriteOnly));
    there.write("precious");
    there.close();
    QStringList given{f.path(QStringLiteral("a")), f.path(QStringLiteral("b 1.5"))}, asked;
    fileQuestions().saveName = [&given](QWidget *, const SaveQuestion &) { return given.takeFirst(); };
    fileQuestions().mayReplace = [&asked](QWidget *, const QString &path) {
        asked << path;
        return false;
    };
    f.actions().save->trigger();
    QCOMPARE(asked, QStringList{there.fileName()}); // the name with its suffix, and asked for another one
    QTRY_VERIFY(QFile::exists(f.path(QStringLiteral("b 1.5.ardrun"))));
    QVERIFY(there.open(QIODevice::ReadOnly));
    QCOMPARE(there.readAll(), QByteArray("precious"));
}

void TestClosing::picturesAreAskedAboutToo()
{
    WindowFixture f;
    QFile there(f.path(QStringLiteral("a.png")));
    QVERIFY(there.open(QIODevice::WriteOnly));
    there.close();
    QStringList given{f.path(QStringLiteral("a")), f.path(QStringLiteral("v1.5"))}, asked;
    fileQuestions().saveName = [&given](QWidget *, const SaveQuestion &) { return given.takeFirst(); };
    fileQuestions().mayReplace = [&asked](QWidget *, const QString &path) {
        asked << path;
        return false;
    };
    f.actions().exportWindow->trigger();
    QCOMPARE(asked, QStringList{there.fileName()});
    QTRY_VERIFY(QFile::exists(f.path(QStringLiteral("v1.5.png"))));
    QCOMPARE(QFileInfo(there).size(), 0);
}

void TestClosing::theDialogItselfLeavesTheQuestionToUs()
{
    const QTemporaryDir folder;
    QFile there(folder.filePath(QStringLiteral("a")));
    QVERIFY(there.open(QIODevice::WriteOnly));
    bool seen = false, answered = false;
    QTimer::singleShot(0, this, [&] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        seen = true;
        dialog->selectFile(there.fileName());
        QMetaObject::invokeMethod(dialog, "accept");
        if (auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) {
            answered = true; // it would have asked about the name without the suffix
            box->reject();
        }
    });
    const QString name = m_questions.saveName(nullptr,
                                              {QStringLiteral("Save"), folder.filePath(QStringLiteral("b")),
                                               QStringLiteral("Runs (*.ardrun)"), QStringLiteral(".ardrun")});
    QVERIFY(seen && !answered);
    QCOMPARE(name, there.fileName());
}

void TestClosing::messagesStayAndAreLogged()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    f.session().saveRun(f.session().cursor()->run(), QStringLiteral("/does/not/exist/a.ardrun"));
    QTRY_VERIFY(!f.central().banner()->text().isEmpty());
    const QString first = f.central().banner()->text();
    QVERIFY(f.session().log()->allText().contains(first));
    // No timer hides it: another matter comes in front, and it is back when that is closed.
    for (const QTimer *timer : f.central().banner()->findChildren<QTimer *>())
        QVERIFY(!timer->isActive());
    f.session().openRun(f.path(QStringLiteral("gone.ardrun")));
    QTRY_VERIFY(f.central().banner()->text().contains(QStringLiteral("gone.ardrun")));
    f.picture(QStringLiteral("two-messages"));
    f.central().banner()->closeButton()->click();
    QCOMPARE(f.central().banner()->text(), first);
    f.central().banner()->closeButton()->click();
    QVERIFY(f.central().banner()->isHidden());
}

void TestClosing::successEndsTheMessage()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    Run *run = f.session().cursor()->run();
    f.session().saveRun(run, QStringLiteral("/does/not/exist/a.ardrun"));
    QTRY_VERIFY(!f.central().banner()->text().isEmpty());
    f.session().saveRun(run, f.path(QStringLiteral("a.ardrun")));
    QTRY_VERIFY(run->isSaved());
    QTRY_VERIFY(f.central().banner()->isHidden());
}

void TestClosing::runsAreToldApart()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QStringList labels;
    for (const char *kind : {"uniform", "ar-diffusion"})
        for (const quint64 seed : {7, 8}) {
            f.session().form()->setScheduleKind(QString::fromLatin1(kind));
            f.session().form()->setSeed(seed);
            QVERIFY(f.runToTheEnd());
            labels << runLabel(*f.session().cursor()->run());
        }
    // What tells them apart stands first, where a narrow list does not cut it.
    for (const QString &label : labels)
        QVERIFY2(label.indexOf(QStringLiteral("seed")) < 40, qPrintable(label));
    QVERIFY(labels[0].contains(QStringLiteral("Uniform · M 20 · seed 7")));
    QVERIFY(labels[1].contains(QStringLiteral("Uniform · M 20 · seed 8")));
    QVERIFY(labels[2].contains(QStringLiteral("AR-Diffusion · M 20 · seed 7")));
    QVERIFY(labels[0].contains(QStringLiteral("Blue Spice")));
    const auto *list = f.window().findChild<RunsView *>();
    QVERIFY(list);
    const QString shown = list->model()->index(0, 0).data().toString();
    QCOMPARE(shown.indexOf(QLatin1Char('*')), labels[0].indexOf(QLatin1Char(' '))); // unsaved: at the number
    QCOMPARE(QString(shown).remove(QLatin1Char('*')), labels[0]);
    QCOMPARE(list->contextMenuPolicy(), Qt::ActionsContextMenu);
    QVERIFY(list->actions().contains(f.actions().removeRun));
    f.picture(QStringLiteral("runs"));
    QVERIFY(!proposedFileName(*f.session().runs()->at(0)).contains(QLatin1Char('/')));
    QVERIFY(proposedFileName(*f.session().runs()->at(0)) != proposedFileName(*f.session().runs()->at(1)));
}

void TestClosing::runsAreNamedAndRemoved()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    QVERIFY(f.runToTheEnd());
    auto *list = f.window().findChild<RunsView *>();
    QVERIFY(QTest::qWaitForWindowActive(&f.window()));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_F2);
    auto *editor = list->findChild<QLineEdit *>();
    QVERIFY(editor);
    QTest::keyClicks(editor, QStringLiteral("mine: a/b"));
    QTest::keyClick(editor, Qt::Key_Return);
    Run *run = f.session().cursor()->run();
    QTRY_COMPARE(run->name(), QStringLiteral("mine: a/b"));
    QVERIFY(runLabel(*run).contains(run->name()));
    QCOMPARE(proposedFileName(*run), QStringLiteral("mine_ a_b.ardrun"));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete); // unsaved: asked about
    QCOMPARE(f.session().runs()->size(), 2);
    QVERIFY(!f.actions().reopenRun->isEnabled());
    press(question(f, "unsavedRun"), QMessageBox::DestructiveRole);
    QCOMPARE(f.session().runs()->size(), 1);
    f.actions().reopenRun->trigger(); // given up by mistake: it is back, at its place and on screen
    QCOMPARE(f.session().runs()->at(1), run);
    QCOMPARE(f.session().cursor()->run(), run);
    QVERIFY(!f.actions().reopenRun->isEnabled());
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    press(question(f, "unsavedRun"), QMessageBox::DestructiveRole);
    QCOMPARE(f.session().runs()->size(), 1);
    // Saved: gone at once; the key does nothing where the list has not the keyboard.
    Run *other = f.session().cursor()->run();
    f.session().saveRun(other, f.path(QStringLiteral("run 1.5.ardrun")));
    QTRY_VERIFY(other->isSaved());
    f.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&f.window()));
    f.window().focusFilm();
    QTest::keyClick(f.window().focusWidget(), Qt::Key_Delete);
    QCOMPARE(f.session().runs()->size(), 1);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(f.session().runs()->size(), 0);
    f.session().openRun(f.path(QStringLiteral("run 1.5.ardrun")));
    QTRY_COMPARE(f.session().runs()->size(), 1);
    QCOMPARE(f.session().cursor()->run()->name(), QStringLiteral("run 1.5"));
    // Where no run is shown no row claims to be, and each can be chosen again.
    f.session().show(nullptr);
    QVERIFY(!list->currentIndex().isValid());
    const QRect row = list->visualRect(list->model()->index(0, 0));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(f.session().cursor()->run(), f.session().runs()->at(0));
}

void TestClosing::originOfTheRunOnScreen()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    const auto *origin = f.window().findChild<OriginLine *>(QStringLiteral("run.origin"));
    QVERIFY(origin && origin->isHidden());
    f.session().form()->setSource(QStringLiteral("two dogs"));
    f.session().form()->setScheduleKind(QStringLiteral("lagged"));
    f.session().form()->setScheduleParameter(QStringLiteral("lag"), 15);
    f.session().form()->setRuler({"tail", 3, {}});
    f.session().form()->setParameter("eta", 0.5);
    f.session().form()->setSeed(7);
    QVERIFY(f.runToTheEnd());
    QCOMPARE(origin->differenceText(), QString());
    f.session().form()->setSource(QStringLiteral("something else")); // the run on screen keeps its own
    QVERIFY(origin->differenceText().contains(QStringLiteral("F5")));
    QVERIFY(!origin->isHidden());
    QCOMPARE(origin->sourceText(), QStringLiteral("two dogs"));
    for (const char *part : {"Lagged, lag 15", "tail=3", "M 20", "eta 0.5", "seed 7", "clamp", "computed here"})
        QVERIFY2(origin->settingsText().contains(QLatin1String(part)), qPrintable(origin->settingsText()));
    Run *run = f.session().cursor()->run();
    const QString model = QString::fromStdString(run->record().provenance.modelName);
    QVERIFY(!model.isEmpty() && origin->settingsText().contains(model));
    const QString path = f.path(QStringLiteral("seven.ardrun"));
    f.session().saveRun(run, path);
    QTRY_VERIFY(run->isSaved());
    f.session().openRun(path);
    QTRY_COMPARE(f.session().runs()->size(), 2);
    QVERIFY2(origin->settingsText().contains(QStringLiteral("recorded: seven.ardrun")),
             qPrintable(origin->settingsText()));
    f.picture(QStringLiteral("origin"));
    // What a saved run is of is told by the file alone; the form says so, too, or not.
    f.session().takeSettings(f.session().cursor()->run());
    QCOMPARE(origin->differenceText(), QString());
    f.session().form()->setParameter("eta", 1.0);
    QVERIFY(!origin->differenceText().isEmpty());
    f.session().show(run);
    f.session().form()->setParameter("eta", 0.5);
    QCOMPARE(origin->differenceText(), QString());
    f.session().form()->setScheduleParameter(QStringLiteral("anchor-scale"), 3); // lagged does not use it
    QCOMPARE(origin->differenceText(), QString());
    f.session().form()->setScheduleParameter(QStringLiteral("lag"), 16);
    QVERIFY(!origin->differenceText().isEmpty());
    f.session().form()->setScheduleParameter(QStringLiteral("lag"), 15);
    f.session().form()->newSeed();
    QVERIFY(!origin->differenceText().isEmpty());
    f.session().form()->setSeed(7);
    QCOMPARE(origin->differenceText(), QString());
}

void TestClosing::copies()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    Run *run = f.session().cursor()->run();
    QVERIFY(QTest::qWaitForWindowActive(&f.window()));
    f.session().playback()->seek(9);
    f.window().focusFilm();
    QTest::keyClick(f.window().focusWidget(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), run->textAt(9));
    f.actions().copyTable->trigger();
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 1 + run->frameCount());
    QCOMPARE(lines[3].split(QLatin1Char('\t')).size(), 1 + run->length());
    QCOMPARE(lines[3].split(QLatin1Char('\t'))[5], run->labelAt(3, 4));
}

QTEST_MAIN(TestClosing)
#include "tst_closing.moc"
