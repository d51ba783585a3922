// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An engine that is killed or stopped (SIGSTOP) in each phase and within each request: a sentence, what was there stays, and a
// restart works.
#include "ui/session/EngineBench.h"
#include <QSignalSpy>
#include <csignal>
#include <memory>
#include <optional>

using namespace ard;
using namespace ard::ui;
using namespace ard::test;
using protocol::Body;

namespace {

const QString kKilled =
    QStringLiteral("The engine stopped: it was killed (signal 9; when nobody did that, the memory ran out)");

GenerationRequest sampled()
{
    return sampleRequest(5);
}

Continuation fromTheThird()
{
    Continuation continuation;
    continuation.fromCall = 2;
    return continuation;
}

/// Every request that the engine computes; lanes are asked for by a way of their own.
void addRequests()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const char *name :
         {"generate", "continue_from", "fill_skipped", "attention", "inspect_call", "generate_together"})
        QTest::newRow(name) << index++;
}

Result<QList<EngineCall *>> ask(EngineClient &engine, int index)
{
    const std::vector<Body> single{
        protocol::GenerateRequest{sampled()}, protocol::ContinueFromRequest{sampled(), fromTheThird()},
        protocol::FillSkippedRequest{sampled(), 3}, protocol::AttentionRequest{sampled(), 2, 1, 0},
        protocol::InspectCallRequest{sampled(), 2, 3}};
    if (index == static_cast<int>(single.size()))
        return engine.askTogether({sampled(), sampled(), sampled()});
    ARD_ASSIGN(EngineCall * call, engine.ask(single[static_cast<std::size_t>(index)]));
    return QList<EngineCall *>{call};
}

/// An engine with a model and a run that was made before; and calls in flight whose ends are heard.
struct Stage {
    explicit Stage(const QString &switches = {}) : bench(switches) { }

    bool ready() { return bench.ready() && bench.generate(earlier) && bench.ends(earlier) && rests(); }
    bool rests()
    {
        return QTest::qWaitFor([this] { return bench.engine.canRun(); }, kWait);
    }
    bool asks(int index)
    {
        ends.clear();
        const auto asked = ask(bench.engine, index);
        if (!asked)
            return false;
        calls = *asked;
        for (EngineCall *call : calls)
            QObject::connect(call, &EngineCall::ended, [this](const CallOutcome &outcome) { ends.push_back(outcome); });
        return true;
    }
    bool areOver()
    {
        return QTest::qWaitFor([this] { return ends.size() == static_cast<std::size_t>(calls.size()); }, kWait);
    }
    bool areAll(CallOutcome::Kind kind) const
    {
        return std::all_of(ends.begin(), ends.end(), [kind](const CallOutcome &end) { return end.kind == kind; });
    }
    /// The same request once more, to a new process.
    bool worksAgain(int index)
    {
        bench.engine.restart();
        return rests() && asks(index) && areOver() && areAll(CallOutcome::Kind::Answered) && hasKept();
    }
    bool hasKept() const { return earlier.state() == Run::State::Complete && earlier.frameCount() == 10; }
    void signal(int number) { ::kill(process(), number); }
    pid_t process() const { return static_cast<pid_t>(bench.engine.processId()); }

    Bench bench;
    Run earlier{sampleRequest()};
    QList<EngineCall *> calls;
    std::vector<CallOutcome> ends;
};

bool isGone(pid_t process)
{
    return QTest::qWaitFor([process] { return ::kill(process, 0) != 0; }, kWait);
}

} // namespace

class TestEnginePhases : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void killedInARequest_data() { addRequests(); }
    void killedInARequest();
    void crashedBetweenFrames_data() { addRequests(); }
    void crashedBetweenFrames();
    void stoppedInARequestGoesOn_data() { addRequests(); }
    void stoppedInARequestGoesOn();
    void stoppedInARequestIsRestarted_data() { addRequests(); }
    void stoppedInARequestIsRestarted();
    void stoppedInARequestDoesNotCancel_data() { addRequests(); }
    void stoppedInARequestDoesNotCancel();
    void stoppedAtTheEndOfTheProgram();
    void killedAtItsStart();
    void stoppedAtItsStart();
    void killedWhileLoading();
    void stoppedWhileLoading();
    void killedWhileIdle_data();
    void killedWhileIdle();
};

