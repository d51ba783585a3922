// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The session as a whole, with the fake engine: from the first start to a saved run, one cursor, no lost run.
#include "session/CommandLine.h"
#include "session/RunMemory.h"
#include "session/Session.h"
#include "support/Refusal.h"
#include "ui/RunFeeder.h"
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <csignal>
#include <filesystem>

using namespace ard;
using namespace ard::ui;
using ard::test::RunFeeder;

namespace {

constexpr int kWait = 20'000;

} // namespace

class TestSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void firstRun();
    void usableBeforeTheEngine();
    void engineMissing();
    void killedEngineLosesNothing();
    void cursorIsShared();
    void switchingRunsKeepsTheStep();
    void threeLanesAtOnce();
    void lanesOwnTheRunOnScreen();
    void saveAndOpen();
    void messagesForFailures();
    void aRunThatTakesTooMuchMemoryIsNotBegun();
    void refusedModelLeavesNoTrace();
    void chooseModelWhileRunning();
    void unknownModelOfARemoteEngine();
    void engineElsewhereIsAskedForItsModels();
    void engineElsewhereWithoutModels();
    void folderNamesThatAreNotUtf8AreNamedAsSuch();
    void settingsAreKept();

private:
    void start(const QString &switches = {});
    bool isReady()
    {
        return QTest::qWaitFor([this] { return m_session->canRun(); }, kWait);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<Session> m_session;
};

void TestSession::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    for (const char *name : {"tiny", "big"}) {
        QDir(m_folder->path()).mkpath(QStringLiteral("models/") + QLatin1String(name));
        QFile file(m_folder->filePath(QStringLiteral("models/%1/model.json").arg(QLatin1String(name))));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QStringLiteral(R"({"format": 1, "name": "%1", "examples": ["a b"], "default_sampling_steps": 10,
            "architecture": {"vocabulary": 25}, "diffusion": {"length": 12, "diffusion_steps": 200}})")
                       .arg(QLatin1String(name))
                       .toUtf8());
    }
    qputenv("ARDIFF_MODELS", m_folder->filePath(QStringLiteral("models")).toUtf8());
    m_settings = std::make_unique<AppSettings>(m_folder->filePath(QStringLiteral("explorer.ini")));
}

void TestSession::cleanup()
{
    m_session.reset();
    m_settings.reset();
    m_folder.reset();
    qunsetenv("ARDIFF_MODELS");
}

void TestSession::start(const QString &switches)
{
    m_settings->engineCommand.set(quoteWord(QStringLiteral(ARD_FAKE_ENGINE)) + u' ' + switches);
    m_session = std::make_unique<Session>(m_settings.get());
    m_session->start(m_folder->filePath(QStringLiteral("models/tiny")));
    m_session->form()->setSource(QStringLiteral("a b"));
}

void TestSession::firstRun()
{
    start();
    QVERIFY(!m_session->canRun());
    ARD_SAYS(m_session->whyNotRun(), "engine");
    QVERIFY(isReady());
    QCOMPARE(m_session->engine()->model()->name, std::string("tiny"));
    QSignalSpy ended(m_session.get(), &Session::runEnded);
    Run *run = m_session->startRun();
    QVERIFY(run);
    QVERIFY(!m_session->canRun());
    QCOMPARE(m_session->cursor()->run(), run);
    QCOMPARE(m_session->cursor()->lane()->run(), run);
    QVERIFY(ended.wait(kWait));
    QCOMPARE(run->state(), Run::State::Complete);
    QCOMPARE(m_session->playback()->step(), 10);
    QVERIFY(m_session->canRun());
    QCOMPARE(m_settings->lastModel(), QString::fromStdString(m_session->form()->model().folder));
}

void TestSession::usableBeforeTheEngine()
{
    start(QStringLiteral("--hang-at-start"));
    QCOMPARE(m_session->form()->model().name, std::string("tiny"));
    QCOMPARE(m_session->form()->model().examples.size(), std::size_t(1));
    QCOMPARE(m_session->form()->plan().modelCalls(), 10);
    QCOMPARE(m_session->models()->models().size() >= 2, true);
    QVERIFY(!m_session->startRun());
}

