// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Requests of protocol 1.4: lanes that are answered, cancelled and fail each by itself, and the inside of a call.
#include "engine/service/FakeEngine.h"
#include <QtTest>
#include <new>

using namespace ard;
using namespace ard::protocol;
using ard::test::FakeEngine;
using ard::test::runOf;
using ard::test::ServiceUnderTest;

class TestServiceLanes : public QObject {
    Q_OBJECT

private slots:
    void lanesAdvanceTogether()
    {
        FakeEngine engine;
        ServiceUnderTest service(engine);
        QVERIFY(service.loadModel());
        GenerationRequest refused = runOf(3).request;
        refused.eta = 0.125;
        service.request(2, GenerateTogetherRequest{{{20, runOf(3).request}, {21, refused}, {22, runOf(1).request}}});
        QVERIFY(service.expect<StartedEvent>(20));
        const auto failed = service.expect<FailedEvent>(21); // and the others go on
        QVERIFY(failed);
        QCOMPARE(failed->code, std::string("invalid_argument"));
        QVERIFY(service.expect<StartedEvent>(22));
        QVERIFY(service.expect<FrameEvent>(20) && service.expect<FrameEvent>(22));
        const auto first = service.expect<FinishedEvent>(22); // as soon as it is done
        QVERIFY(first && !first->cancelled && !first->outputs.empty());
        QVERIFY(service.expect<FrameEvent>(20) && service.expect<FrameEvent>(20) && service.expect<FinishedEvent>(20));
        const auto whole = service.expect<FinishedEvent>(2);
        QVERIFY(whole && whole->outputs.empty() && !whole->cancelled);
        QVERIFY(service.output().empty());
    }

    void aLaneIsCancelledByItself()
    {
        FakeEngine engine;
        ServiceUnderTest service(engine);
        QVERIFY(service.loadModel());
        engine.modelCall.close();
        service.request(2, GenerateTogetherRequest{{{20, runOf(2).request}, {21, runOf(2).request}}});
        QVERIFY(service.expect<StartedEvent>(20) && service.expect<StartedEvent>(21));
        QVERIFY(engine.modelCall.waitForVisitor());
        service.request(3, CancelRequest{20});
        const auto cancelled = service.expect<FinishedEvent>(20); // while the model call is held up
        QVERIFY(cancelled && cancelled->cancelled);
        service.request(4, CancelRequest{20});
        QVERIFY(service.expect<LogEvent>(4)); // answered already
        engine.modelCall.open();
        QVERIFY(service.expect<FrameEvent>(21) && service.expect<FrameEvent>(21));
        const auto finished = service.expect<FinishedEvent>(21);
        QVERIFY(finished && !finished->cancelled);
        const auto whole = service.expect<FinishedEvent>(2);
        QVERIFY(whole && !whole->cancelled);
        QCOMPARE(engine.modelCalls.load(), 2);
    }

    void theWholeIsCancelledWithItsLanes()
    {
        FakeEngine engine;
        ServiceUnderTest service(engine);
        QVERIFY(service.loadModel());
        engine.modelCall.close();
        const auto ask = [&](std::uint64_t id) {
            service.request(id,
                            GenerateTogetherRequest{{{10 * id, runOf(2).request}, {10 * id + 1, runOf(2).request}}});
        };
        const auto isCancelled = [&](std::uint64_t id) {
            const auto finished = service.expect<FinishedEvent>(id);
            return finished && finished->cancelled && finished->outputs.empty();
        };
        ask(2);
        QVERIFY(service.expect<StartedEvent>(20) && service.expect<StartedEvent>(21));
        ask(3); // waits
        service.request(5, CancelRequest{30});
        QVERIFY(isCancelled(30)); // a lane of a request that waits
        for (const std::uint64_t id : {2, 3}) {
            service.request(6, CancelRequest{id});
            if (id == 2)
                QVERIFY(isCancelled(20));
            QVERIFY(isCancelled(10 * id + 1));
            QVERIFY(isCancelled(id));
        }
        engine.modelCall.open();
        service.request(7, HelloRequest{});
        QVERIFY(service.expect<HelloEvent>(7));
        QCOMPARE(engine.modelCalls.load(), 0);
    }

