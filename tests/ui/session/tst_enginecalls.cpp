// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Several requests in flight at once, and those besides a run: each ends by itself, death ends all of them.
#include "ui/session/EngineBench.h"
#include <QSignalSpy>
#include <csignal>
#include <memory>
#include <optional>
#include <vector>

using namespace ard;
using namespace ard::ui;
using namespace ard::test;

class TestEngineCalls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void failedLoadKeepsTheModel();
    void manyCallsAtOnce();
    void noMoreThanTheEngineTakes();
    void deathEndsAllCalls();
    void fillAndAttention();
    void lanesAdvanceTogether();
    void oneLaneAndNone();
    void eightLanesAndNoMore();
    void nothingIsAskedWithoutAModel();
    void aLaneThatIsNotAnsweredFails();
    void anOlderEngineMakesLanesOneByOne();
    void anOlderEngineFailsInOneLane();
    void deathEndsTheLanesThatAreLeft();
    void silenceIsToldUntilTheNextMessage();
};

void TestEngineCalls::failedLoadKeepsTheModel()
{
    Bench bench(QStringLiteral("--refuse-folder broken"));
    QVERIFY(bench.ready());
    QSignalSpy refused(&bench.engine, &EngineClient::modelRefused);
    bench.engine.loadModel(QStringLiteral("broken"));
    QVERIFY(refused.wait(kWait));
    QCOMPARE(refused.first().first().toString(), QStringLiteral("broken"));
    QVERIFY(bench.engine.canRun()); // docs/protocol.md: a failed load keeps the model that was there
    QCOMPARE(bench.engine.model()->folder, std::string("somewhere"));
    Run run(sampleRequest(3));
    QVERIFY(bench.generate(run));
    QVERIFY(bench.ends(run));
    QCOMPARE(run.state(), Run::State::Complete);
    bench.engine.restart();
    QTRY_VERIFY_WITH_TIMEOUT(bench.engine.canRun(), kWait);
    QCOMPARE(bench.engine.model()->folder, std::string("somewhere"));
    QCOMPARE(refused.size(), 1); // the broken one was not tried again
}

void TestEngineCalls::manyCallsAtOnce()
{
    Bench bench(QStringLiteral("--delay 5"));
    QVERIFY(bench.ready());
    GenerationRequest wrong = sampleRequest();
    wrong.schedule.length = 13; // the model has 12
    Run first(sampleRequest(6)), cancelled(sampleRequest(200)), refused(wrong), last(sampleRequest(4));
    for (Run *run : {&first, &cancelled, &refused, &last}) {
        QVERIFY(bench.generate(*run));
        if (run == &cancelled)
            bench.call->cancel(); // it waits still
    }
    QCOMPARE(bench.engine.calls().size(), 4);
    QCOMPARE(bench.engine.status().calls, 6 + 200 + 10 + 4);
    for (const Run *run : {&first, &cancelled, &refused, &last})
        QVERIFY(bench.ends(*run));
    QCOMPARE(first.state(), Run::State::Complete);
    QCOMPARE(cancelled.state(), Run::State::Cancelled);
    QVERIFY(cancelled.frameCount() < 200);
    QCOMPARE(refused.state(), Run::State::Failed);
    QVERIFY2(refused.reason().contains(QStringLiteral("another length")), qPrintable(refused.reason()));
    QCOMPARE(last.state(), Run::State::Complete);
    QCOMPARE(last.frameCount(), 4);
    QVERIFY(bench.engine.canRun());
    QVERIFY(bench.engine.calls().isEmpty());
}

void TestEngineCalls::noMoreThanTheEngineTakes()
{
    Bench bench(QStringLiteral("--hang-after 1"));
    QVERIFY(bench.ready());
    for (int i = 0; i < EngineClient::kMaxCalls; ++i)
        QVERIFY(bench.engine.ask(protocol::GenerateRequest{sampleRequest()}));
    const auto more = bench.engine.ask(protocol::GenerateRequest{sampleRequest()});
    QVERIFY(!more);
    QVERIFY(QString::fromStdString(more.error().message).contains(QStringLiteral("enough to do")));
    QCOMPARE(bench.engine.calls().size(), EngineClient::kMaxCalls);
}

