// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/EngineProcess.h"
#include "session/CoreTexts.h"
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QThread>

namespace ard::ui {

namespace {

constexpr qsizetype kMaxErrorLine = 16'384;
constexpr int kKillWait = 1000;

} // namespace

EngineProcess::EngineProcess(const QStringList &command, QThread *worker, QObject *parent)
    : QObject(parent), m_command(command), m_decoder(new MessageDecoder)
{
    connect(m_decoder, &MessageDecoder::decoded, this, &EngineProcess::onDecoded);
    connect(m_decoder, &MessageDecoder::skipped, this, &EngineProcess::skipped);
    connect(m_decoder, &MessageDecoder::noise, this, [this](const QString &quote) {
        m_noise = quote;
        Q_EMIT noiseChanged();
    });
    connect(m_decoder, &MessageDecoder::lost, this, [this](const QString &reason) {
        m_process.kill();
        finishOnce(reason);
    });
    connect(m_decoder, &MessageDecoder::ended, this, [this] { finishOnce(m_reason); });
    m_decoder->moveToThread(worker); // with all its connections: none is made while it works

    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { m_process.kill(); });
    connect(&m_process, &QProcess::started, this, &EngineProcess::started);
    connect(&m_process, &QProcess::errorOccurred, this, &EngineProcess::onErrorOccurred);
    connect(&m_process, &QProcess::finished, this, &EngineProcess::onFinished);
    connect(&m_process, &QProcess::readyReadStandardError, this, &EngineProcess::readError);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, [this] {
        const QByteArray bytes = m_process.readAllStandardOutput();
        QMetaObject::invokeMethod(m_decoder, [decoder = m_decoder, bytes] { decoder->feed(bytes); });
    });
}

EngineProcess::~EngineProcess()
{
    disconnect();
    m_process.disconnect(this);
    m_decoder->disconnect(this);
    m_decoder->deleteLater();
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(kKillWait);
    }
}

void EngineProcess::start()
{
    // Window and engine share the cores: engine threads that spin while they wait for each other made a model call ten times slower.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!environment.contains(QStringLiteral("OMP_WAIT_POLICY")))
        environment.insert(QStringLiteral("OMP_WAIT_POLICY"), QStringLiteral("passive"));
    m_process.setProcessEnvironment(environment);
    m_process.start(m_command.first(), m_command.mid(1));
}

void EngineProcess::send(const protocol::Message &message)
{
    const std::vector<std::uint8_t> bytes = protocol::encode(message);
    m_process.write(reinterpret_cast<const char *>(bytes.data()), static_cast<qint64>(bytes.size()));
}

void EngineProcess::retire(int patience)
{
    m_retired = true;
    disconnect();
    if (m_process.state() == QProcess::NotRunning) {
        deleteLater();
        return;
    }
    m_process.closeWriteChannel();
    if (patience > 0)
        m_patience.start(patience);
    else
        m_process.kill();
}

void EngineProcess::finishWithin(int milliseconds)
{
    disconnect();
    m_process.closeWriteChannel();
    if (m_process.state() != QProcess::NotRunning)
        m_process.waitForFinished(milliseconds);
}

void EngineProcess::onDecoded(const MessageBatch &batch)
{
    for (const protocol::Message &received : *batch) {
        if (m_ended || m_retired)
            return;
        Q_EMIT message(received);
    }
}

void EngineProcess::onErrorOccurred(QProcess::ProcessError error)
{
    if (error != QProcess::FailedToStart) // a crash is told by finished, a broken pipe precedes it
        return;
    finishOnce(tr("The engine could not be started: %1 (%2)").arg(m_process.errorString(), m_command.first()));
    if (m_retired)
        deleteLater();
}

void EngineProcess::onFinished(int exitCode, QProcess::ExitStatus status)
{
    m_patience.stop();
    if (m_retired) {
        deleteLater();
        return;
    }
    readError();
    if (const QString rest = QString::fromUtf8(m_errorTail).trimmed(); !rest.isEmpty()) {
        m_lastErrorLine = rest;
        Q_EMIT standardError(rest);
    }
    m_errorTail.clear();
    m_reason = endReason(exitCode, status);
    const QByteArray bytes = m_process.readAllStandardOutput();
    const bool isExplained = status == QProcess::CrashExit || exitCode != 0;
    QMetaObject::invokeMethod(m_decoder, [decoder = m_decoder, bytes, isExplained] {
        decoder->feed(bytes);
        decoder->finish(isExplained); // what it sent before is handled first
    });
}

void EngineProcess::readError()
{
    m_errorTail += m_process.readAllStandardError();
    qsizetype begin = 0;
    for (qsizetype end = 0; (end = m_errorTail.indexOf('\n', begin)) >= 0; begin = end + 1) {
        const QString line = QString::fromUtf8(m_errorTail.mid(begin, std::min(end - begin, kMaxErrorLine))).trimmed();
        if (line.isEmpty())
            continue;
        m_lastErrorLine = line;
        Q_EMIT standardError(line);
    }
    m_errorTail.remove(0, begin);
    if (m_errorTail.size() > kMaxErrorLine) // a line without end is cut
        m_errorTail = m_errorTail.right(kMaxErrorLine);
}

void EngineProcess::finishOnce(const QString &reason)
{
    if (m_ended)
        return;
    m_ended = true;
    Q_EMIT ended(reason);
}

QString EngineProcess::endReason(int exitCode, QProcess::ExitStatus status) const
{
    constexpr int killSignal = 9;
    if (status == QProcess::CrashExit && exitCode == killSignal)
        return tr("The engine stopped: it was killed (signal 9; when nobody did that, the memory ran out)");
    if (status == QProcess::CrashExit)
        return tr("The engine stopped: it crashed (signal %1)").arg(exitCode);
    if (exitCode == 0)
        return tr("The engine stopped by itself");
    const QString reason = tr("The engine stopped with exit status %1").arg(exitCode);
    return withReason(reason, m_lastErrorLine);
}

} // namespace ard::ui

#include "moc_EngineProcess.cpp"
