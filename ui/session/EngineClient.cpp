// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/EngineClient.h"
#include "protocol/Codec.h"
#include "session/CommandLine.h"
#include "session/CoreSentences.h"
#include "session/EngineProcess.h"
#include <QChildEvent>
#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>
#include <algorithm>
#include <utility>

namespace ard::ui {

namespace {

constexpr double kSecond = 1000; // milliseconds
constexpr int kHelloTimeout = 30'000;
constexpr int kCancelTimeout = 10'000;
constexpr int kSilenceTimeout = 20'000;
constexpr int kPolitePatience = 1000;
constexpr int kExitPatience = 500;

struct ReadLine {
    QString level; ///< empty: none
    QString text;
};

/// A line that core's log wrote ("12:30:01.250 warning ...") without its time, which the log of the window tells itself;
/// anything else as it is.
ReadLine readLine(const QString &line)
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\d\\d:\\d\\d:\\d\\d\\.\\d{3} (debug|info|warning|error|critical) (.*)$"));
    const QRegularExpressionMatch match = pattern.match(line);
    if (!match.hasMatch())
        return {{}, line};
    const QString level = match.captured(1);
    if (level == QLatin1String("warning"))
        return {QStringLiteral("warn"), match.captured(2)};
    return {level == QLatin1String("critical") ? QStringLiteral("error") : level, match.captured(2)};
}

} // namespace

EngineClient::EngineClient(LogBuffer *log, Tick *tick, QObject *parent)
    : QObject(parent), m_log(log), m_tick(tick), m_cancelPatience(kCancelTimeout)
{
    m_helloTimer.setSingleShot(true);
    m_helloTimer.setInterval(kHelloTimeout);
    connect(&m_helloTimer, &QTimer::timeout, this, [this] {
        const std::optional<QString> noise = m_process ? m_process->noise() : std::nullopt;
        fail(noise ? MessageDecoder::noEngine(*noise)
                   : tr("The engine did not answer within %1 s").arg(m_helloTimer.interval() / kSecond));
    });
    m_silenceTimer.setSingleShot(true);
    m_silenceTimer.setInterval(kSilenceTimeout);
    connect(&m_silenceTimer, &QTimer::timeout, this, [this] { setSilent(true); });
    connect(tick, &Tick::ticked, this, &EngineClient::showProgress);
    m_worker.setObjectName(QStringLiteral("engine messages"));
    m_worker.start();
}

EngineClient::~EngineClient()
{
    if (m_process) {
        m_process->send({m_nextId++, protocol::ShutdownRequest{}});
        m_process->finishWithin(kExitPatience);
    }
    m_process.reset();
    qDeleteAll(findChildren<EngineProcess *>(Qt::FindDirectChildrenOnly)); // those that are still ending
    m_worker.quit();
    m_worker.wait();
}

QString EngineClient::defaultCommand()
{
    const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/ardiff");
    const bool isBeside = QFileInfo(beside).isExecutable();
    const QString program = isBeside ? beside : QStandardPaths::findExecutable(QStringLiteral("ardiff"));
    return program.isEmpty() ? QString() : quoteWord(program) + QStringLiteral(" serve");
}

void EngineClient::setCommand(const QString &commandLine)
{
    m_command = commandLine.trimmed();
}

void EngineClient::setLike(const EngineClient &other)
{
    m_command = other.m_command;
    m_helloTimer.setInterval(other.m_helloTimer.interval());
    m_silenceTimer.setInterval(other.m_silenceTimer.interval());
    m_cancelPatience = other.m_cancelPatience;
}

QString EngineClient::command() const
{
    return m_command.isEmpty() ? defaultCommand() : m_command;
}

