// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window with the fake engine: from the first look to a finished run, keys, engine trouble, layout, sizes, themes.
#include "plot/PlaneView.h"
#include "shell/SettingsDialog.h"
#include "ui/shell/WindowFixture.h"
#include "views/card/TokenCardView.h"
#include "views/engine/Banner.h"
#include "views/engine/EngineChip.h"
#include "views/grid/TokenGridView.h"
#include "views/plane/PlanePanel.h"
#include "views/source/NumberBox.h"
#include "views/source/SamplingPanel.h"
#include "views/source/SourcePanel.h"
#include "views/strip/TextStripView.h"
#include "views/transport/ScrubRuler.h"
#include "views/transport/TransportBar.h"
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <csignal>

using namespace ard;
using namespace ard::ui;
using test::WindowFixture;

class TestWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void usableWithoutAnEngine();
    void runStepScrubSelect();
    void keysAnywhere();
    void spacePressesAFocusedButton();
    void escapeStopsThenClears();
    void killedEngineKeepsEverything();
    void saveOpenShowsTheSame();
    void exampleRuns();
    void layoutIsRemembered();
    void smallWindow();
    void themesAndSizes();
    void lectureMode();
    void settingsDialog();
    void otherSchedulesAndRulers();
    void theFutureIsShownOnRequestOnly();
};

void TestWindow::otherSchedulesAndRulers()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    GenerationForm *form = f.session().form();
    form->setScheduleKind(QStringLiteral("lagged"));
    form->setScheduleParameter(QStringLiteral("lag"), 15);
    form->setRuler({"list", 5, {300, 200, 150, 90, 40, 10}});
    QVERIFY2(form->hasPlan(), qPrintable(form->problem()));
    QCOMPARE(form->values().samplingSteps, 7); // the first and the last sentence step are added
    f.picture(QStringLiteral("lagged-list"));
    QVERIFY(f.runToTheEnd());
    QCOMPARE(f.session().cursor()->run()->frameCount(), 7);
    form->setRuler({"tail", 3, {}});
    QCOMPARE(form->values().samplingSteps, 20); // as before the list
    form->setScheduleKind(QStringLiteral("custom"));
    QVERIFY(!form->hasPlan());
    f.actions().newRun->trigger();
    f.picture(QStringLiteral("custom-without-table"));
}

void TestWindow::theFutureIsShownOnRequestOnly()
{
    WindowFixture f({}, 16, 200);
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    const Run *run = f.session().cursor()->run();
    f.session().playback()->seek(7);
    f.session().cursor()->hover(3, 12);
    f.actions().showBoth->trigger();
    const auto settled = [&f] { // words that the strip calls settled for good, by word
        int words = 0;
        for (int n = 0; n < 16; ++n)
            words += f.central().strip()->model()->index(n, 0).data(TextStripModel::SettledByWordRole).toInt() > 0;
        return words;
    };
    const auto later = [&f] { return f.central().grid()->steps()->index(11, 3).data().toString(); };
    const auto tooltip = [&f] { return f.central().plane()->tooltip({3, 12}); };
    const auto told = [&] { return QStringList{later(), f.window().docks()->card()->word(), tooltip()}; };
    QVERIFY(!f.actions().showFuture->isChecked());
    QVERIFY(later().isEmpty());
    QCOMPARE(f.window().docks()->card()->word(), QStringLiteral("–"));
    QVERIFY(!tooltip().contains(QStringLiteral("probability")));
    QCOMPARE(settled(), 0);
    const QStringList before = told();
    f.picture(QStringLiteral("future-hidden"));

    f.actions().showFuture->trigger();
    QCOMPARE(later(), run->labelAt(12, 3));
    QCOMPARE(f.window().docks()->card()->word(), run->labelAt(12, 3));
    QVERIFY(tooltip().contains(run->labelAt(12, 3) + QStringLiteral(", probability")));
    int byWord = 0; // that call 7 is the last one to change, or an earlier one
    for (int n = 0; n < 16; ++n)
        byWord += run->settle().byWord(n) <= 7;
    QCOMPARE(settled(), byWord);
    QVERIFY(f.central().grid()->steps()->index(11, 3).data(StepTableModel::LaterRole).toBool());
    f.picture(QStringLiteral("future-shown"));

    f.actions().showFuture->trigger();
    QCOMPARE(told(), before);
    QCOMPARE(settled(), 0);
}

