// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The engine client against a process that behaves or not: every end leaves a sentence, the frames, and a way back.
#include "ui/session/EngineBench.h"
#include <QSignalSpy>
#include <algorithm>
#include <csignal>

using namespace ard;
using namespace ard::ui;
using namespace ard::test;

class TestEngineClient : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void handshakeAndLoading();
    void handshakeWithoutModel();
    void runFillsLive();
    void longRunArrivesComplete();
    void cancelKeepsFrames();
    void crashKeepsFramesAndRestartWorks();
    void exitQuotesStandardError();
    void hangOnCancelFailsAndRestartWorks();
    void restartDuringRun();
    void shutdownDuringRun();
    void hangAtStartTimesOut();
    void garbage_data();
    void garbage();
    void unknownMessageIsSkipped();
    void otherVersion();
    void notAnEngine_data();
    void notAnEngine();
    void refusedLoad();
    void refusedRun();
    void generateNeedsAModel();
    void loadWhileRunningIsRefused();
    void lastChosenModelWins();
    void destructionDuringRun();
};

void TestEngineClient::handshakeAndLoading()
{
    Bench bench(QStringLiteral("--load-delay 30"));
    QSignalSpy states(&bench.engine, &EngineClient::stateChanged);
    QStringList stages;
    connect(&bench.engine, &EngineClient::statusChanged, this, [&] {
        if (!bench.engine.status().stage.isEmpty())
            stages << bench.engine.statusText();
    });
    QCOMPARE(bench.engine.state(), State::NotStarted);
    QVERIFY(bench.ready());
    QList<State> seen;
    for (const auto &call : states)
        seen << call.first().value<State>();
    QCOMPARE(seen, (QList<State>{State::Starting, State::LoadingModel, State::Ready}));
    QCOMPARE(stages.size(), 3);
    QCOMPARE(stages[1], QStringLiteral("Loading the model: reading weights, 33 %"));
    QCOMPARE(bench.engine.hello().engineVersion, std::string("fake 1"));
    QCOMPARE(bench.engine.model()->name, std::string("fake"));
    QCOMPARE(bench.engine.modelDevice(), QStringLiteral("cpu"));
    QVERIFY(bench.log.allText().contains(QStringLiteral("fake engine starts")));
    QVERIFY(bench.log.allText().contains(QStringLiteral(" warn the memory is short")));
    QTRY_VERIFY(bench.log.allText().contains(QStringLiteral("the fake engine makes nothing of its own")));
}

void TestEngineClient::handshakeWithoutModel()
{
    Bench bench;
    bench.engine.start();
    QVERIFY(bench.reaches(State::Ready));
    QVERIFY(bench.engine.isUp());
    QVERIFY(!bench.engine.canRun());
    const auto list = bench.engine.ask(protocol::ListModelsRequest{{"nowhere"}});
    QVERIFY(list);
    bool listed = false;
    connect(*list, &EngineCall::ended, this, [&](const CallOutcome &outcome) {
        listed = outcome.kind == CallOutcome::Kind::Answered && outcome.as<protocol::ModelsEvent>() != nullptr;
    });
    QCOMPARE(bench.engine.state(), State::Ready); // nothing is computed
    QTRY_VERIFY_WITH_TIMEOUT(listed, kWait);
    QSignalSpy loaded(&bench.engine, &EngineClient::modelLoaded);
    bench.engine.loadModel(QStringLiteral("somewhere"));
    QVERIFY(loaded.wait(kWait));
    QVERIFY(bench.engine.canRun());
}

void TestEngineClient::runFillsLive()
{
    Bench bench(QStringLiteral("--delay 5"));
    QVERIFY(bench.ready());
    Run run(sampleRequest());
    QSignalSpy frames(&run, &Run::frameAdded);
    QVERIFY(bench.generate(run));
    QSignalSpy ended(bench.call, &EngineCall::ended);
    QCOMPARE(bench.engine.state(), State::Running);
    QCOMPARE(bench.engine.statusText(), QStringLiteral("Running: 0 of 10 model calls"));
    QList<int> calls; // told with the tick, not with every frame
    connect(&bench.engine, &EngineClient::statusChanged, &run, [&] {
        if (bench.engine.state() == State::Running)
            calls << bench.engine.status().call;
    });
    QVERIFY(bench.ends(run));
    QCOMPARE(run.state(), Run::State::Complete);
    QVERIFY(calls.size() <= 10 && std::is_sorted(calls.begin(), calls.end()));
    QCOMPARE(frames.size(), 10);
    QCOMPARE(run.frameCount(), 10);
    QCOMPARE(run.source().pieces.size(), std::size_t(2));
    QCOMPARE(run.source().leftOut, 0);
    QCOMPARE(run.record().provenance.device, std::string("cpu"));
    QVERIFY(!run.textAt(10).isEmpty());
    QCOMPARE(ended.size(), 1);
    QCOMPARE(bench.engine.state(), State::Ready);
    QVERIFY(bench.engine.canRun());
}