void TestEngineCalls::deathEndsAllCalls()
{
    Bench bench(QStringLiteral("--crash-after 3"));
    QVERIFY(bench.ready());
    Run first(sampleRequest()), second(sampleRequest());
    QVERIFY(bench.generate(first));
    QVERIFY(bench.generate(second));
    QSignalSpy ended(bench.call, &EngineCall::ended);
    QVERIFY(bench.ends(first) && bench.ends(second));
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended.first().first().value<CallOutcome>().kind, CallOutcome::Kind::Lost);
    for (const Run *run : {&first, &second}) {
        QCOMPARE(run->state(), Run::State::Interrupted);
        QVERIFY(run->reason().contains(QStringLiteral("signal 9")));
    }
    QCOMPARE(first.frameCount(), 3);
    QCOMPARE(second.frameCount(), 0);
    QVERIFY(bench.engine.calls().isEmpty());
}

void TestEngineCalls::fillAndAttention()
{
    Bench bench;
    QVERIFY(bench.ready());
    Run filled(sampleRequest());
    const SamplingPlan plan = filled.plan();
    QVERIFY(bench.start(filled, protocol::FillSkippedRequest{sampleRequest(), 3}));
    QVERIFY(bench.ends(filled));
    QCOMPARE(filled.state(), Run::State::Complete);
    QCOMPARE(filled.modelCalls(), plan.sentenceSteps[2] - plan.sentenceSteps[3]);
    QCOMPARE(filled.plan().timesteps.front(), plan.timesteps[2]);
    QCOMPARE(filled.plan().timesteps.back(), plan.timesteps[3]);

    std::optional<AttentionMap> map;
    const auto look = bench.engine.ask(protocol::AttentionRequest{sampleRequest(), 2, 1, 0});
    QVERIFY(look);
    connect(*look, &EngineCall::ended, this, [&](const CallOutcome &outcome) {
        if (const auto *event = outcome.as<protocol::AttentionMapEvent>())
            map = event->map;
    });
    QTRY_VERIFY_WITH_TIMEOUT(map.has_value(), kWait);
    QCOMPARE(map->weights.size(), std::size_t(12 * 12));

    Run continued(sampleRequest());
    Continuation continuation;
    continuation.fromCall = 4;
    QVERIFY(bench.start(continued, protocol::ContinueFromRequest{sampleRequest(), continuation}));
    QVERIFY(bench.ends(continued));
    QCOMPARE(continued.state(), Run::State::Complete);
    QCOMPARE(continued.record().request.continuations.size(), std::size_t(1));
}

namespace {

/// Runs that are asked for together and fed; in which order their frames came, as indices of the runs.
struct Lanes {
    Lanes(Bench &bench, const std::vector<GenerationRequest> &requests)
    {
        const auto asked = bench.engine.askTogether(requests);
        if (!asked)
            return;
        calls = *asked;
        for (std::size_t i = 0; i < requests.size(); ++i) {
            Run *run = runs.emplace_back(std::make_unique<Run>(requests[i])).get();
            feed(calls[static_cast<int>(i)], run);
            QObject::connect(run, &Run::frameAdded, run, [this, i] { order.push_back(static_cast<int>(i)); });
        }
    }
    std::vector<std::unique_ptr<Run>> runs;
    QList<EngineCall *> calls;
    std::vector<int> order;
};

} // namespace