/// Stopped first, so that it is certain to be within the request.
void TestEnginePhases::killedInARequest()
{
    QFETCH(int, index);
    for (const int number : {SIGKILL, SIGSEGV, SIGTERM}) {
        Stage stage;
        QVERIFY(stage.ready());
        stage.signal(SIGSTOP);
        QVERIFY(stage.asks(index));
        stage.signal(number);
        stage.signal(SIGCONT);
        QVERIFY(stage.areOver());
        const QString sentence =
            number == SIGKILL ? kKilled : QStringLiteral("The engine stopped: it crashed (signal %1)").arg(number);
        QVERIFY(stage.areAll(CallOutcome::Kind::Lost));
        for (const CallOutcome &end : stage.ends)
            QCOMPARE(end.reason, sentence);
        QCOMPARE(stage.bench.engine.state(), State::Failed);
        QCOMPARE(stage.bench.engine.statusText(), sentence);
        QVERIFY(stage.hasKept());
        QVERIFY(stage.worksAgain(index));
    }
}

/// What was sent before the crash is kept; what is answered without frames has none.
void TestEnginePhases::crashedBetweenFrames()
{
    QFETCH(int, index);
    Stage stage(QStringLiteral("--crash-after 1"));
    QVERIFY(stage.bench.ready());
    const auto asked = ask(stage.bench.engine, index);
    QVERIFY(asked);
    std::vector<std::unique_ptr<Run>> runs;
    std::optional<CallOutcome> end;
    for (EngineCall *call : *asked) {
        feed(call, runs.emplace_back(std::make_unique<Run>(sampled())).get());
        connect(call, &EngineCall::ended, this, [&end](const CallOutcome &outcome) { end = outcome; });
    }
    QTRY_VERIFY_WITH_TIMEOUT(end.has_value(), kWait);
    const bool hasFrames = index != 3 && index != 4;
    if (!hasFrames) {
        QCOMPARE(end->kind, CallOutcome::Kind::Answered);
        return;
    }
    for (const auto &run : runs) {
        QCOMPARE(run->state(), Run::State::Interrupted);
        QCOMPARE(run->frameCount(), 1);
        QCOMPARE(run->reason(), kKilled);
        QVERIFY(!run->textAt(1).isEmpty());
    }
}

void TestEnginePhases::stoppedInARequestGoesOn()
{
    QFETCH(int, index);
    Stage stage;
    stage.bench.engine.setSilenceTimeout(200);
    QVERIFY(stage.ready());
    stage.signal(SIGSTOP);
    QVERIFY(stage.asks(index));
    QTRY_VERIFY_WITH_TIMEOUT(stage.bench.engine.isSilent(), kWait);
    QCOMPARE(stage.bench.engine.statusText(), QStringLiteral("The engine has not answered for 0.2 s"));
    QVERIFY(stage.ends.empty()); // nothing is given up
    stage.signal(SIGCONT);
    QVERIFY(stage.areOver());
    QVERIFY(stage.areAll(CallOutcome::Kind::Answered));
    QVERIFY(stage.rests());
    QVERIFY(!stage.bench.engine.isSilent());
    QVERIFY(stage.hasKept());
}

void TestEnginePhases::stoppedInARequestIsRestarted()
{
    QFETCH(int, index);
    Stage stage;
    QVERIFY(stage.ready());
    const pid_t old = stage.process();
    stage.signal(SIGSTOP);
    QVERIFY(stage.asks(index));
    stage.bench.engine.restart();
    QVERIFY(stage.areOver());
    QVERIFY(stage.areAll(CallOutcome::Kind::Lost));
    for (const CallOutcome &end : stage.ends)
        QCOMPARE(end.reason, QStringLiteral("The engine was restarted"));
    QVERIFY(isGone(old));
    QVERIFY(stage.worksAgain(index));
}

void TestEnginePhases::stoppedInARequestDoesNotCancel()
{
    QFETCH(int, index);
    Stage stage;
    stage.bench.engine.setCancelTimeout(200);
    QVERIFY(stage.ready());
    const pid_t old = stage.process();
    stage.signal(SIGSTOP);
    QVERIFY(stage.asks(index));
    stage.calls.first()->cancel();
    QVERIFY(stage.areOver());
    QVERIFY(stage.areAll(CallOutcome::Kind::Lost));
    QCOMPARE(stage.bench.engine.statusText(), QStringLiteral("The engine hangs: it did not stop within 0.2 s"));
    QVERIFY(isGone(old));
    QVERIFY(stage.worksAgain(index));
}