void TestEngineClient::longRunArrivesComplete()
{
    Bench bench;
    QVERIFY(bench.ready());
    Run run(sampleRequest(200));
    QVERIFY(bench.generate(run));
    QVERIFY(bench.ends(run));
    QCOMPARE(run.state(), Run::State::Complete);
    QCOMPARE(run.frameCount(), 200);
}

void TestEngineClient::cancelKeepsFrames()
{
    Bench bench(QStringLiteral("--delay 20"));
    QVERIFY(bench.ready());
    Run run(sampleRequest(200));
    QVERIFY(bench.generate(run));
    QTRY_VERIFY_WITH_TIMEOUT(run.frameCount() >= 2, kWait);
    bench.call->cancel();
    QVERIFY(bench.ends(run));
    QCOMPARE(run.state(), Run::State::Cancelled);
    QVERIFY(run.frameCount() >= 2 && run.frameCount() < 200);
    QVERIFY(bench.engine.canRun());
    Run next(sampleRequest(3));
    QVERIFY(bench.generate(next));
    QVERIFY(bench.ends(next));
    QCOMPARE(next.state(), Run::State::Complete);
}

void TestEngineClient::crashKeepsFramesAndRestartWorks()
{
    Bench bench(QStringLiteral("--crash-after 4"));
    QVERIFY(bench.ready());
    Run run(sampleRequest());
    QVERIFY(bench.generate(run));
    QVERIFY(bench.ends(run));
    QCOMPARE(run.state(), Run::State::Interrupted);
    QCOMPARE(run.frameCount(), 4); // everything that was sent before the crash
    QVERIFY(run.reason().contains(QStringLiteral("signal 9")));
    QCOMPARE(bench.engine.state(), State::Failed);
    QVERIFY(bench.engine.statusText().startsWith(QStringLiteral("The engine stopped")));
    QCOMPARE(bench.engine.processId(), 0);
    bench.engine.restart();
    QVERIFY(QTest::qWaitFor([&] { return bench.engine.canRun(); }, kWait)); // the model is loaded again
    QCOMPARE(run.frameCount(), 4);
    Run next(sampleRequest(3));
    QVERIFY(bench.generate(next));
    QVERIFY(bench.ends(next));
    QCOMPARE(next.state(), Run::State::Complete);
}

void TestEngineClient::exitQuotesStandardError()
{
    Bench bench(QStringLiteral("--exit-after 2"));
    QVERIFY(bench.ready());
    Run run(sampleRequest());
    QVERIFY(bench.generate(run));
    QVERIFY(bench.ends(run));
    QCOMPARE(run.reason(), QStringLiteral("The engine stopped with exit status 3: error the disk is full"));
    QCOMPARE(run.frameCount(), 2);
}

void TestEngineClient::hangOnCancelFailsAndRestartWorks()
{
    Bench bench(QStringLiteral("--hang-after 3"));
    bench.engine.setCancelTimeout(200);
    QVERIFY(bench.ready());
    const qint64 pid = bench.engine.processId();
    Run run(sampleRequest());
    QVERIFY(bench.generate(run));
    QTRY_COMPARE_WITH_TIMEOUT(run.frameCount(), 3, kWait);
    QSignalSpy told(&bench.engine, &EngineClient::statusChanged);
    bench.call->cancel();
    QVERIFY(!told.isEmpty());
    QCOMPARE(bench.engine.statusText(), QStringLiteral("Stopping")); // at once, however long it takes
    QVERIFY(bench.reaches(State::Failed));
    QVERIFY(bench.engine.statusText().contains(QStringLiteral("hangs")));
    QCOMPARE(run.state(), Run::State::Interrupted);
    QCOMPARE(run.frameCount(), 3);
    QTRY_VERIFY(::kill(static_cast<pid_t>(pid), 0) != 0); // no process is left behind
    bench.engine.restart();
    QVERIFY(QTest::qWaitFor([&] { return bench.engine.canRun(); }, kWait));
}