    void aRequestOfLanesFailsAsAWhole()
    {
        FakeEngine engine;
        ServiceUnderTest service(engine);
        const GenerateTogetherRequest two{{{20, runOf(2).request}, {21, runOf(2).request}}};
        const auto codeOf = [&](std::uint64_t id) {
            const auto failed = service.expect<FailedEvent>(id);
            return failed ? failed->code : std::string();
        };
        service.request(2, two);
        QCOMPARE(codeOf(2), std::string("no_model"));
        QVERIFY(service.loadModel());
        service.request(21, two); // the id of a lane
        QCOMPARE(codeOf(21), std::string("invalid_argument"));
        service.request(3, GenerateTogetherRequest{});
        QCOMPARE(codeOf(3), std::string("malformed"));
        service.request(4, GenerateTogetherRequest{{{20, runOf(2).request}, {20, runOf(2).request}}});
        QCOMPARE(codeOf(4), std::string("malformed"));
        service.request(5, GenerateTogetherRequest{{{0, runOf(2).request}}});
        QCOMPARE(codeOf(5), std::string("malformed"));
        GenerateTogetherRequest nine;
        for (std::uint64_t id = 30; id < 39; ++id)
            nine.lanes.push_back({id, runOf(2).request});
        service.request(6, nine);
        QCOMPARE(codeOf(6), std::string("malformed"));
        engine.atFrame = [](const StepFrame &) { throw std::bad_alloc(); };
        service.request(7, two);
        QVERIFY(service.expect<StartedEvent>(20) && service.expect<StartedEvent>(21));
        QCOMPARE(codeOf(7), std::string("out_of_memory"));
        QVERIFY(service.output().empty());
    }

    void saysWhereItsWordsLie()
    {
        FakeEngine engine;
        ServiceUnderTest service(engine);
        service.request(1, VocabularyMapRequest{});
        const auto failed = service.expect<FailedEvent>(1);
        QVERIFY(failed);
        QCOMPARE(failed->code, std::string("no_model"));
        QVERIFY(service.loadModel());
        service.request(2, VocabularyMapRequest{});
        const auto answer = service.expect<VocabularyMapEvent>(2);
        QVERIFY(answer);
        QCOMPARE(answer->map.pieces, (std::vector<std::string>{"a", "b"}));
        QCOMPARE(answer->map.points[1], (std::array<float, 2>{2, 3}));
    }

    void looksInsideACall()
    {
        FakeEngine engine;
        ServiceUnderTest service(engine);
        QVERIFY(service.loadModel());
        service.request(2, InspectCallRequest{runOf(3).request, 2, 1});
        const auto answer = service.expect<CallInsideEvent>(2);
        QVERIFY(answer);
        QCOMPARE(answer->inside.modelCall, 2);
        QCOMPARE(answer->inside.position, 1);
        service.request(3, InspectCallRequest{runOf(3).request, 9, 1});
        const auto failed = service.expect<FailedEvent>(3);
        QVERIFY(failed);
        QCOMPARE(failed->code, std::string("invalid_argument"));
        engine.modelCall.close();
        service.request(4, InspectCallRequest{runOf(3).request, 2, 1});
        QVERIFY(engine.modelCall.waitForVisitor());
        service.request(5, CancelRequest{4});
        const auto cancelled = service.expect<FailedEvent>(4);
        QVERIFY(cancelled);
        QCOMPARE(cancelled->code, std::string("cancelled"));
        engine.modelCall.open();
    }
};

QTEST_GUILESS_MAIN(TestServiceLanes)
#include "tst_servicelanes.moc"
