// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EngineProcess: one child process and its streams. The worker thread decodes, the GUI thread is told; the end of
// the process is told after everything it sent. Never waits, except in finishWithin().
#include "protocol/Messages.h"
#include "session/MessageDecoder.h"
#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTimer>
#include <optional>

class QThread;

namespace ard::ui {

class EngineProcess : public QObject {
    Q_OBJECT

public:
    /// worker: a running thread that outlives this; the decoder moves there.
    EngineProcess(const QStringList &command, QThread *worker, QObject *parent);
    ~EngineProcess() override;

    void start();
    void send(const protocol::Message &message);
    qint64 processId() const { return m_process.processId(); }
    /// What it has written instead of a first message, as MessageDecoder quotes it.
    const std::optional<QString> &noise() const { return m_noise; }

    /// Says nothing any more and deletes itself once the process has ended: by itself (its input is closed), or killed
    /// after patience milliseconds.
    void retire(int patience);
    /// Waits: for the end of the program only.
    void finishWithin(int milliseconds);

Q_SIGNALS:
    void started();
    void message(const ard::protocol::Message &message);
    void standardError(const QString &line);
    void skipped(const QString &reason);
    void noiseChanged();
    void ended(const QString &reason); ///< once, one sentence: not started, stopped, or sent nonsense (is killed)

private:
    void onDecoded(const MessageBatch &batch);
    void onErrorOccurred(QProcess::ProcessError error);
    void onFinished(int exitCode, QProcess::ExitStatus status);
    void readError();
    void finishOnce(const QString &reason);
    QString endReason(int exitCode, QProcess::ExitStatus status) const;

    QStringList m_command;
    QProcess m_process;
    QTimer m_patience;
    MessageDecoder *m_decoder;
    QByteArray m_errorTail; ///< standard error after the last line end
    QString m_lastErrorLine;
    QString m_reason;
    std::optional<QString> m_noise;
    bool m_ended = false;
    bool m_retired = false;
};

} // namespace ard::ui