QString EngineClient::statusText() const
{
    const bool stops = !m_calls.isEmpty() &&
        std::all_of(m_calls.begin(), m_calls.end(), [](const EngineCall *call) { return call->isStopping(); });
    if (m_isSilent && !stops)
        return tr("The engine has not answered for %1 s").arg(m_silenceTimer.interval() / kSecond);
    switch (m_status.state) {
    case State::NotStarted:
        return tr("Engine not started");
    case State::Starting: {
        const QString noise = m_process ? m_process->noise().value_or(QString()) : QString();
        return noise.isEmpty() ? tr("Starting the engine")
                               : tr("Starting the engine; so far it has answered: %1").arg(noise);
    }
    case State::LoadingModel:
        if (m_status.stage.isEmpty())
            return tr("Loading the model");
        if (m_status.fraction < 0)
            return tr("Loading the model: %1").arg(coreSentence(m_status.stage));
        return tr("Loading the model: %1, %2 %").arg(coreSentence(m_status.stage)).arg(qRound(m_status.fraction * 100));
    case State::Ready:
        return m_model ? tr("Ready: %1 on %2").arg(QString::fromStdString(m_model->name), m_modelDevice)
                       : tr("Ready, no model loaded");
    case State::Running:
        if (stops)
            return tr("Stopping");
        return m_status.calls > 0 ? tr("Running: %1 of %2 model calls").arg(m_status.call).arg(m_status.calls)
                                  : tr("Running");
    case State::Failed:
        return m_status.reason;
    }
    return {};
}

bool EngineClient::isBusy() const
{
    return std::any_of(m_calls.begin(), m_calls.end(), [](const EngineCall *call) { return call->isWork(); });
}

bool EngineClient::isUp() const
{
    return m_process && m_greeted;
}

qint64 EngineClient::processId() const
{
    return m_process ? m_process->processId() : 0;
}

void EngineClient::start()
{
    if (m_process)
        return;
    const QString line = command();
    if (line.isEmpty()) {
        fail(tr("The engine program ardiff was found neither beside this program nor in the PATH"));
        return;
    }
    const Result<QStringList> words = splitCommandLine(line);
    if (!words) {
        fail(QString::fromStdString(words.error().message));
        return;
    }
    m_log->append(QStringLiteral("info"), tr("Starting the engine: %1").arg(line));
    m_process = std::make_unique<EngineProcess>(*words, &m_worker, this);
    EngineProcess *process = m_process.get();
    connect(process, &EngineProcess::started, this, [this] {
        protocol::HelloRequest hello;
        hello.client = "ardiff-explorer " + QCoreApplication::applicationVersion().toStdString();
        m_helloId = send(hello);
    });
    connect(process, &EngineProcess::message, this, &EngineClient::onMessage);
    connect(process, &EngineProcess::standardError, this, [this](const QString &text) {
        const ReadLine line = readLine(text);
        m_log->append(line.level, line.text);
    });
    connect(process, &EngineProcess::skipped, this,
            [this](const QString &text) { m_log->append(QStringLiteral("warn"), text); });
    connect(process, &EngineProcess::noiseChanged, this, &EngineClient::statusChanged);
    connect(process, &EngineProcess::ended, this, &EngineClient::fail);
    setState(State::Starting);
    m_helloTimer.start();
    process->start();
}

void EngineClient::restart()
{
    dropProcess(0);
    loseCalls(tr("The engine was restarted"));
    start();
}

void EngineClient::shutdown()
{
    if (m_process)
        send(protocol::ShutdownRequest{});
    dropProcess(kPolitePatience);
    loseCalls(tr("The engine was shut down"));
    setState(State::NotStarted);
}

void EngineClient::retire()
{
    m_retires = true;
    shutdown();
    if (findChildren<EngineProcess *>(Qt::FindDirectChildrenOnly).isEmpty())
        deleteLater();
}

void EngineClient::childEvent(QChildEvent *event)
{
    QObject::childEvent(event);
    if (m_retires && event->removed() && findChildren<EngineProcess *>(Qt::FindDirectChildrenOnly).isEmpty())
        deleteLater();
}