void TestSession::engineMissing()
{
    m_settings->engineCommand.set(QStringLiteral("/nowhere/ardiff serve"));
    m_session = std::make_unique<Session>(m_settings.get());
    m_session->start();
    QTRY_COMPARE(m_session->engine()->state(), EngineClient::State::Failed);
    QCOMPARE(m_session->form()->model().name, std::string("tiny")); // the one for the first start
    QVERIFY(m_session->form()->hasPlan());
    m_settings->engineCommand.set(quoteWord(QStringLiteral(ARD_FAKE_ENGINE)));
    m_session->restartEngine();
    m_session->form()->setSource(QStringLiteral("a"));
    QVERIFY(isReady());
}

void TestSession::killedEngineLosesNothing()
{
    start(QStringLiteral("--delay 20"));
    QVERIFY(isReady());
    Run *run = m_session->startRun();
    QTRY_VERIFY_WITH_TIMEOUT(run->frameCount() >= 3, kWait);
    const QStringList before{run->labelAt(1, 0), run->labelAt(2, 0), run->labelAt(3, 0)};
    QVERIFY(!before.contains(QString()));
    QCOMPARE(::kill(static_cast<pid_t>(m_session->engine()->processId()), SIGKILL), 0);
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), Run::State::Interrupted, kWait);
    QVERIFY(run->frameCount() >= 3);
    QCOMPARE(m_session->cursor()->run(), run);
    QCOMPARE(m_session->playback()->step(), run->frameCount());
    QVERIFY(m_session->whyNotRun().contains(QStringLiteral("signal 9")));
    m_session->playback()->stepBack();
    QCOMPARE(m_session->playback()->step(), run->frameCount() - 1); // however many came before the end
    QCOMPARE((QStringList{run->labelAt(1, 0), run->labelAt(2, 0), run->labelAt(3, 0)}), before);
    m_session->restartEngine();
    QVERIFY(isReady());
    QVERIFY(m_session->startRun());
    QCOMPARE(m_session->runs()->size(), 2);
}

void TestSession::cursorIsShared()
{
    start();
    QVERIFY(isReady());
    QSignalSpy ended(m_session.get(), &Session::runEnded);
    m_session->startRun();
    QVERIFY(ended.wait(kWait));
    Cursor *cursor = m_session->cursor();
    Playback *playback = m_session->playback();
    cursor->select(4, 6);
    QCOMPARE(playback->step(), 6);
    playback->stepForward();
    QCOMPARE(cursor->selected(), (Cell{4, 7}));
    playback->first();
    QCOMPARE(cursor->selected(), (Cell{4, 0}));
    ended.clear();
    m_session->startRun();
    QCOMPARE(cursor->selected(), (Cell{4, 0})); // the same position of the new run
    QVERIFY(playback->isFollowing());
    QVERIFY(ended.wait(kWait));
    QTRY_COMPARE(cursor->selected(), (Cell{4, 10}));
    cursor->clear();
    playback->stepBack();
    QVERIFY(!cursor->selected().isValid());
}

void TestSession::switchingRunsKeepsTheStep()
{
    start();
    QVERIFY(isReady());
    QSignalSpy ended(m_session.get(), &Session::runEnded);
    Run *first = m_session->startRun();
    QVERIFY(ended.wait(kWait));
    m_session->form()->setSeed(2);
    Run *second = m_session->startRun();
    QVERIFY(ended.wait(kWait));
    m_session->cursor()->select(3, 7);
    for (Run *run : {first, second, first}) {
        m_session->show(run);
        QCOMPARE(m_session->cursor()->selected(), (Cell{3, 7}));
    }
}

