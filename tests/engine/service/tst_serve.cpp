// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/Codec.h"
#include "support/RandomModel.h"
#include "support/Refusal.h"
#include <QDeadlineTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <deque>

using namespace ard;
using namespace ard::protocol;

namespace {

constexpr int patience = 60'000; // a busy machine, sanitizers

/// `ardiff serve` as a child process and the window's side of the protocol.
class Engine {
public:
    Engine()
    {
        m_process.setProcessChannelMode(QProcess::SeparateChannels);
        m_process.start(QStringLiteral(ARD_PROGRAM), {QStringLiteral("serve")});
    }
    ~Engine()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    QProcess &process() { return m_process; }

    void request(std::uint64_t id, Body body)
    {
        const auto bytes = encode({id, std::move(body)});
        m_process.write(reinterpret_cast<const char *>(bytes.data()), static_cast<qint64>(bytes.size()));
    }

    /// The next event, whatever it is; nothing at the end of the output or when something else than messages comes.
    std::optional<Message> next()
    {
        const QDeadlineTimer deadline(patience);
        while (!deadline.hasExpired()) {
            const auto payload = m_reader.next();
            if (!payload)
                return std::nullopt;
            if (*payload) {
                auto message = decode(**payload);
                return message ? std::optional<Message>(std::move(*message)) : std::nullopt;
            }
            if (m_process.bytesAvailable() == 0 && !m_process.waitForReadyRead(patience))
                return std::nullopt;
            const QByteArray bytes = m_process.readAllStandardOutput();
            m_reader.feed(
                {reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size())});
        }
        return std::nullopt;
    }

    /// The next event of this kind for this id; progress on the way is passed over, a failure is printed.
    template <class Event>
    std::optional<Event> expect(std::uint64_t id)
    {
        while (const auto message = next()) {
            if (message->id == id && std::holds_alternative<Event>(message->body))
                return std::get<Event>(message->body);
            if (const auto *failed = std::get_if<FailedEvent>(&message->body))
                qWarning("failed: %s: %s %s", failed->code.c_str(), failed->message.c_str(), failed->detail.c_str());
            if (!std::holds_alternative<ProgressEvent>(message->body))
                return std::nullopt;
        }
        return std::nullopt;
    }

    /// Exit status, -1 when it does not end or crashes.
    int exitStatus()
    {
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(patience))
            return -1;
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }

private:
    QProcess m_process;
    PayloadReader m_reader;
};

GenerateRequest runOf(int calls, std::uint64_t seed)
{
    GenerateRequest request;
    request.request.source = test::randomModelSource();
    request.request.samplingSteps = calls;
    request.request.schedule.diffusionSteps = 0; // the model's
    request.request.seed = seed;
    return request;
}

} // namespace

class TestServe : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string m_model;