void TestEnginePhases::stoppedAtTheEndOfTheProgram()
{
    pid_t process = 0;
    {
        Stage stage;
        QVERIFY(stage.ready());
        process = stage.process();
        stage.signal(SIGSTOP);
        QVERIFY(stage.asks(0));
    }
    QVERIFY(isGone(process));
}

void TestEnginePhases::killedAtItsStart()
{
    Bench bench(QStringLiteral("--hang-at-start"));
    bench.engine.start();
    QTRY_VERIFY_WITH_TIMEOUT(bench.engine.processId() > 0, kWait);
    QCOMPARE(bench.engine.state(), State::Starting);
    ::kill(static_cast<pid_t>(bench.engine.processId()), SIGKILL);
    QVERIFY(bench.reaches(State::Failed));
    QCOMPARE(bench.engine.statusText(), kKilled);
}

void TestEnginePhases::stoppedAtItsStart()
{
    Bench bench(QStringLiteral("--hang-at-start"));
    bench.engine.start();
    QTRY_VERIFY_WITH_TIMEOUT(bench.engine.processId() > 0, kWait);
    const auto process = static_cast<pid_t>(bench.engine.processId());
    ::kill(process, SIGSTOP);
    bench.engine.setHelloTimeout(100);
    QVERIFY(bench.reaches(State::Failed));
    QCOMPARE(bench.engine.statusText(), QStringLiteral("The engine did not answer within 0.1 s"));
    QVERIFY(isGone(process));
    bench.engine.setHelloTimeout(kWait);
    bench.engine.setCommand(quoteWord(QStringLiteral(ARD_FAKE_ENGINE)));
    bench.engine.restart();
    QVERIFY(bench.reaches(State::Ready));
}

/// The model that was chosen is loaded by the next process.
void TestEnginePhases::killedWhileLoading()
{
    Bench bench(QStringLiteral("--load-delay 60000"));
    bench.engine.loadModel(QStringLiteral("somewhere"));
    bench.engine.start();
    QVERIFY(bench.reaches(State::LoadingModel));
    ::kill(static_cast<pid_t>(bench.engine.processId()), SIGKILL);
    QVERIFY(bench.reaches(State::Failed));
    QCOMPARE(bench.engine.statusText(), kKilled);
    bench.engine.setCommand(quoteWord(QStringLiteral(ARD_FAKE_ENGINE)));
    bench.engine.restart();
    QTRY_VERIFY_WITH_TIMEOUT(bench.engine.canRun(), kWait);
    QCOMPARE(bench.engine.model()->folder, std::string("somewhere"));
}

void TestEnginePhases::stoppedWhileLoading()
{
    Bench bench(QStringLiteral("--load-delay 5"));
    bench.engine.setSilenceTimeout(200);
    bench.engine.loadModel(QStringLiteral("somewhere"));
    connect(&bench.engine, &EngineClient::stateChanged, this, [&bench](State state) {
        if (state == State::LoadingModel)
            ::kill(static_cast<pid_t>(bench.engine.processId()), SIGSTOP);
    });
    bench.engine.start();
    QTRY_VERIFY_WITH_TIMEOUT(bench.engine.isSilent(), kWait);
    QCOMPARE(bench.engine.state(), State::LoadingModel);
    QCOMPARE(bench.engine.statusText(), QStringLiteral("The engine has not answered for 0.2 s"));
    ::kill(static_cast<pid_t>(bench.engine.processId()), SIGCONT);
    QTRY_VERIFY_WITH_TIMEOUT(bench.engine.canRun(), kWait);
}

void TestEnginePhases::killedWhileIdle_data()
{
    QTest::addColumn<bool>("isStopped");
    QTest::newRow("idle") << false;
    QTest::newRow("idle and stopped") << true;
}

void TestEnginePhases::killedWhileIdle()
{
    QFETCH(bool, isStopped);
    Stage stage;
    QVERIFY(stage.ready());
    if (isStopped)
        stage.signal(SIGSTOP);
    stage.signal(SIGKILL);
    QVERIFY(stage.bench.reaches(State::Failed)); // told at once, not with the next run
    QCOMPARE(stage.bench.engine.statusText(), kKilled);
    QVERIFY(stage.hasKept());
    QVERIFY(stage.worksAgain(0));
}

QTEST_GUILESS_MAIN(TestEnginePhases)
#include "tst_enginephases.moc"