void TestWindow::settingsDialog()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    const QString before = f.session().settings()->engineCommand();
    f.actions().settings->trigger();
    auto *dialog = f.window().findChild<SettingsDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->engineEdit()->text(), before);
    f.picture(QStringLiteral("settings"), dialog);
    dialog->engineEdit()->setText(QStringLiteral("ssh \"gpu-box"));
    dialog->accept();
    QVERIFY(dialog->isVisible()); // a quote is open
    QVERIFY(!dialog->problemLabel()->text().isEmpty());
    QCOMPARE(f.session().settings()->engineCommand(), before);
    dialog->engineEdit()->setText(QStringLiteral("/does/not/exist serve"));
    dialog->folderList()->addItem(f.path(QStringLiteral("more")));
    dialog->accept();
    QCOMPARE(f.session().settings()->modelFolders(), QStringList{f.path(QStringLiteral("more"))});
    QTRY_COMPARE_WITH_TIMEOUT(f.session().engine()->state(), EngineClient::State::Failed, WindowFixture::kWait);
    QVERIFY(f.session().cursor()->run()->frameCount() > 0); // what is on screen stays
    f.session().settings()->engineCommand.set(before);
    f.session().restartEngine();
    QTRY_VERIFY_WITH_TIMEOUT(f.session().canRun(), WindowFixture::kWait);
}

void TestWindow::usableWithoutAnEngine()
{
    WindowFixture f(QStringLiteral("--die-at-start"));
    f.session().start(f.path(QStringLiteral("models/tiny")));
    QTRY_COMPARE_WITH_TIMEOUT(f.session().engine()->state(), EngineClient::State::Failed, WindowFixture::kWait);
    QVERIFY(!f.central().banner()->text().isEmpty());
    QVERIFY(!f.central().banner()->restartButton()->isHidden());
    QVERIFY(!f.actions().run->isEnabled());
    const PlaneState &plane = f.central().plane()->view()->state();
    QVERIFY(plane.preview);
    QCOMPARE(plane.layout.positions(), 12);
    f.window().docks()->sampling()->stepsBox()->setValue(5);
    QCOMPARE(plane.layout.modelCalls(), 5);
    QVERIFY(!f.session().form()->source().isEmpty()); // an example is offered
    f.picture(QStringLiteral("engine-failed"));
}

void TestWindow::runStepScrubSelect()
{
    WindowFixture f({}, 16, 200);
    QVERIFY(f.startEngine());
    f.picture(QStringLiteral("welcome"));
    QVERIFY(f.actions().run->isEnabled());
    QVERIFY(f.runToTheEnd());
    Run *run = f.session().cursor()->run();
    QCOMPARE(run->state(), Run::State::Complete);
    QTRY_COMPARE(f.session().playback()->step(), 20);
    QCOMPARE(f.central().transport()->label(), QStringLiteral("step 20 of 20 · s 0"));
    f.actions().first->trigger();
    QCOMPARE(f.session().playback()->step(), 0);
    f.actions().forward->trigger();
    QCOMPARE(f.session().playback()->step(), 1);
    f.central().transport()->ruler()->setValue(12);
    QCOMPARE(f.session().playback()->step(), 12);
    Q_EMIT f.central().plane()->view()->cellSelected(4, 12);
    QCOMPARE(f.window().docks()->card()->word(), run->labelAt(12, 4));
    f.picture(QStringLiteral("plane"));
    f.actions().showBoth->trigger();
    QVERIFY(f.central().plane()->isVisible() && f.central().grid()->isVisible());
    f.actions().colourProbability->trigger();
    f.picture(QStringLiteral("both"));
    f.actions().showTable->trigger();
    QVERIFY(!f.central().plane()->isVisible());
    f.actions().colourEntropy->trigger();
    f.picture(QStringLiteral("table"));
    f.actions().newRun->trigger();
    QVERIFY(f.central().plane()->view()->state().preview);
    QCOMPARE(f.session().runs()->size(), 1);
}

