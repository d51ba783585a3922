// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/FakeEngine.h"
#include "support/Refusal.h"
#include "support/Samples.h"
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

using namespace ard;
using namespace ard::protocol;
using ard::test::FakeEngine;
using ard::test::runOf;
using ard::test::ServiceUnderTest;
using nlohmann::json;

namespace {

void writeText(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

} // namespace

class TestService : public QObject {
    Q_OBJECT

private slots:
    void saysHello()
    {
        FakeEngine engine;
        ServiceUnderTest service(engine);
        service.request(5, HelloRequest{kMajor, kMinor + 3, "newer window"});
        const auto hello = service.expect<HelloEvent>(5);
        QVERIFY(hello);
        QCOMPARE(hello->major, kMajor);
        QCOMPARE(hello->engineVersion, std::string("9.8.7"));
        QCOMPARE(hello->blas, std::string("test BLAS"));
        service.request(6, HelloRequest{kMajor + 1, 0, "another window"});
        const auto refused = service.expect<FailedEvent>(6);
        QVERIFY(refused);
        QCOMPARE(refused->code, std::string("unsupported_version"));
    }

    void loadsAndGeneratesInOrder()
    {
        FakeEngine engine;
        ServiceUnderTest service(engine);
        service.request(1, LoadModelRequest{"good", "auto"}); // no hello before
        const auto half = service.expect<ProgressEvent>(1);
        QVERIFY(half);
        QCOMPARE(half->stage, std::string("reading weights"));
        const auto whole = service.expect<ProgressEvent>(1);
        QVERIFY(whole);
        QCOMPARE(whole->fraction, 1.0);
        const auto loaded = service.expect<LoadedEvent>(1);
        QVERIFY(loaded);
        QCOMPARE(loaded->model.name, std::string("tiny"));
        service.request(2, runOf(3));
        const auto started = service.expect<StartedEvent>(2);
        QVERIFY(started);
        QCOMPARE(started->run.plan.modelCalls(), 3);
        QCOMPARE(started->source.pieces.size(), std::size_t{2});
        QCOMPARE(started->source.leftOut, 3);
        QCOMPARE(started->source.unknown, 1);
        for (int call = 1; call <= 3; ++call) {
            const auto frame = service.expect<FrameEvent>(2);
            QVERIFY(frame);
            QCOMPARE(frame->frame.modelCall, call);
            QVERIFY(frame->words.count(call) == 1);
        }
        const auto finished = service.expect<FinishedEvent>(2);
        QVERIFY(finished);
        QVERIFY(!finished->cancelled);
        QCOMPARE(finished->outputs.size(), std::size_t{4});
        QCOMPARE(finished->chosen, 3);
        QVERIFY(service.output().empty());
    }

    void generatingNeedsAModel()
    {
        FakeEngine engine;
        ServiceUnderTest service(engine);
        service.request(3, runOf(2));
        const auto failed = service.expect<FailedEvent>(3);
        QVERIFY(failed);
        QCOMPARE(failed->code, std::string("no_model"));
    }

    void continuesARun()
    {
        FakeEngine engine;
        ServiceUnderTest service(engine);
        QVERIFY(service.loadModel());
        ContinueFromRequest request{runOf(3).request, {}};
        request.request.continuations.resize(1);
        request.continuation.fromCall = 2;
        service.request(2, request);
        QVERIFY(service.expect<StartedEvent>(2));
        for (int call = 1; call <= 3; ++call)
            QVERIFY(service.expect<FrameEvent>(2));
        QVERIFY(service.expect<FinishedEvent>(2));
        QCOMPARE(engine.lastContinuations.size(), std::size_t{2}); // the earlier one stays
        QCOMPARE(engine.lastContinuations[1].fromCall, 2);
    }

    void fillsSkippedSteps()
    {
        FakeEngine engine;
        ServiceUnderTest service(engine);
        QVERIFY(service.loadModel());
        service.request(2, FillSkippedRequest{runOf(3).request, 2});
        QVERIFY(service.expect<StartedEvent>(2));
        QVERIFY(service.expect<FrameEvent>(2));
        const auto filled = service.expect<FilledEvent>(2);
        QVERIFY(filled);
        QCOMPARE(filled->steps.modelCall, 2);
        QCOMPARE(filled->steps.jumpWords.size(), std::size_t{4});
        service.request(3, FillSkippedRequest{runOf(3).request, 99});
        const auto failed = service.expect<FailedEvent>(3);
        QVERIFY(failed);
        QCOMPARE(failed->code, std::string("invalid_argument"));
        QVERIFY(service.output().empty());
    }