void TestEngineClient::restartDuringRun()
{
    Bench bench(QStringLiteral("--hang-after 2"));
    QVERIFY(bench.ready());
    Run run(sampleRequest());
    QVERIFY(bench.generate(run));
    QTRY_COMPARE_WITH_TIMEOUT(run.frameCount(), 2, kWait);
    const auto old = static_cast<pid_t>(bench.engine.processId());
    bench.engine.restart();
    QVERIFY2(::kill(old, 0) == 0, "restart must not wait for the end of the old process");
    QCOMPARE(run.state(), Run::State::Interrupted);
    QCOMPARE(bench.engine.state(), State::Starting);
    QTRY_VERIFY_WITH_TIMEOUT(::kill(old, 0) != 0, kWait);
    QVERIFY(QTest::qWaitFor([&] { return bench.engine.canRun(); }, kWait));
    QCOMPARE(run.frameCount(), 2);
}

void TestEngineClient::shutdownDuringRun()
{
    Bench bench(QStringLiteral("--delay 50"));
    QVERIFY(bench.ready());
    const qint64 pid = bench.engine.processId();
    Run run(sampleRequest(200));
    QVERIFY(bench.generate(run));
    QTRY_VERIFY_WITH_TIMEOUT(run.frameCount() >= 1, kWait);
    bench.engine.shutdown();
    QCOMPARE(bench.engine.state(), State::NotStarted);
    QCOMPARE(run.state(), Run::State::Interrupted);
    QTRY_VERIFY(::kill(static_cast<pid_t>(pid), 0) != 0);
}

void TestEngineClient::hangAtStartTimesOut()
{
    Bench bench(QStringLiteral("--hang-at-start"));
    bench.engine.setHelloTimeout(200);
    bench.engine.start();
    QVERIFY(bench.reaches(State::Failed));
    QVERIFY(bench.engine.statusText().contains(QStringLiteral("did not answer")));
}

void TestEngineClient::garbage_data()
{
    QTest::addColumn<QString>("switches");
    QTest::addColumn<QString>("sentence");
    const QString nonsense = QStringLiteral("cannot be understood");
    QTest::newRow("not CBOR") << QStringLiteral("--garbage-after 3") << nonsense;
    QTest::newRow("too long") << QStringLiteral("--oversized-after 3") << nonsense;
    QTest::newRow("a frame that does not fit") << QStringLiteral("--misfit-after 3") << QStringLiteral("does not fit");
}

void TestEngineClient::garbage()
{
    QFETCH(QString, switches);
    QFETCH(QString, sentence);
    Bench bench(switches);
    QVERIFY(bench.ready());
    Run run(sampleRequest());
    QVERIFY(bench.generate(run));
    QVERIFY(bench.reaches(State::Failed));
    QVERIFY2(bench.engine.statusText().contains(sentence), qPrintable(bench.engine.statusText()));
    QCOMPARE(run.state(), Run::State::Interrupted);
    QCOMPARE(run.frameCount(), 3);
}

void TestEngineClient::unknownMessageIsSkipped()
{
    Bench bench(QStringLiteral("--unknown-after 2"));
    QVERIFY(bench.ready());
    Run run(sampleRequest());
    QVERIFY(bench.generate(run));
    QVERIFY(bench.ends(run));
    QCOMPARE(run.state(), Run::State::Complete);
    QVERIFY(bench.log.allText().contains(QStringLiteral("novelty")));
}

void TestEngineClient::otherVersion()
{
    Bench bench(QStringLiteral("--major 99"));
    bench.engine.start();
    QVERIFY(bench.reaches(State::Failed));
    QVERIFY2(bench.engine.statusText().contains(QStringLiteral("99")), qPrintable(bench.engine.statusText()));
}

void TestEngineClient::notAnEngine_data()
{
    const QString engine = quoteWord(QStringLiteral(ARD_FAKE_ENGINE));
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("missing") << QStringLiteral("/nowhere/ardiff serve") << QStringLiteral("/nowhere/ardiff");
    QTest::newRow("open quote") << QStringLiteral("ssh 'gpu") << QStringLiteral("not closed");
    const auto prints = [](const QString &text) { return QStringLiteral("sh -c \"printf '%1'\"").arg(text); };
    const QString answers = QStringLiteral("does not start an engine, it answers: ");
    QTest::newRow("empty line first") << prints(QStringLiteral("\\\\nhello\\\\n")) << answers + QStringLiteral("hello");
    QTest::newRow("colours and tabs") << prints(QStringLiteral(
                                             "\\\\033[1;32m\\\\n\\\\tLast\\\\tlogin:\\\\033[0m Mon\\\\n"))
                                      << answers + QStringLiteral("Last login: Mon");
    QTest::newRow("no line end") << prints(QStringLiteral("motd")) << answers + QStringLiteral("motd");
    QTest::newRow("no words") << prints(QStringLiteral("\\\\n\\\\n\\\\n\\\\n****\\\\n"))
                              << QStringLiteral("none of its messages");
    QTest::newRow("dies") << engine + QStringLiteral(" --die-at-start")
                          << QStringLiteral("status 4: error no device of that name");
    QTest::newRow("silent end") << QStringLiteral("true") << QStringLiteral("stopped by itself");
    QTest::newRow("echo") << QStringLiteral("cat") << QStringLiteral("asks instead of answering");
}