void TestSession::threeLanesAtOnce()
{
    start(QStringLiteral("--delay 5"));
    QVERIFY(isReady());
    Board *board = m_session->board();
    Lane *cancelled = board->add();
    Lane *failed = board->add();
    LaneChanges changes;
    changes.samplingSteps = 150;
    cancelled->setChanges(changes);
    changes = {};
    changes.samplingSteps = 10'000; // more than there are sentence steps
    failed->setChanges(changes);
    QSignalSpy ended(m_session.get(), &Session::runEnded);
    const QList<Run *> runs = m_session->startLanes();
    QCOMPARE(runs.size(), 3);
    QCOMPARE(m_session->engine()->calls().size(), 3);
    QCOMPARE(m_session->runs()->size(), 3);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(board->at(i)->run(), runs[i]);
    QCOMPARE(m_session->cursor()->run(), runs[0]); // of the cursor's lane
    QTRY_VERIFY_WITH_TIMEOUT(runs[1]->frameCount() >= 2, kWait);
    m_session->stop(runs[1]);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 3, kWait);
    QCOMPARE(runs[0]->state(), Run::State::Complete);
    QCOMPARE(runs[1]->state(), Run::State::Cancelled);
    QVERIFY(runs[1]->frameCount() >= 2 && runs[1]->frameCount() < 150);
    QCOMPARE(runs[2]->state(), Run::State::Failed);
    ARD_SAYS(runs[2]->reason(), "There are 212 sentence steps");
    QVERIFY(m_session->canRun());
    m_session->cursor()->select({4, 2, 1}); // into the lane of the stopped one
    QCOMPARE(m_session->cursor()->run(), runs[1]);
    QCOMPARE(m_session->cursor()->momentIn(board->at(0)), Moment(2));
    // The current run is the one of the cursor's lane, whoever put it there.
    board->at(1)->film()->setRun(runs[0]);
    QCOMPARE(m_session->cursor()->run(), runs[0]);
    board->at(0)->film()->setRun(runs[1]);
    QCOMPARE(m_session->cursor()->run(), runs[0]);
}

void TestSession::lanesOwnTheRunOnScreen()
{
    Session session(m_settings.get());
    RunStore *store = session.runs();
    Board *board = session.board();
    Cursor *cursor = session.cursor();
    QList<Run *> runs;
    for (int i = 0; i < 3; ++i)
        runs << store->add(new Run(RunFeeder().fake().record(10)));
    QVERIFY(runs[0]->number() < runs[1]->number() && runs[1]->number() < runs[2]->number());
    QCOMPARE(cursor->run(), nullptr); // being listed shows nothing
    QSignalSpy changed(cursor, &Cursor::runChanged);
    session.show(runs[1]);
    session.show(runs[1]);
    QCOMPARE(changed.size(), 1);
    Run stranger(RunFeeder().fake().record(10));
    session.show(&stranger);
    QCOMPARE(cursor->run(), runs[1]);
    Lane *other = board->add();
    other->film()->setRun(runs[1]);
    QCOMPARE(changed.size(), 1); // not of the cursor's lane

    QVERIFY(store->remove(runs[1])); // no lane shows a run that is gone
    QCOMPARE(cursor->run(), runs[0]);
    QCOMPARE(other->run(), nullptr);
    QVERIFY(store->remove(runs[0]));
    QCOMPARE(cursor->run(), runs[2]);
    other->film()->setRun(runs[2]);
    QVERIFY(store->remove(runs[2]));
    QCOMPARE(cursor->run(), nullptr);
    QCOMPARE(store->restore(), runs[2]);
    QCOMPARE(cursor->run(), nullptr);
    changed.clear();
    other->film()->setRun(runs[2]);
    QVERIFY(changed.isEmpty());
    cursor->setLane(1);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().value<Run *>(), runs[2]);
    session.show(nullptr);
    QCOMPARE(other->run(), nullptr);
}

void TestSession::saveAndOpen()
{
    start();
    QVERIFY(isReady());
    QSignalSpy ended(m_session.get(), &Session::runEnded);
    Run *run = m_session->startRun();
    QVERIFY(ended.wait(kWait));
    const QString path = m_folder->filePath(QStringLiteral("a.ardrun"));
    QSignalSpy saved(m_session->runs(), &RunStore::saved);
    m_session->saveRun(run, path);
    QVERIFY(saved.wait());
    QCOMPARE(m_settings->recentFiles(), QStringList{path});
    QSignalSpy opened(m_session->runs(), &RunStore::opened);
    m_session->openRun(path);
    QVERIFY(opened.wait());
    QCOMPARE(m_session->runs()->size(), 2);
    QCOMPARE(m_session->playback()->step(), 10);
    QCOMPARE(m_session->cursor()->run()->textAt(10), run->textAt(10));
}

