// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Closing the window in every state: it closes at once, or asks where something would be lost; the engine's process goes, and what was
// being written is whole.
#include "session/BoardFiles.h"
#include "session/SessionSheet.h"
#include "shell/FileQuestions.h"
#include "trace/BoardFile.h"
#include "trace/RunFile.h"
#include "ui/shell/WindowFixture.h"
#include <QMessageBox>
#include <QPushButton>
#include <csignal>
#include <functional>

using namespace ard;
using namespace ard::ui;
using test::WindowFixture;
using State = EngineClient::State;

namespace {

/// Brings a window into a state; false: it could not.
using Bring = std::function<bool(WindowFixture &)>;

bool reaches(WindowFixture &f, State state)
{
    return QTest::qWaitFor([&] { return f.session().engine()->state() == state; }, WindowFixture::kWait);
}

bool begins(WindowFixture &f)
{
    f.session().start(f.path(QStringLiteral("models/tiny")));
    return true;
}

bool hasFrames(WindowFixture &f)
{
    const auto some = [&] {
        const QList<Run *> runs = f.session().runs()->runs();
        return std::any_of(runs.begin(), runs.end(), [](const Run *run) { return run->frameCount() >= 2; });
    };
    return QTest::qWaitFor(some, WindowFixture::kWait);
}

bool runs(WindowFixture &f)
{
    if (!f.startEngine())
        return false;
    f.session().form()->setSamplingSteps(200);
    f.actions().run->trigger();
    return hasFrames(f);
}

void stopProcess(WindowFixture &f)
{
    ::kill(static_cast<pid_t>(f.session().engine()->processId()), SIGSTOP);
}

} // namespace

Q_DECLARE_METATYPE(Bring)

class TestClosingStates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_questions = fileQuestions(); }
    void cleanup() { fileQuestions() = m_questions; }
    void closes_data();
    void closes();
    void closesWhileARunIsSaved();
    void closesWhileABoardIsSaved();

private:
    FileQuestions m_questions;
};

void TestClosingStates::closes_data()
{
    QTest::addColumn<QString>("switches");
    QTest::addColumn<Bring>("bring");
    QTest::addColumn<bool>("asks"); // about unsaved runs
    const auto row = [](const char *name, const char *switches, const Bring &bring, bool asks) {
        QTest::newRow(name) << QString::fromLatin1(switches) << bring << asks;
    };
    row(
        "before the engine is started", "", [](WindowFixture &) { return true; }, false);
    row(
        "starting", "--hang-at-start", [](WindowFixture &f) { return begins(f) && reaches(f, State::Starting); },
        false);
    row(
        "loading a model", "--load-delay 60000",
        [](WindowFixture &f) { return begins(f) && reaches(f, State::LoadingModel); }, false);
    row(
        "ready", "", [](WindowFixture &f) { return f.startEngine(); }, false);
    row(
        "without an engine", "--die-at-start", [](WindowFixture &f) { return begins(f) && reaches(f, State::Failed); },
        false);
    row(
        "the model is refused", "--refuse-load",
        [](WindowFixture &f) {
            return begins(f) &&
                QTest::qWaitFor([&] { return f.session().notices()->size() > 0; }, WindowFixture::kWait);
        },
        false);
    row("running", "--delay 20", runs, true);
    row(
        "running, the engine stopped", "--delay 20",
        [](WindowFixture &f) {
            const bool isThere = runs(f);
            stopProcess(f);
            return isThere;
        },
        true);
    row(
        "stopping, the engine stopped", "--delay 20",
        [](WindowFixture &f) {
            const bool isThere = runs(f);
            stopProcess(f);
            f.session().stopRun();
            return isThere;
        },
        true);
    row(
        "the engine crashed in a run", "--crash-after 3",
        [](WindowFixture &f) { return f.startEngine() && f.runToTheEnd() && reaches(f, State::Failed); }, true);
    row(
        "lanes under way", "--delay 20",
        [](WindowFixture &f) {
            if (!f.startEngine())
                return false;
            f.session().board()->add();
            f.session().form()->setSamplingSteps(200);
            f.actions().run->trigger();
            return hasFrames(f);
        },
        true);
    row(
        "a run that was saved", "",
        [](WindowFixture &f) {
            if (!f.startEngine() || !f.runToTheEnd())
                return false;
            Run *run = f.session().cursor()->run();
            f.session().saveRun(run, f.path(QStringLiteral("a.ardrun")));
            return QTest::qWaitFor([run] { return run->isSaved(); }, WindowFixture::kWait);
        },
        false);
    row(
        "the sheet is filled", "--delay 20",
        [](WindowFixture &f) {
            if (!f.startEngine())
                return false;
            f.actions().action(QStringLiteral("sheet.show"))->trigger();
            sheetOf(&f.session())->fill();
            return sheetOf(&f.session())->isFilling();
        },
        false);
    row(
        "the sheet is filled and has a cell", "--delay 20",
        [](WindowFixture &f) {
            if (!f.startEngine())
                return false;
            ContactSheet *sheet = sheetOf(&f.session());
            sheet->fill();
            return QTest::qWaitFor([sheet] { return sheet->inNoFolder() > 0; }, WindowFixture::kWait) &&
                sheet->isFilling();
        },
        true);
}

void TestClosingStates::closes()
{
    QFETCH(QString, switches);
    QFETCH(Bring, bring);
    QFETCH(bool, asks);
    pid_t process = 0;
    {
        WindowFixture f(switches);
        QVERIFY(bring(f));
        process = static_cast<pid_t>(f.session().engine()->processId());
        QCOMPARE(f.window().close(), !asks);
        if (asks) {
            const auto *box = f.window().findChild<QMessageBox *>(QStringLiteral("unsavedRuns"));
            if (!box)
                box = f.window().findChild<QMessageBox *>(QStringLiteral("unsavedSheet"));
            QVERIFY(box && box->isVisible());
            QVERIFY(f.window().isVisible());
            for (QAbstractButton *button : box->buttons())
                if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                    button->click();
            QTRY_VERIFY(!f.window().isVisible());
        }
        QVERIFY(f.settings().windowState().size() > 0); // the layout is remembered, whatever the state
    }
    if (process > 0)
        QTRY_VERIFY(::kill(process, 0) != 0); // none is left behind, not even a stopped one
}

void TestClosingStates::closesWhileARunIsSaved()
{
    QTemporaryDir kept;
    const QString path = kept.filePath(QStringLiteral("a.ardrun"));
    {
        WindowFixture f;
        QVERIFY(f.startEngine());
        QVERIFY(f.runToTheEnd());
        f.session().saveRun(f.session().cursor()->run(), path);
        QVERIFY(f.session().runs()->isBusy());
        fileQuestions().folder = [&kept](QWidget *, const QString &) { return kept.path(); };
        f.window().close(); // asked, or not where the file is there by now
    }
    const auto run = loadRun(path.toStdString());
    QVERIFY(run);
    QCOMPARE(run->frames.size(), std::size_t(20));
}

void TestClosingStates::closesWhileABoardIsSaved()
{
    QTemporaryDir kept;
    const QString path = kept.filePath(QStringLiteral("a.ardboard"));
    {
        WindowFixture f;
        QVERIFY(f.startEngine());
        QVERIFY(f.runToTheEnd());
        f.session().boards()->save(path, {});
        f.window().close();
    }
    const auto board = loadBoard(path.toStdString());
    QVERIFY(board);
    QCOMPARE(board->lanes.size(), std::size_t(1));
    QVERIFY(board->lanes[0].run);
}

QTEST_MAIN(TestClosingStates)
#include "tst_closingstates.moc"