    void showsAttention()
    {
        FakeEngine engine;
        ServiceUnderTest service(engine);
        service.request(1, AttentionRequest{runOf(3).request, 2, 0, 1});
        auto failed = service.expect<FailedEvent>(1);
        QVERIFY(failed);
        QCOMPARE(failed->code, std::string("no_model"));
        QVERIFY(service.loadModel());
        service.request(2, AttentionRequest{runOf(3).request, 2, 0, 1});
        const auto answer = service.expect<AttentionMapEvent>(2);
        QVERIFY(answer);
        QCOMPARE(answer->map.modelCall, 2);
        QCOMPARE(answer->map.head, 1);
        QCOMPARE(answer->map.weights.size(), std::size_t{4});
        engine.poisonFrames = true;
        service.request(3, AttentionRequest{runOf(3).request, 2, 0, 1});
        failed = service.expect<FailedEvent>(3);
        QVERIFY(failed);
        QVERIFY(failed->message.find("not finite") != std::string::npos);
    }

    void cancelOfAnAttentionRequestFails()
    {
        FakeEngine engine;
        ServiceUnderTest service(engine);
        QVERIFY(service.loadModel());
        engine.modelCall.close();
        service.request(2, AttentionRequest{runOf(3).request, 2, 0, 1});
        QVERIFY(engine.modelCall.waitForVisitor());
        service.request(3, CancelRequest{2});
        const auto failed = service.expect<FailedEvent>(2);
        QVERIFY(failed);
        QCOMPARE(failed->code, std::string("cancelled"));
        engine.modelCall.open();
    }

    void aRequestOutOfRangeFailsWithTheEnginesSentence()
    {
        FakeEngine engine;
        ServiceUnderTest service(engine);
        QVERIFY(service.loadModel());
        GenerateRequest request = runOf(2);
        request.request.eta = 0.125;
        service.request(3, request);
        const auto failed = service.expect<FailedEvent>(3);
        QVERIFY(failed);
        QCOMPARE(failed->code, std::string("invalid_argument"));
        QCOMPARE(failed->message, std::string("An eta of 0.125 is not wanted here"));
    }

    /// A request for another T than the model's is not quietly run with the model's.
    void requestsForAnotherModelAreRefused()
    {
        FakeEngine engine;
        ServiceUnderTest service(engine);
        QVERIFY(service.loadModel());
        const int steps = test::sampleModel().diffusionSteps;
        GenerateRequest fits = runOf(2);
        fits.request.schedule.diffusionSteps = steps;
        service.request(2, fits);
        QVERIFY(service.expect<StartedEvent>(2));
        QVERIFY(service.expect<FrameEvent>(2) && service.expect<FrameEvent>(2) && service.expect<FinishedEvent>(2));
        GenerateRequest wrong = fits;
        wrong.request.schedule.diffusionSteps = steps + 1;
        for (const Body &body :
             {Body(wrong), Body(ContinueFromRequest{wrong.request, {}}), Body(FillSkippedRequest{wrong.request, 1}),
              Body(AttentionRequest{wrong.request}), Body(InspectCallRequest{wrong.request, 1, 0})}) {
            service.request(3, body);
            const auto failed = service.expect<FailedEvent>(3);
            QVERIFY(failed);
            QCOMPARE(failed->code, std::string("invalid_argument"));
            QVERIFY2(failed->message.find(std::to_string(steps) + " diffusion steps") != std::string::npos,
                     failed->message.c_str());
        }
    }