void TestEngineCalls::lanesAdvanceTogether()
{
    Bench bench(QStringLiteral("--delay 2"));
    QVERIFY(bench.ready());
    GenerationRequest wrong = sampleRequest();
    wrong.schedule.length = 13; // the model has 12
    Lanes lanes(bench, {sampleRequest(3), sampleRequest(200), wrong, sampleRequest(2)});
    QCOMPARE(lanes.runs.size(), std::size_t(4));
    QCOMPARE(bench.engine.calls().size(), 4);
    QCOMPARE(bench.engine.status().calls, 3 + 200 + 10 + 2);
    QVERIFY(bench.ends(*lanes.runs[0]));
    QVERIFY(lanes.runs[1]->isLive());
    lanes.calls[1]->cancel(); // a lane alone
    for (const auto &run : lanes.runs)
        QVERIFY(bench.ends(*run));
    QCOMPARE(lanes.runs[0]->state(), Run::State::Complete);
    QCOMPARE(lanes.runs[1]->state(), Run::State::Cancelled);
    QCOMPARE(lanes.runs[2]->state(), Run::State::Failed);
    QCOMPARE(lanes.runs[3]->state(), Run::State::Complete);
    const std::vector<int> beginning(lanes.order.begin(), lanes.order.begin() + 9);
    QCOMPARE(beginning, (std::vector{0, 1, 3, 0, 1, 3, 0, 1, 1}));
    QTRY_VERIFY_WITH_TIMEOUT(bench.engine.canRun(), kWait);
    QVERIFY(!bench.engine.askTogether(std::vector(9, sampleRequest()))); // more than there may be
    QVERIFY(bench.engine.calls().isEmpty());
}

void TestEngineCalls::oneLaneAndNone()
{
    Bench bench;
    QVERIFY(bench.ready());
    Lanes one(bench, {sampleRequest(3)});
    QVERIFY(bench.ends(*one.runs.at(0)));
    QCOMPARE(one.runs[0]->state(), Run::State::Complete);
    QTRY_VERIFY_WITH_TIMEOUT(bench.engine.canRun(), kWait);
    const auto none = bench.engine.askTogether({});
    QVERIFY(none && none->isEmpty());
    QVERIFY(bench.engine.canRun());
}

void TestEngineCalls::eightLanesAndNoMore()
{
    Bench bench(QStringLiteral("--delay 2"));
    QVERIFY(bench.ready());
    Lanes lanes(bench, std::vector(8, sampleRequest(20)));
    QCOMPARE(lanes.runs.size(), std::size_t(8));
    const auto more = bench.engine.askTogether({sampleRequest(), sampleRequest()}); // ten would be in flight
    QVERIFY(!more && !more.error().message.empty());
    QCOMPARE(bench.engine.calls().size(), 8); // not one of them was begun
    for (const auto &run : lanes.runs) {
        QVERIFY(bench.ends(*run));
        QCOMPARE(run->state(), Run::State::Complete);
    }
    QCOMPARE(std::vector<int>(lanes.order.begin(), lanes.order.begin() + 8), (std::vector{0, 1, 2, 3, 4, 5, 6, 7}));
}

void TestEngineCalls::nothingIsAskedWithoutAModel()
{
    Bench bench;
    QVERIFY(!bench.engine.askTogether({sampleRequest()})); // no engine
    bench.engine.start();
    QVERIFY(bench.reaches(State::Ready));
    const auto asked = bench.engine.askTogether({sampleRequest(), sampleRequest()});
    QVERIFY(!asked && asked.error().message == "No model is loaded");
    QVERIFY(bench.engine.calls().isEmpty());
    bench.engine.loadModel(QStringLiteral("somewhere"));
    QVERIFY(!bench.engine.askTogether({sampleRequest()})); // it is being loaded
}

void TestEngineCalls::aLaneThatIsNotAnsweredFails()
{
    Bench bench(QStringLiteral("--forget-lane"));
    QVERIFY(bench.ready());
    Lanes lanes(bench, {sampleRequest(3), sampleRequest(2)});
    for (const auto &run : lanes.runs)
        QVERIFY(bench.ends(*run));
    QCOMPARE(lanes.runs[0]->state(), Run::State::Complete);
    QCOMPARE(lanes.runs[1]->state(), Run::State::Failed);
    QVERIFY2(lanes.runs[1]->reason().contains(QStringLiteral("unanswered")), qPrintable(lanes.runs[1]->reason()));
    QVERIFY(bench.engine.canRun());
}