void TestSession::messagesForFailures()
{
    start(QStringLiteral("--refuse-load"));
    QSignalSpy messages(m_session.get(), &Session::message);
    QVERIFY(messages.wait(kWait));
    QVERIFY(messages.takeFirst().first().toString().contains(QStringLiteral("cut short")));
    QCOMPARE(m_session->whyNotRun(), QStringLiteral("Choose a model first"));
    QVERIFY(m_session->form()->model().folder.empty());
    QVERIFY(m_settings->lastModel().isEmpty()); // the next start does not try it again
    m_session->openRun(m_folder->filePath(QStringLiteral("missing.ardrun")));
    QVERIFY(messages.wait());
    QVERIFY(messages.takeFirst().first().toString().contains(QStringLiteral("missing.ardrun")));
    QVERIFY(!m_session->startRun());
    QCOMPARE(messages.size(), 1);
}

void TestSession::aRunThatTakesTooMuchMemoryIsNotBegun()
{
    start();
    QVERIFY(isReady());
    m_session->form()->setSource(QStringLiteral("name[Blue Spice]"));
    QVERIFY(m_session->whyNotRun().isEmpty());
    LaneChanges changes;
    changes.samplingSteps = 1'000'000;
    m_session->board()->at(0)->setChanges(changes);
    const QString problem = RunMemory::problem(1'000'000, m_session->form()->values().schedule.length);
    ARD_SAYS(problem, "at most 512.0 MB");
    QSignalSpy messages(m_session.get(), &Session::message);
    QVERIFY(!m_session->startRun());
    QCOMPARE(messages.takeFirst().first().toString(), problem);
    QCOMPARE(m_session->runs()->size(), 0);
    m_session->board()->add();
    QVERIFY(m_session->startLanes().isEmpty());
    QCOMPARE(messages.takeFirst().first().toString(), problem);
}

void TestSession::refusedModelLeavesNoTrace()
{
    start(QStringLiteral("--refuse-folder big"));
    QVERIFY(isReady());
    const QString tiny = m_settings->lastModel();
    QVERIFY(tiny.endsWith(QStringLiteral("tiny")));
    QSignalSpy messages(m_session.get(), &Session::message);
    m_session->chooseModel(QStringLiteral("big"));
    QCOMPARE(m_session->form()->model().name, std::string("big")); // until the engine says no
    QVERIFY(messages.wait(kWait));
    QVERIFY(messages.first().first().toString().contains(QStringLiteral("cut short")));
    QCOMPARE(m_session->form()->model().name, std::string("tiny"));
    QCOMPARE(m_settings->lastModel(), tiny);
    QVERIFY(m_session->canRun()); // with the model that the engine still has
    QVERIFY(m_session->startRun());
}

void TestSession::chooseModelWhileRunning()
{
    start(QStringLiteral("--delay 20"));
    QVERIFY(isReady());
    Run *run = m_session->startRun();
    QSignalSpy messages(m_session.get(), &Session::message);
    m_session->chooseModel(QStringLiteral("big"));
    QCOMPARE(messages.size(), 1);
    QCOMPARE(m_session->form()->model().name, std::string("tiny"));
    m_session->stopRun();
    QTRY_COMPARE_WITH_TIMEOUT(run->state(), Run::State::Cancelled, kWait);
    m_session->chooseModel(QStringLiteral("big"));
    QCOMPARE(m_session->form()->model().name, std::string("big"));
    QVERIFY(isReady());
    QCOMPARE(m_session->engine()->model()->name, std::string("big"));
}

void TestSession::unknownModelOfARemoteEngine()
{
    start();
    QVERIFY(isReady());
    m_session->chooseModel(QStringLiteral("/on/the/gpu/box"));
    QSignalSpy loaded(m_session->engine(), &EngineClient::modelLoaded);
    QVERIFY(loaded.wait(kWait));
    QCOMPARE(m_session->form()->model().name, std::string("fake")); // known only from the engine's answer
    QVERIFY(m_session->canRun());
}