    void failedLoadsKeepTheModelAndTheProcess_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const char *folder, const char *code, const char *reason) {
            QTest::newRow(name) << QString::fromLatin1(folder) << QString::fromLatin1(code)
                                << QString::fromLatin1(reason);
        };
        row("missing", "missing", "not_found", "There is no model folder here");
        row("bad_alloc", "memory", "out_of_memory", "not enough memory while");
        row("torch memory", "torch memory", "out_of_memory", "not enough memory while");
        row("other exception", "other", "internal", "something went wrong while");
    }

    void failedLoadsKeepTheModelAndTheProcess()
    {
        QFETCH(QString, folder);
        QFETCH(QString, code);
        FakeEngine engine;
        ServiceUnderTest service(engine);
        QVERIFY(service.loadModel());
        service.request(2, LoadModelRequest{folder.toStdString(), "auto"});
        QVERIFY(service.expect<ProgressEvent>(2));
        const auto failed = service.expect<FailedEvent>(2);
        QVERIFY(failed);
        QCOMPARE(failed->code, code.toStdString());
        QFETCH(QString, reason);
        ARD_SAYS(failed->message, reason);
        service.request(3, runOf(1));
        QVERIFY(service.expect<StartedEvent>(3));
        QVERIFY(service.expect<FrameEvent>(3));
        QVERIFY(service.expect<FinishedEvent>(3));
    }

    void exceptionsWhileGeneratingAreAnswered()
    {
        FakeEngine engine;
        engine.atFrame = [](const StepFrame &frame) {
            if (frame.modelCall == 2)
                throw std::bad_alloc();
        };
        ServiceUnderTest service(engine);
        QVERIFY(service.loadModel());
        service.request(2, runOf(3));
        QVERIFY(service.expect<StartedEvent>(2));
        QVERIFY(service.expect<FrameEvent>(2));
        const auto failed = service.expect<FailedEvent>(2);
        QVERIFY(failed);
        QCOMPARE(failed->code, std::string("out_of_memory"));
        service.request(3, HelloRequest{});
        QVERIFY(service.expect<HelloEvent>(3));
    }

    void numbersThatAreNotFiniteAreNotSent()
    {
        FakeEngine engine;
        engine.poisonFrames = true;
        ServiceUnderTest service(engine);
        QVERIFY(service.loadModel());
        service.request(2, runOf(5));
        QVERIFY(service.expect<StartedEvent>(2));
        const auto failed = service.expect<FailedEvent>(2);
        QVERIFY(failed);
        QVERIFY(failed->message.find("not finite") != std::string::npos);
        QCOMPARE(engine.modelCalls.load(), 1);
    }

    void cancelIsAnsweredDuringAModelCall()
    {
        FakeEngine engine;
        ServiceUnderTest service(engine);
        QVERIFY(service.loadModel());
        for (std::uint64_t id = 2; id < 7; ++id) {
            engine.modelCall.close();
            service.request(id, runOf(5));
            QVERIFY(service.expect<StartedEvent>(id)); // and nothing of the run before
            QVERIFY(engine.modelCall.waitForVisitor());
            service.request(100, CancelRequest{id});
            const auto finished = service.expect<FinishedEvent>(id); // while the model call is held up
            QVERIFY(finished);
            QVERIFY(finished->cancelled);
            QVERIFY(finished->outputs.empty());
            engine.modelCall.open();
        }
        QCOMPARE(engine.modelCalls.load(), 0);
    }

    void cancelOfAWaitingRequestAndOfNothing()
    {
        FakeEngine engine;
        ServiceUnderTest service(engine);
        QVERIFY(service.loadModel());
        engine.modelCall.close();
        service.request(2, runOf(1));
        QVERIFY(service.expect<StartedEvent>(2));
        service.request(3, runOf(1));
        service.request(4, CancelRequest{3});
        const auto finished = service.expect<FinishedEvent>(3);
        QVERIFY(finished && finished->cancelled);
        service.request(5, CancelRequest{3});
        QVERIFY(service.expect<LogEvent>(5));
        engine.modelCall.open();
        QVERIFY(service.expect<FrameEvent>(2));
        QVERIFY(service.expect<FinishedEvent>(2));
    }

    void cancelOfALoadKeepsTheModelBefore()
    {
        FakeEngine engine;
        ServiceUnderTest service(engine);
        engine.modelCall.close();
        service.request(2, LoadModelRequest{"good", "auto"});
        QVERIFY(service.expect<ProgressEvent>(2));
        service.request(3, CancelRequest{2});
        const auto failed = service.expect<FailedEvent>(2);
        QVERIFY(failed);
        QCOMPARE(failed->code, std::string("cancelled"));
        engine.modelCall.open();
        service.request(4, runOf(1));
        const auto noModel = service.expect<FailedEvent>(4);
        QVERIFY(noModel);
        QCOMPARE(noModel->code, std::string("no_model"));
    }

    void tooManyWaitingRequestsAreRefused()
    {
        FakeEngine engine;
        ServiceUnderTest service(engine);
        QVERIFY(service.loadModel());
        engine.modelCall.close();
        service.request(1, runOf(1));
        QVERIFY(service.expect<StartedEvent>(1));
        for (std::uint64_t id = 2; id <= 9; ++id)
            service.request(id, runOf(1));
        service.request(10, runOf(1));
        const auto failed = service.expect<FailedEvent>(10);
        QVERIFY(failed);
        QCOMPARE(failed->code, std::string("busy"));
        engine.modelCall.open();
        QVERIFY(service.expect<FrameEvent>(1));
        QVERIFY(service.expect<FinishedEvent>(1));
        for (std::uint64_t id = 2; id <= 9; ++id) {
            QVERIFY(service.expect<StartedEvent>(id));
            QVERIFY(service.expect<FrameEvent>(id));
            QVERIFY(service.expect<FinishedEvent>(id));
        }
    }

    void shutdownAnswersWhatRunsAndLeavesAtOnce()
    {
        FakeEngine engine;
        ServiceUnderTest service(engine);
        QVERIFY(service.loadModel());
        engine.modelCall.close();
        service.request(2, runOf(5));
        QVERIFY(service.expect<StartedEvent>(2));
        service.request(3, runOf(5));
        service.request(4, ShutdownRequest{});
        QCOMPARE(service.exitStatus(), 0); // the model call has not ended
        auto finished = service.expect<FinishedEvent>(2);
        QVERIFY(finished && finished->cancelled);
        finished = service.expect<FinishedEvent>(3);
        QVERIFY(finished && finished->cancelled);
    }

    void theEndOfInputLetsRequestsFinish()
    {
        FakeEngine engine;
        ServiceUnderTest service(engine);
        service.request(1, LoadModelRequest{"good", "auto"});
        service.request(2, runOf(2));
        service.input().end();
        QCOMPARE(service.exitStatus(), 0);
        QVERIFY(service.expect<ProgressEvent>(1));
        QVERIFY(service.expect<ProgressEvent>(1));
        QVERIFY(service.expect<LoadedEvent>(1));
        QVERIFY(service.expect<StartedEvent>(2));
        QVERIFY(service.expect<FrameEvent>(2));
        QVERIFY(service.expect<FrameEvent>(2));
        QVERIFY(service.expect<FinishedEvent>(2));
    }

    void aBrokenPipeStopsTheRunAndTheService()
    {
        FakeEngine engine;
        ServiceUnderTest service(engine);
        QVERIFY(service.loadModel());
        engine.modelCall.close();
        service.request(2, runOf(100));
        QVERIFY(service.expect<StartedEvent>(2));
        service.output().breakPipe();
        engine.modelCall.open();
        QCOMPARE(service.exitStatus(), 0); // although the input is still open
        QCOMPARE(engine.modelCalls.load(), 1);
    }

    void listsModelsAndSkipsBrokenOnes()
    {
        const QTemporaryDir folder;
        QDir(folder.path()).mkpath("good");
        QDir(folder.path()).mkpath("broken");
        QDir(folder.path()).mkpath("no model");
        writeText(
            folder.filePath("good/model.json"),
            R"({"format": 1, "name": "good one", "architecture": {"vocabulary": 50}, "diffusion": {"length": 8, "diffusion_steps": 100}})");
        writeText(folder.filePath("broken/model.json"), "{");
        FakeEngine engine;
        engine.modelFolders = {folder.path().toStdString()};
        ServiceUnderTest service(engine);
        for (const std::uint64_t id : {5, 6}) { // its own where none are named, and only then
            service.request(id, id == 5 ? ListModelsRequest{} : ListModelsRequest{{"no such folder"}});
            if (id == 5)
                QVERIFY(service.expect<LogEvent>(id)); // of the broken one
            const auto own = service.expect<ModelsEvent>(id);
            QVERIFY(own);
            QCOMPARE(own->models.size(), std::size_t(id == 5 ? 1 : 0));
        }
        service.request(7, ListModelsRequest{{folder.path().toStdString(), "no such folder"}});
        const auto log = service.expect<LogEvent>(7);
        QVERIFY(log);
        QCOMPARE(log->level, std::string("warn"));
        const auto models = service.expect<ModelsEvent>(7);
        QVERIFY(models);
        QCOMPARE(models->models.size(), std::size_t{1});
        QCOMPARE(models->models[0].name, std::string("good one"));
    }
};

QTEST_GUILESS_MAIN(TestService)
#include "tst_service.moc"
