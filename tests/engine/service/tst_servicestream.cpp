// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the service makes of a stream that is not as it should be, or comes in pieces.
#include "engine/service/FakeEngine.h"
#include "support/Samples.h"
#include <QtTest>
#include <nlohmann/json.hpp>

using namespace ard;
using namespace ard::protocol;
using ard::test::FakeEngine;
using ard::test::ServiceUnderTest;
using nlohmann::json;

class TestServiceStream : public QObject {
    Q_OBJECT

    static bool isRequest(const Body &body)
    {
        return std::visit(
            [](const auto &value) {
                using Request = std::decay_t<decltype(value)>;
                return isWork<Request> || std::is_same_v<Request, HelloRequest> ||
                    std::is_same_v<Request, ListModelsRequest> || std::is_same_v<Request, CancelRequest> ||
                    std::is_same_v<Request, ShutdownRequest>;
            },
            body);
    }

private slots:
    void whatIsNotUnderstoodIsAnswered()
    {
        FakeEngine engine;
        ServiceUnderTest service(engine);
        service.raw(json::to_cbor({{"type", "newer_request"}, {"id", 41}}));
        auto failed = service.expect<FailedEvent>(41);
        QVERIFY(failed);
        QCOMPARE(failed->code, std::string("unknown_type"));
        service.raw(json::to_cbor({{"type", "cancel"}, {"id", 42}, {"target", "text"}}));
        failed = service.expect<FailedEvent>(42);
        QVERIFY(failed);
        QCOMPARE(failed->code, std::string("malformed"));
        service.raw({0x81, 0x81, 0x81});
        failed = service.expect<FailedEvent>(0);
        QVERIFY(failed);
        QCOMPARE(failed->code, std::string("malformed"));
        service.raw({});
        QVERIFY(service.expect<FailedEvent>(0));
        service.request(43, ProgressEvent{"not a request", 0});
        failed = service.expect<FailedEvent>(43);
        QVERIFY(failed);
        QCOMPARE(failed->code, std::string("malformed"));
        service.request(44, HelloRequest{});
        QVERIFY(service.expect<HelloEvent>(44));
    }

    void aLengthOutOfRangeEndsTheStream()
    {
        FakeEngine engine;
        ServiceUnderTest service(engine);
        const std::vector<std::uint8_t> text{'h', 'e', 'l', 'l', 'o'};
        service.input().put(text);
        const auto failed = service.expect<FailedEvent>(0);
        QVERIFY(failed);
        QCOMPARE(failed->code, std::string("bad_stream"));
        QCOMPARE(service.exitStatus(), 1);
    }

    void anInputThatEndsInsideAMessageIsAFault()
    {
        for (const std::vector<std::uint8_t> &cut :
             {std::vector<std::uint8_t>{8, 0}, {8, 0, 0, 0}, {8, 0, 0, 0, 0xA1}}) {
            FakeEngine engine;
            ServiceUnderTest service(engine);
            service.request(1, HelloRequest{});
            service.input().put(cut);
            service.input().end();
            QVERIFY(service.expect<HelloEvent>(1)); // what was asked for before is answered
            const auto failed = service.expect<FailedEvent>(0);
            QVERIFY(failed);
            QCOMPARE(failed->code, std::string("bad_stream"));
            QCOMPARE(failed->message, std::string("The input ended inside a message"));
            QCOMPARE(service.exitStatus(), 1);
        }
    }

    void everyRequestCutAtEachByte_data()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const Message &message : test::sampleMessages()) {
            if (isRequest(message.body))
                QTest::newRow(typeName(message.body)) << index;
            ++index;
        }
    }

    void everyRequestCutAtEachByte()
    {
        QFETCH(int, index);
        const auto bytes = encode(test::sampleMessages()[static_cast<std::size_t>(index)]);
        for (std::size_t cut = 1; cut < bytes.size(); ++cut) {
            FakeEngine engine;
            ServiceUnderTest service(engine);
            service.request(1, HelloRequest{});
            service.input().put(std::span(bytes).first(cut));
            service.input().end();
            QVERIFY(service.expect<HelloEvent>(1));
            const auto failed = service.expect<FailedEvent>(0);
            QVERIFY(failed);
            QCOMPARE(failed->message, std::string("The input ended inside a message"));
            QCOMPARE(service.exitStatus(), 1);
        }
    }

    /// Whatever comes, the service ends by itself, and what it says are messages.
    void damagedStreams()
    {
        std::vector<std::vector<std::uint8_t>> requests;
        for (const Message &message : test::sampleMessages())
            if (isRequest(message.body) && !std::holds_alternative<ShutdownRequest>(message.body))
                requests.push_back(encode(message));
        std::mt19937 random(19);
        int bad = 0;
        for (int round = 0; round < 1000; ++round) {
            std::vector<std::uint8_t> stream;
            for (int i = 0; i < 4; ++i) {
                const auto &one = requests[random() % requests.size()];
                stream.insert(stream.end(), one.begin(), one.end());
            }
            stream = test::damaged(stream, random);
            FakeEngine engine; // without a model: only what is understood is of interest
            ServiceUnderTest service(engine);
            service.request(1, HelloRequest{});
            for (std::size_t at = 0; at < stream.size();) {
                const std::size_t size = std::min<std::size_t>(1 + random() % 300, stream.size() - at);
                service.input().put(std::span(stream).subspan(at, size));
                at += size;
            }
            service.input().end();
            QVERIFY(service.expect<HelloEvent>(1));
            const int status = service.exitStatus();
            QVERIFY(status == 0 || status == 1);
            bad += status;
        }
        QVERIFY(bad > 10 && bad < 1000);
    }

    /// Nothing is computed ahead of who reads, so that nothing piles up.
    void aSlowReaderHoldsTheEngineUp()
    {
        FakeEngine engine;
        ServiceUnderTest service(engine);
        QVERIFY(service.loadModel());
        test::Gate &reader = service.output().reader;
        reader.close();
        service.request(2, test::runOf(20));
        for (int call = 0; call <= 20; ++call) {
            QVERIFY(reader.waitForVisitor());
            QCOMPARE(engine.modelCalls.load(), call); // the one that is being told
            reader.letThrough();
            QVERIFY(call == 0 ? service.expect<StartedEvent>(2).has_value()
                              : service.expect<FrameEvent>(2).has_value());
        }
        reader.open();
        QVERIFY(service.expect<FinishedEvent>(2));
    }

    void requestsMayComeInPieces()
    {
        FakeEngine engine;
        ServiceUnderTest service(engine);
        for (const std::uint8_t byte : encode({9, HelloRequest{}})) {
            service.input().put(std::span(&byte, 1));
            std::this_thread::yield();
        }
        QVERIFY(service.expect<HelloEvent>(9));
    }
};

QTEST_GUILESS_MAIN(TestServiceStream)
#include "tst_servicestream.moc"