void EngineClient::loadModel(const QString &folder, const QString &device)
{
    if (isBusy()) {
        Q_EMIT requestFailed(tr("Stop the run before choosing another model"));
        return;
    }
    m_wantedFolder = folder;
    m_wantedDevice = device;
    if (state() == State::Ready)
        sendLoad();
}

QString EngineClient::whyNotAsk(const protocol::Body &request, std::size_t count) const
{
    if (!isUp() || m_load)
        return statusText();
    if (!hasModel() && !std::holds_alternative<protocol::ListModelsRequest>(request))
        return tr("No model is loaded");
    return m_calls.size() + static_cast<int>(count) > kMaxCalls
        ? tr("The engine has enough to do: wait until a run is finished")
        : QString();
}

Result<EngineCall *> EngineClient::ask(protocol::Body request)
{
    if (const QString why = whyNotAsk(request); !why.isEmpty())
        return ard::fail(ErrorCode::InvalidArgument, why.toStdString());
    EngineCall *call = start(std::move(request));
    settle();
    return call;
}

void EngineClient::fail(const QString &reason)
{
    m_log->append(QStringLiteral("error"), reason);
    dropProcess(0);
    loseCalls(reason);
    Status status;
    status.state = State::Failed;
    status.reason = reason;
    setStatus(status);
}

void EngineClient::dropProcess(int patience)
{
    m_helloTimer.stop();
    m_greeted = false;
    m_hello = {};
    m_model.reset();
    m_modelDevice.clear();
    m_helloId = 0;
    if (m_process)
        m_process.release()->retire(patience); // ends by itself, still a child of this object
}

void EngineClient::setStatus(Status status)
{
    const bool stateIsNew = status.state != m_status.state;
    m_status = std::move(status);
    if (stateIsNew)
        Q_EMIT stateChanged(m_status.state);
    Q_EMIT statusChanged();
}

void EngineClient::setState(State state)
{
    Status status;
    status.state = state;
    setStatus(std::move(status));
}

std::uint64_t EngineClient::send(protocol::Body body)
{
    const std::uint64_t id = m_nextId++;
    m_process->send({id, std::move(body)});
    return id;
}

EngineCall *EngineClient::start(protocol::Body request)
{
    EngineCall *call = track(request);
    m_process->send({call->id(), std::move(request)});
    return call;
}

EngineCall *EngineClient::track(const protocol::Body &request)
{
    auto *call = new EngineCall(m_nextId++, request, m_cancelPatience, this);
    connect(call, &EngineCall::cancelRequested, this, [this, call] {
        send(protocol::CancelRequest{call->id()});
        Q_EMIT statusChanged(); // told at once: it stops
    });
    connect(call, &EngineCall::rejected, this, &EngineClient::fail);
    m_calls.insert(call->id(), call);
    if (m_calls.size() == 1)
        heard();
    return call;
}

void EngineClient::sendLoad()
{
    m_loadedFolder = m_wantedFolder;
    m_load = start(protocol::LoadModelRequest{m_wantedFolder.toStdString(), m_wantedDevice.toStdString()});
    connect(m_load, &EngineCall::progress, this, [this](const protocol::ProgressEvent &event) {
        Status status = m_status;
        status.stage = QString::fromStdString(event.stage);
        status.fraction = event.fraction;
        setStatus(status);
    });
    connect(m_load, &EngineCall::ended, this, &EngineClient::onLoadEnded);
    settle();
}

void EngineClient::loseCalls(const QString &reason)
{
    m_load = nullptr;
    m_together.clear();
    const auto calls = std::exchange(m_calls, {});
    for (EngineCall *call : calls) {
        call->m_patience.stop();
        call->deleteLater();
        Q_EMIT call->ended({CallOutcome::Kind::Lost, {}, reason});
    }
    m_earlierCalls = 0;
    heard();
}

} // namespace ard::ui

#include "moc_EngineClient.cpp"