private slots:
    void initTestCase()
    {
        m_model = m_folder.filePath("models/random").toStdString();
        test::RandomModelOptions options;
        options.diffusionSteps = 2000;
        const Status written = test::writeRandomModel(m_model, options);
        QVERIFY2(written, written ? "" : written.error().message.c_str());
    }

    void loadsGeneratesAndShutsDown()
    {
        Engine engine;
        engine.request(1, HelloRequest{kMajor, kMinor, "test"});
        const auto hello = engine.expect<HelloEvent>(1);
        QVERIFY(hello);
        QVERIFY(!hello->engineVersion.empty());
        QVERIFY(!hello->blas.empty());
        engine.request(2, ListModelsRequest{{m_folder.filePath("models").toStdString()}});
        const auto models = engine.expect<ModelsEvent>(2);
        QVERIFY(models);
        QCOMPARE(models->models.size(), std::size_t{1});
        engine.request(3, LoadModelRequest{models->models[0].folder, "cpu"});
        const auto loaded = engine.expect<LoadedEvent>(3);
        QVERIFY(loaded);
        QCOMPARE(loaded->model.name, std::string("random"));
        QVERIFY(!loaded->model.fingerprint.empty());
        QCOMPARE(loaded->device, std::string("cpu"));

        std::vector<std::string> texts;
        for (const std::uint64_t id : {4, 5}) {
            engine.request(id, runOf(10, 7));
            const auto started = engine.expect<StartedEvent>(id);
            QVERIFY(started);
            QCOMPARE(started->run.plan.modelCalls(), 10);
            QCOMPARE(started->run.request.schedule.length, 12);
            QVERIFY(!started->source.pieces.empty());
            std::map<std::int32_t, std::string> words;
            StepFrame last;
            for (int call = 1; call <= 10; ++call) {
                const auto frame = engine.expect<FrameEvent>(id);
                QVERIFY(frame);
                QCOMPARE(frame->frame.modelCall, call);
                QCOMPARE(frame->frame.tokens.size(), std::size_t{12});
                words.insert(frame->words.begin(), frame->words.end());
                for (std::size_t n = 0; n < 12; ++n) {
                    const TokenState &token = frame->frame.tokens[n];
                    QVERIFY(words.count(token.wordId) == 1);
                    QCOMPARE(token.timestepAfter, started->run.plan.timesteps[static_cast<std::size_t>(call)][n]);
                }
                last = frame->frame;
            }
            const auto finished = engine.expect<FinishedEvent>(id);
            QVERIFY(finished);
            QVERIFY(!finished->cancelled);
            QCOMPARE(finished->outputs.size(), std::size_t{1});
            for (std::size_t n = 0; n < 12; ++n)
                QCOMPARE(last.tokens[n].wordId, finished->outputs[0].tokens[n]);
            texts.push_back(finished->outputs[0].text);
        }
        QCOMPARE(texts[0], texts[1]); // the same seed
        engine.request(6, ShutdownRequest{});
        QCOMPARE(engine.exitStatus(), 0);
        QVERIFY(!engine.next());
    }

    void goesOnAndLooksIntoARun()
    {
        Engine engine;
        engine.request(1, LoadModelRequest{m_model, "cpu"});
        QVERIFY(engine.expect<LoadedEvent>(1));
        engine.request(2, runOf(6, 7));
        const auto started = engine.expect<StartedEvent>(2);
        QVERIFY(started);
        StepFrame fourth;
        for (int call = 1; call <= 6; ++call) {
            const auto frame = engine.expect<FrameEvent>(2);
            QVERIFY(frame);
            if (call == 4)
                fourth = frame->frame;
        }
        const auto whole = engine.expect<FinishedEvent>(2);
        QVERIFY(whole);
        QCOMPARE(whole->outputs.at(0).modelCalls, 6);

        ContinueFromRequest again{started->run.request, {}};
        again.continuation.fromCall = 3;
        engine.request(3, again);
        const auto rest = engine.expect<StartedEvent>(3);
        QVERIFY(rest);
        QCOMPARE(rest->run.plan.modelCalls(), 3);
        QCOMPARE(rest->run.request.continuations.size(), std::size_t{1});
        for (int call = 1; call <= 3; ++call) {
            const auto frame = engine.expect<FrameEvent>(3);
            QVERIFY(frame);
            for (std::size_t n = 0; call == 1 && n < 12; ++n)
                QCOMPARE(frame->frame.tokens[n].topProbabilities, fourth.tokens[n].topProbabilities);
        }
        const auto same = engine.expect<FinishedEvent>(3);
        QVERIFY(same);
        QCOMPARE(same->outputs.at(0).tokens, whole->outputs.at(0).tokens);

        engine.request(4, AttentionRequest{started->run.request, 4, 1, 0});
        const auto map = engine.expect<AttentionMapEvent>(4);
        QVERIFY(map);
        QCOMPARE(map->map.weights.size(), std::size_t{12 * 12});
        engine.request(5, AttentionRequest{started->run.request, 7, 0, 0});
        const auto failed = engine.expect<FailedEvent>(5);
        QVERIFY(failed);
        QCOMPARE(failed->code, std::string("invalid_argument"));

        GenerationRequest dense = started->run.request;
        dense.samplingSteps = 200;
        engine.request(6, FillSkippedRequest{dense, 3});
        const auto filling = engine.expect<StartedEvent>(6);
        QVERIFY(filling);
        for (int call = 1; call <= filling->run.plan.modelCalls(); ++call)
            QVERIFY(engine.expect<FrameEvent>(6));
        const auto filled = engine.expect<FilledEvent>(6);
        QVERIFY(filled);
        QCOMPARE(filled->steps.modelCalls, filling->run.plan.modelCalls());
        engine.request(7, ShutdownRequest{});
        QCOMPARE(engine.exitStatus(), 0);
    }

    void whatCannotBeLoadedIsAnswered()
    {
        Engine engine;
        const std::string broken = m_folder.filePath("broken").toStdString();
        std::filesystem::copy(m_model, broken);
        std::filesystem::resize_file(broken + "/weights.safetensors", 1000);
        engine.request(1, LoadModelRequest{broken, "cpu"});
        const auto truncated = engine.expect<FailedEvent>(1);
        QVERIFY(truncated);
        ARD_SAYS(truncated->message, "it is cut short inside its header");
        engine.request(2, LoadModelRequest{m_folder.filePath("nothing").toStdString(), "cpu"});
        const auto missing = engine.expect<FailedEvent>(2);
        QVERIFY(missing);
        QCOMPARE(missing->code, std::string("not_found"));
        engine.request(3, LoadModelRequest{m_model, "cuda:99"});
        QVERIFY(engine.expect<FailedEvent>(3));
        engine.request(4, LoadModelRequest{m_model, "cpu"});
        QVERIFY(engine.expect<LoadedEvent>(4));
        GenerateRequest tooMany = runOf(1'000'000, 1);
        engine.request(5, tooMany);
        const auto refused = engine.expect<FailedEvent>(5);
        QVERIFY(refused);
        QCOMPARE(refused->code, std::string("invalid_argument"));
    }

    void cancelStopsALongRun()
    {
        Engine engine;
        engine.request(1, LoadModelRequest{m_model, "cpu"});
        QVERIFY(engine.expect<LoadedEvent>(1));
        engine.request(2, runOf(2000, 1));
        QVERIFY(engine.expect<StartedEvent>(2));
        QVERIFY(engine.expect<FrameEvent>(2));
        engine.request(3, CancelRequest{2});
        int frames = 1;
        std::optional<Message> message;
        while ((message = engine.next()) && std::holds_alternative<FrameEvent>(message->body))
            ++frames;
        QVERIFY(message);
        QVERIFY(std::holds_alternative<FinishedEvent>(message->body));
        QVERIFY(std::get<FinishedEvent>(message->body).cancelled);
        QVERIFY(frames < 2000);
        engine.request(4, runOf(3, 1));
        QVERIFY(engine.expect<StartedEvent>(4));
    }

    void aPipedFileOfRequestsIsAnswered()
    {
        Engine engine;
        engine.request(1, LoadModelRequest{m_model, "cpu"});
        engine.request(2, runOf(4, 1));
        engine.process().closeWriteChannel();
        QVERIFY(engine.expect<LoadedEvent>(1));
        QVERIFY(engine.expect<StartedEvent>(2));
        for (int call = 0; call < 4; ++call)
            QVERIFY(engine.expect<FrameEvent>(2));
        QVERIFY(engine.expect<FinishedEvent>(2));
        QCOMPARE(engine.exitStatus(), 0);
        QVERIFY(!engine.next());
    }

    void aWindowThatIsGoneEndsTheEngine()
    {
        // The reader of its output leaves after one byte; its input stays open.
        QProcess shell;
        shell.start(QStringLiteral("/bin/sh"),
                    {QStringLiteral("-c"), QStringLiteral("(\"$0\" serve; echo status $? >&2) | head -c 1"),
                     QStringLiteral(ARD_PROGRAM)});
        for (const auto &bytes : {encode({1, LoadModelRequest{m_model, "cpu"}}), encode({2, runOf(2000, 1)})})
            shell.write(reinterpret_cast<const char *>(bytes.data()), static_cast<qint64>(bytes.size()));
        QVERIFY(shell.waitForFinished(patience));
        QCOMPARE(shell.readAllStandardOutput().size(), 1);
        QVERIFY(shell.readAllStandardError().contains("status 0"));
    }

    void nonsenseEndsTheEngineWithStatusOne()
    {
        Engine engine;
        engine.process().write("GET / HTTP/1.1\r\n\r\n");
        const auto failed = engine.expect<FailedEvent>(0);
        QVERIFY(failed);
        QCOMPARE(failed->code, std::string("bad_stream"));
        QCOMPARE(engine.exitStatus(), 1);
    }

    void helpExplainsTheUse()
    {
        QProcess process;
        process.start(QStringLiteral(ARD_PROGRAM), {QStringLiteral("serve"), QStringLiteral("--help")});
        QVERIFY(process.waitForFinished(patience));
        QCOMPARE(process.exitCode(), 0);
        const QByteArray text = process.readAllStandardOutput();
        for (const char *word : {"standard input", "standard output", "ssh", "docs/protocol.md"})
            QVERIFY2(text.contains(word), word);
    }
};

QTEST_GUILESS_MAIN(TestServe)
#include "tst_serve.moc"