void TestWindow::keysAnywhere()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(QTest::qWaitForWindowActive(&f.window()));
    QTest::keyClick(&f.window(), Qt::Key_F5);
    QTRY_VERIFY(f.session().cursor()->run() && !f.session().cursor()->run()->isLive());
    f.central().plane()->view()->setFocus();
    QTest::keyClick(f.central().plane()->view(), Qt::Key_Home);
    QCOMPARE(f.session().playback()->step(), 0);
    QTest::keyClick(f.central().plane()->view(), Qt::Key_Period);
    QCOMPARE(f.session().playback()->step(), 1);
    // In the text field it is a blank.
    QPlainTextEdit *source = f.window().docks()->source()->sourceEdit();
    source->setFocus();
    source->clear();
    QTest::keyClick(source, Qt::Key_Space);
    QCOMPARE(source->toPlainText(), QStringLiteral(" "));
    QVERIFY(!f.session().playback()->isPlaying());
}

void TestWindow::spacePressesAFocusedButton()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    QVERIFY(QTest::qWaitForWindowActive(&f.window()));
    const auto seed = f.session().form()->values().seed;
    for (auto *button : f.window().docks()->sampling()->findChildren<QAbstractButton *>()) {
        if (!button->isVisible()) // belongs to another timestep schedule
            continue;
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }
    QVERIFY(f.session().form()->values().seed != seed);
    QVERIFY(!f.session().playback()->isPlaying());
}

void TestWindow::escapeStopsThenClears()
{
    WindowFixture f(QStringLiteral("--delay 60"));
    QVERIFY(f.startEngine());
    QVERIFY(QTest::qWaitForWindowActive(&f.window()));
    f.actions().run->trigger();
    Run *run = f.session().cursor()->run();
    QTRY_VERIFY(run->frameCount() >= 2);
    f.picture(QStringLiteral("running"));
    f.session().cursor()->select(1, 1);
    QTest::keyClick(&f.window(), Qt::Key_Escape);
    QTRY_COMPARE(run->state(), Run::State::Cancelled);
    QVERIFY(f.session().cursor()->selected().isValid());
    QTRY_VERIFY(!f.actions().stop->isEnabled());
    QTest::keyClick(&f.window(), Qt::Key_Escape);
    QVERIFY(!f.session().cursor()->selected().isValid());
}

void TestWindow::killedEngineKeepsEverything()
{
    WindowFixture f(QStringLiteral("--delay 40"));
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    f.actions().run->trigger();
    Run *run = f.session().cursor()->run();
    QTRY_VERIFY(run->frameCount() >= 3);
    QCOMPARE(::kill(static_cast<pid_t>(f.session().engine()->processId()), SIGKILL), 0);
    QTRY_COMPARE_WITH_TIMEOUT(f.session().engine()->state(), EngineClient::State::Failed, WindowFixture::kWait);
    QCOMPARE(f.session().runs()->size(), 2);
    QVERIFY(run->frameCount() >= 3);
    QCOMPARE(f.central().grid()->steps()->rowCount(), run->frameCount());
    QVERIFY(f.central().banner()->text().contains(QStringLiteral("kept")));
    QCOMPARE(f.window().engineChip()->text(), QStringLiteral("Engine stopped"));
    f.picture(QStringLiteral("engine-killed"));
    f.central().banner()->restartButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(f.session().canRun(), WindowFixture::kWait);
    QVERIFY(f.central().banner()->isHidden());
}

void TestWindow::saveOpenShowsTheSame()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    Run *run = f.session().cursor()->run();
    const QString path = f.path(QStringLiteral("one.ardrun"));
    f.session().saveRun(run, path);
    QTRY_VERIFY(run->isSaved());
    QVERIFY(!f.actions().save->isEnabled());
    f.session().openRun(path);
    QTRY_COMPARE(f.session().runs()->size(), 2);
    Run *opened = f.session().cursor()->run();
    QVERIFY(opened != run);
    f.session().playback()->seek(8);
    const auto picture = [&f](Run *shown) {
        f.session().show(shown);           // at the same step
        QCoreApplication::processEvents(); // the strip above takes the height that it needs
        f.central().plane()->view()->flush();
        return f.central().plane()->grab().toImage();
    };
    const QImage before = picture(run);
    QCOMPARE(f.session().playback()->step(), 8);
    QCOMPARE(picture(opened), before);
    QCOMPARE(f.session().playback()->step(), 8);
}

