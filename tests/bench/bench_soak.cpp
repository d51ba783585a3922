// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_soak ARDIFF MODEL [GENERATIONS]: many generations through one engine, and a run that nobody reads for a while; prints how much
// memory the engine has. It should stay where it is after the first hundred.
#include "protocol/Codec.h"
#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QSemaphore>
#include <QTextStream>
#include <algorithm>
#include <optional>

using namespace ard;
using namespace ard::protocol;

namespace {

constexpr int kPatience = 60'000;

class Engine {
public:
    explicit Engine(const QString &program)
    {
        m_process.setProcessChannelMode(QProcess::SeparateChannels);
        m_process.setReadChannel(QProcess::StandardOutput);
        m_process.start(program, {QStringLiteral("serve")});
    }
    ~Engine()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    void request(std::uint64_t id, Body body)
    {
        const auto bytes = encode({id, std::move(body)});
        m_process.write(reinterpret_cast<const char *>(bytes.data()), static_cast<qint64>(bytes.size()));
        m_process.waitForBytesWritten(kPatience);
    }

    /// What ends request `id`; nothing when the engine says no more.
    std::optional<Body> answer(std::uint64_t id)
    {
        for (;;) {
            auto payload = m_reader.next();
            if (!payload)
                return std::nullopt;
            if (*payload) {
                auto message = decode(**payload);
                if (!message)
                    return std::nullopt;
                const bool last = std::holds_alternative<HelloEvent>(message->body) ||
                    std::holds_alternative<LoadedEvent>(message->body) ||
                    std::holds_alternative<FinishedEvent>(message->body) ||
                    std::holds_alternative<FailedEvent>(message->body);
                if (message->id == id && last)
                    return std::move(message->body);
                continue;
            }
            if (m_process.bytesAvailable() == 0 && !m_process.waitForReadyRead(kPatience))
                return std::nullopt;
            const QByteArray bytes = m_process.readAllStandardOutput();
            m_reader.feed(
                {reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size())});
        }
    }

    /// In use, in kB.
    long memory() const
    {
        QFile status(QStringLiteral("/proc/%1/status").arg(m_process.processId()));
        if (status.open(QIODevice::ReadOnly))
            for (const QByteArray &line : status.readAll().split('\n'))
                if (line.startsWith("VmRSS:"))
                    return line.mid(6).simplified().split(' ').first().toLong();
        return -1;
    }

private:
    QProcess m_process;
    PayloadReader m_reader;
};

/// The i-th of requests that differ in everything that memory could depend on.
GenerateRequest requestOf(int i, const ModelSummary &model)
{
    static const char *const kSchedules[] = {"ar-diffusion", "uniform", "autoregressive"};
    GenerateRequest generate;
    generate.request.source = model.examples.front() + std::string(static_cast<std::size_t>(i % 40), 'x');
    generate.request.schedule.kind = kSchedules[i % 3];
    generate.request.schedule.diffusionSteps = model.diffusionSteps;
    generate.request.samplingSteps = 2 + i % 7;
    generate.request.candidates = 1 + i % 4;
    generate.request.seed = static_cast<std::uint64_t>(i);
    return generate;
}

/// A long run of which nothing is read for a while.
bool leaveUnread(Engine &engine, const ModelSummary &model, QTextStream &out)
{
    GenerateRequest generate = requestOf(0, model);
    generate.request.samplingSteps = std::min(500, model.diffusionSteps - 1);
    const long before = engine.memory();
    engine.request(2, generate);
    for (int second = 1; second <= 5; ++second) {
        QSemaphore().tryAcquire(1, 1000); // never comes: a second in which nothing is read
        out << "nobody reads for " << second << " s: " << engine.memory() - before << " kB more" << Qt::endl;
    }
    const auto answer = engine.answer(2);
    return answer && std::holds_alternative<FinishedEvent>(*answer);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3) {
        out << "Usage: bench_soak ARDIFF MODEL [GENERATIONS]" << Qt::endl;
        return 2;
    }
    const int total = arguments.size() > 3 ? arguments[3].toInt() : 10'000;
    Engine engine(arguments[1]);
    engine.request(1, HelloRequest{});
    if (!engine.answer(1))
        return 1;
    LoadModelRequest load;
    load.folder = arguments[2].toStdString();
    engine.request(1, load);
    const auto loaded = engine.answer(1);
    const auto *model = loaded ? std::get_if<LoadedEvent>(&*loaded) : nullptr;
    if (!model || model->model.examples.empty()) {
        out << "The model was not loaded" << Qt::endl;
        return 1;
    }
    for (int i = 0; i < total; ++i) {
        engine.request(2, requestOf(i, model->model));
        const auto answer = engine.answer(2);
        if (!answer || !std::holds_alternative<FinishedEvent>(*answer)) {
            const auto *failed = answer ? std::get_if<FailedEvent>(&*answer) : nullptr;
            out << "Generation " << i << " failed: " << (failed ? failed->message.c_str() : "no answer") << Qt::endl;
            return 1;
        }
        if (i == 100 || i % std::max(1, total / 10) == 0 || i + 1 == total)
            out << i + 1 << " generations: " << engine.memory() << " kB" << Qt::endl;
    }
    return leaveUnread(engine, model->model, out) ? 0 : 1;
}