void TestEngineClient::notAnEngine()
{
    QFETCH(QString, command);
    QFETCH(QString, sentence);
    Bench bench;
    bench.engine.setCommand(command);
    bench.engine.start();
    QVERIFY(bench.reaches(State::Failed));
    QVERIFY2(bench.engine.statusText().contains(sentence), qPrintable(bench.engine.statusText()));
    bench.engine.setCommand(quoteWord(QStringLiteral(ARD_FAKE_ENGINE)));
    bench.engine.restart();
    QVERIFY(bench.reaches(State::Ready));
}

void TestEngineClient::refusedLoad()
{
    Bench bench(QStringLiteral("--refuse-load"));
    QSignalSpy refused(&bench.engine, &EngineClient::modelRefused);
    bench.engine.loadModel(QStringLiteral("broken"));
    bench.engine.start();
    QVERIFY(refused.wait(kWait));
    QCOMPARE(refused.first().at(1).toString(), QStringLiteral("The weights of broken are cut short"));
    QCOMPARE(bench.engine.state(), State::Ready);
    QVERIFY(!bench.engine.hasModel());
    QVERIFY(bench.log.allText().contains(QStringLiteral("detail for the log")));
}

void TestEngineClient::refusedRun()
{
    Bench bench;
    QVERIFY(bench.ready());
    GenerationRequest request = sampleRequest();
    request.schedule.length = 13; // the model has 12
    Run run(request);
    QSignalSpy refused(&bench.engine, &EngineClient::requestFailed);
    QVERIFY(bench.generate(run));
    QVERIFY(bench.ends(run));
    QCOMPARE(run.state(), Run::State::Failed);
    QCOMPARE(refused.size(), 1);
    QVERIFY(bench.engine.canRun());
}

void TestEngineClient::generateNeedsAModel()
{
    Bench bench;
    Run run(sampleRequest());
    QVERIFY(!bench.generate(run));
    bench.engine.start();
    QVERIFY(bench.reaches(State::Ready));
    QVERIFY(!bench.generate(run));
    QCOMPARE(run.state(), Run::State::Waiting);
}

void TestEngineClient::loadWhileRunningIsRefused()
{
    Bench bench(QStringLiteral("--delay 20"));
    QVERIFY(bench.ready());
    Run run(sampleRequest());
    QVERIFY(bench.generate(run));
    QSignalSpy refused(&bench.engine, &EngineClient::requestFailed);
    bench.engine.loadModel(QStringLiteral("other"));
    QCOMPARE(refused.size(), 1);
    QVERIFY(bench.ends(run));
    QCOMPARE(run.state(), Run::State::Complete);
}

void TestEngineClient::lastChosenModelWins()
{
    Bench bench(QStringLiteral("--load-delay 50"));
    bench.engine.loadModel(QStringLiteral("first"));
    bench.engine.start();
    QVERIFY(bench.reaches(State::LoadingModel));
    bench.engine.loadModel(QStringLiteral("second"));
    bench.engine.loadModel(QStringLiteral("third"));
    QVERIFY(QTest::qWaitFor([&] { return bench.engine.canRun(); }, kWait));
    QCOMPARE(bench.engine.model()->folder, std::string("third"));
}

void TestEngineClient::destructionDuringRun()
{
    qint64 pid = 0;
    Run run(sampleRequest());
    {
        Bench bench(QStringLiteral("--hang-after 1"));
        QVERIFY(bench.ready());
        QVERIFY(bench.generate(run));
        QTRY_COMPARE_WITH_TIMEOUT(run.frameCount(), 1, kWait);
        pid = bench.engine.processId();
    }
    QVERIFY(::kill(static_cast<pid_t>(pid), 0) != 0);
    QCOMPARE(run.frameCount(), 1);
}

QTEST_GUILESS_MAIN(TestEngineClient)
#include "tst_engineclient.moc"