void TestSession::engineElsewhereIsAskedForItsModels()
{
    // Another machine: its models lie in folders that this one does not have.
    const QString far = m_folder->filePath(QStringLiteral("far"));
    QVERIFY(QDir().mkpath(far + QStringLiteral("/remote one")));
    QVERIFY(QFile::copy(m_folder->filePath(QStringLiteral("models/big/model.json")),
                        far + QStringLiteral("/remote one/model.json")));
    const QString command =
        QStringLiteral("env ARDIFF_MODELS=%1 %2").arg(quoteWord(far), quoteWord(QStringLiteral(ARD_FAKE_ENGINE)));
    m_settings->lastModel.set(m_folder->filePath(QStringLiteral("models/tiny"))); // of this machine
    m_settings->engineCommand.set(command);
    m_session = std::make_unique<Session>(m_settings.get());
    QSignalSpy loaded(m_session->engine(), &EngineClient::modelLoaded);
    m_session->start();
    QVERIFY(m_session->isAskingForModels());
    QVERIFY(m_session->models()->models().empty()); // none of this machine is offered meanwhile
    QVERIFY(loaded.wait(kWait));
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(m_session->engine()->model()->folder, (far + QStringLiteral("/remote one")).toStdString());
    QCOMPARE(m_session->models()->models().size(), std::size_t(1)); // offered: what it has, and nothing else
    QCOMPARE(m_session->form()->model().folder, m_session->engine()->model()->folder);
    // A name is looked up there, too.
    m_session = std::make_unique<Session>(m_settings.get());
    m_session->start(QStringLiteral("remote one"));
    QTRY_VERIFY_WITH_TIMEOUT(m_session->engine()->hasModel(), kWait);
    QCOMPARE(m_session->engine()->model()->folder, (far + QStringLiteral("/remote one")).toStdString());
}

void TestSession::engineElsewhereWithoutModels()
{
    m_settings->lastModel.set(m_folder->filePath(QStringLiteral("models/tiny")));
    m_settings->engineCommand.set(quoteWord(QStringLiteral(ARD_FAKE_ENGINE)) + QStringLiteral(" --no-models"));
    m_session = std::make_unique<Session>(m_settings.get());
    QSignalSpy messages(m_session.get(), &Session::message);
    m_session->start();
    QVERIFY(messages.wait(kWait));
    QVERIFY(messages.first().first().toString().contains(QStringLiteral("on its machine")));
    QVERIFY(!m_session->engine()->hasModel());
    QVERIFY(m_session->models()->models().empty());                     // and none of this machine can be chosen for it
    QCOMPARE(m_session->engine()->state(), EngineClient::State::Ready); // no folder of this machine was sent
    m_session->chooseModel(QStringLiteral("/on/the/gpu/box"));          // as typed in the dialog
    QTRY_VERIFY_WITH_TIMEOUT(m_session->engine()->hasModel(), kWait);
    QVERIFY(m_session->notices()->newest().isEmpty());
}

void TestSession::folderNamesThatAreNotUtf8AreNamedAsSuch()
{
    // Such a folder is listed with U+FFFD for each byte, and cannot be found under that name.
    const QByteArray name = QFile::encodeName(m_folder->filePath(QStringLiteral("models/m"))) + '\xf6';
    std::filesystem::create_directories(name.toStdString());
    std::filesystem::copy(m_folder->filePath(QStringLiteral("models/tiny/model.json")).toStdString(),
                          name.toStdString() + "/model.json");
    start();
    QVERIFY(isReady());
    const auto &models = m_session->models()->models();
    const auto found =
        std::find_if(models.begin(), models.end(), [](const auto &model) { return model.folder.back() == '\xf6'; });
    QVERIFY(found != models.end());
    QSignalSpy messages(m_session.get(), &Session::message);
    m_session->chooseModel(QString::fromStdString(found->folder));
    QCOMPARE(messages.size(), 1);
    QVERIFY2(messages.front().front().toString().contains(QStringLiteral("is not UTF-8")),
             qPrintable(messages.front().front().toString()));
    QVERIFY(m_session->canRun()); // with the model from before
}

void TestSession::settingsAreKept()
{
    start();
    m_session->playback()->setSpeed(16);
    m_session->playback()->setLooping(true);
    m_session = std::make_unique<Session>(m_settings.get());
    QCOMPARE(m_session->playback()->speed(), 16.0);
    QVERIFY(m_session->playback()->isLooping());
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