void TestWindow::exampleRuns()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    const QString folder =
        QFileInfo(QString::fromStdString(f.session().form()->model().folder)).filePath() + QStringLiteral("/runs");
    QVERIFY(QDir().mkpath(folder));
    Run *run = f.session().cursor()->run();
    f.session().saveRun(run, folder + QStringLiteral("/long_sentence.ardrun"));
    QTRY_VERIFY(run->isSaved());
    f.session().saveRun(run, folder + QStringLiteral("/a_failure_with_names.ardrun"));
    QTRY_COMPARE(run->filePath(), folder + QStringLiteral("/a_failure_with_names.ardrun"));
    f.session().models()->refreshNow();
    QStringList titles; // of this model: bundled ones may have some, too
    for (const ExampleRun &example : f.session().models()->exampleRuns())
        if (example.path.startsWith(folder))
            titles << example.title;
    QCOMPARE(titles, (QStringList{QStringLiteral("long sentence"), QStringLiteral("a failure with names")}));
    QAction *wanted = nullptr;
    for (QAction *action : f.window().menuBar()->findChildren<QAction *>())
        if (action->text() == QStringLiteral("long sentence"))
            wanted = action;
    QVERIFY(wanted);
    auto *menu = qobject_cast<QMenu *>(wanted->parent());
    QVERIFY(menu);
    menu->resize(menu->sizeHint());
    f.picture(QStringLiteral("example-runs"), menu);
    wanted->trigger();
    QTRY_COMPARE(f.session().runs()->size(), 2);
    QVERIFY(f.session().playback()->isPlaying()); // from its first step
    QVERIFY(f.session().playback()->step() < run->frameCount());
}

void TestWindow::layoutIsRemembered()
{
    WindowFixture f;
    QDockWidget *card = f.window().docks()->docks().at(2);
    QVERIFY(card->isVisible());
    card->hide();
    f.window().close();
    QVERIFY(!f.settings().windowState().isEmpty());
    MainWindow again(&f.session(), &WindowFixture::theme());
    again.show();
    QVERIFY(!again.docks()->docks().at(2)->isVisible());
    again.docks()->reset();
    QVERIFY(again.docks()->docks().at(2)->isVisible());
    f.settings().windowState.set(QByteArray("nonsense"));
    MainWindow fresh(&f.session(), &WindowFixture::theme());
    fresh.show();
    QVERIFY(fresh.docks()->docks().at(2)->isVisible());
}

void TestWindow::smallWindow()
{
    WindowFixture f({}, 48, 2000);
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    f.window().resize(1024, 640);
    QCoreApplication::sendPostedEvents();          // layouts
    QCOMPARE(f.window().size(), QSize(1024, 640)); // nothing forces it to be larger
    const QSize least = f.window().minimumSizeHint();
    QCOMPARE(least.boundedTo(QSize(1024, 640)), least);
    QVERIFY(f.central().plane()->view()->height() >= 200);
    f.session().playback()->seek(13);
    f.picture(QStringLiteral("small"));
}

void TestWindow::themesAndSizes()
{
    WindowFixture f({}, 16, 200);
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    f.session().playback()->seek(14);
    f.session().cursor()->select(6, 14);
    f.actions().themeDark->trigger();
    QVERIFY(WindowFixture::theme().isDark());
    QVERIFY(f.window().palette().color(QPalette::Window).lightness() < 128);
    QCOMPARE(f.central().plane()->view()->state().tones, &darkTones());
    f.picture(QStringLiteral("dark"));
    f.actions().themeLight->trigger();
    QVERIFY(f.window().palette().color(QPalette::Window).lightness() > 128);
    const double before = f.central().plane()->view()->font().pointSizeF();
    for (int i = 0; i < 4; ++i)
        f.actions().larger->trigger();
    QVERIFY(f.central().plane()->view()->font().pointSizeF() > before * 1.3);
    QVERIFY(f.settings().uiScale() > 1.3);
    f.picture(QStringLiteral("large"));
    f.actions().normalSize->trigger();
    QVERIFY(std::abs(f.central().plane()->view()->font().pointSizeF() - before) < 0.01);
}

void TestWindow::lectureMode()
{
    WindowFixture f({}, 16, 200);
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    f.session().playback()->seek(15);
    f.actions().lecture->trigger();
    QVERIFY(!f.window().docks()->docks().first()->isVisible());
    QVERIFY(WindowFixture::theme().shownScale() > 1.4);
    f.picture(QStringLiteral("lecture"));
    f.actions().lecture->trigger();
    QVERIFY(f.window().docks()->docks().first()->isVisible());
    QVERIFY(std::abs(WindowFixture::theme().shownScale() - 1) < 0.01);
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