void TestEngineCalls::anOlderEngineMakesLanesOneByOne()
{
    Bench bench(QStringLiteral("--before-together"));
    QVERIFY(bench.ready());
    Lanes lanes(bench, {sampleRequest(3), sampleRequest(2), sampleRequest(4)});
    lanes.calls[1]->cancel(); // before the engine has said that it does not know lanes
    for (const auto &run : lanes.runs)
        QVERIFY(bench.ends(*run));
    QCOMPARE(lanes.runs[0]->state(), Run::State::Complete);
    QCOMPARE(lanes.runs[1]->state(), Run::State::Cancelled);
    QCOMPARE(lanes.runs[2]->state(), Run::State::Complete);
    QCOMPARE(lanes.order, (std::vector{0, 0, 0, 2, 2, 2, 2}));
    QVERIFY(bench.engine.canRun());
}

void TestEngineCalls::anOlderEngineFailsInOneLane()
{
    Bench bench(QStringLiteral("--before-together"));
    QVERIFY(bench.ready());
    GenerationRequest wrong = sampleRequest();
    wrong.schedule.length = 13; // the model has 12
    Lanes lanes(bench, {sampleRequest(3), wrong, sampleRequest(2)});
    for (const auto &run : lanes.runs)
        QVERIFY(bench.ends(*run));
    QCOMPARE(lanes.runs[0]->state(), Run::State::Complete);
    QCOMPARE(lanes.runs[1]->state(), Run::State::Failed);
    QVERIFY(!lanes.runs[1]->reason().isEmpty());
    QCOMPARE(lanes.runs[2]->state(), Run::State::Complete);
}

void TestEngineCalls::deathEndsTheLanesThatAreLeft()
{
    Bench bench(QStringLiteral("--crash-after 2"));
    QVERIFY(bench.ready());
    Lanes lanes(bench, {sampleRequest(3), sampleRequest(1)});
    for (const auto &run : lanes.runs)
        QVERIFY(bench.ends(*run));
    QCOMPARE(lanes.runs[0]->state(), Run::State::Interrupted);
    QCOMPARE(lanes.runs[1]->state(), Run::State::Complete);
    QVERIFY(bench.engine.calls().isEmpty());
}

void TestEngineCalls::silenceIsToldUntilTheNextMessage()
{
    Bench bench(QStringLiteral("--delay 1"));
    bench.engine.setSilenceTimeout(300);
    QVERIFY(bench.ready());
    QVERIFY(!bench.engine.isSilent()); // it has nothing to do, and nothing to say
    Run run(sampleRequest(200));
    QVERIFY(bench.generate(run));
    QTRY_VERIFY_WITH_TIMEOUT(run.frameCount() > 2, kWait);
    const auto process = static_cast<pid_t>(bench.engine.processId());
    QVERIFY(kill(process, SIGSTOP) == 0);
    QSignalSpy told(&bench.engine, &EngineClient::statusChanged);
    QTRY_VERIFY_WITH_TIMEOUT(bench.engine.isSilent(), kWait);
    QVERIFY(!told.isEmpty());
    QCOMPARE(bench.engine.statusText(), QStringLiteral("The engine has not answered for 0.3 s"));
    QCOMPARE(bench.engine.state(), State::Running); // nothing was ended
    QVERIFY(run.isLive());
    bench.call->cancel();
    QCOMPARE(bench.engine.statusText(), QStringLiteral("Stopping"));
    QVERIFY(kill(process, SIGCONT) == 0);
    QVERIFY(bench.ends(run));
    QCOMPARE(run.state(), Run::State::Cancelled);
    QVERIFY(!bench.engine.isSilent());
    QVERIFY(bench.engine.canRun());
}

QTEST_GUILESS_MAIN(TestEngineCalls)
#include "tst_enginecalls.moc"
