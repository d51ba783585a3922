// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EngineClient: the engine as the window sees it: a child process ("ardiff serve" or "ssh gpu-box ardiff serve") that
// is talked to over its standard input and output. A worker thread decodes; nothing here waits. When the process
// stops, hangs or sends nonsense, the state is Failed with a sentence, the run so far is kept, and restart() works.
#include "base/Result.h"
#include "protocol/Messages.h"
#include "session/LogBuffer.h"
#include "session/Run.h"
#include <QObject>
#include <QPointer>
#include <QString>
#include <QThread>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>

namespace ard::ui {

class EngineProcess;

class EngineClient : public QObject {
    Q_OBJECT

public:
    enum class State {
        NotStarted,
        Starting, ///< process started, waiting for its hello
        LoadingModel,
        Ready, ///< idle; with or without a model, see hasModel()
        Running,
        Failed ///< no engine; reason says why; restart() tries again
    };
    Q_ENUM(State)

    struct Status {
        State state = State::NotStarted;
        QString stage;        ///< while loading: a short phrase of the engine, "reading weights"
        double fraction = -1; ///< while loading: 0..1, -1 unknown
        int call = 0;         ///< while running: model calls done
        int calls = 0;        ///< while running: M, 0 unknown
        QString reason;       ///< when failed: one sentence
    };

    explicit EngineClient(LogBuffer *log, QObject *parent = nullptr);
    ~EngineClient() override; ///< the process is ended; waits at most 2 seconds for it

    /// `ardiff serve` beside this program, else in PATH; empty when there is none.
    static QString defaultCommand();
    /// Takes effect with the next start() or restart(). Empty: defaultCommand().
    void setCommand(const QString &commandLine);
    QString command() const;
    void setHelloTimeout(int milliseconds) { m_helloTimer.setInterval(milliseconds); }   ///< default 30 s: cold disks
    void setCancelTimeout(int milliseconds) { m_cancelTimer.setInterval(milliseconds); } ///< default 10 s

    State state() const { return m_status.state; }
    const Status &status() const { return m_status; }
    QString statusText() const; ///< for the status bar: "Running: 7 of 20 model calls"
    bool isUp() const;          ///< hello done, process alive
    bool hasModel() const { return m_model.has_value(); }
    bool canRun() const { return state() == State::Ready && hasModel(); }
    const std::optional<protocol::ModelSummary> &model() const { return m_model; } ///< what the engine has loaded
    QString modelDevice() const { return m_modelDevice; }
    const protocol::HelloEvent &hello() const { return m_hello; } ///< version, device, BLAS; empty before the handshake
    Run *activeRun() const { return m_run; }
    qint64 processId() const; ///< 0: none

public Q_SLOTS:
    void start();    ///< nothing when already started
    void restart();  ///< starts a new process and loads the last model again; the live run is interrupted
    void shutdown(); ///< polite, then by force after 1 s; state NotStarted
    /// Before the handshake it is remembered and sent then. While a run is live it is refused with requestFailed.
    void loadModel(const QString &folder, const QString &device = QStringLiteral("auto"));
    void listModels(const QStringList &folders); ///< answers with modelsListed
    void cancel(); ///< the live run; an engine that does not answer within the cancel timeout has Failed

public:
    /// Sends the run's request and feeds the run with what comes. Error (nothing sent): no engine, no model, or busy.
    ard::Status generate(Run *run);

Q_SIGNALS:
    void stateChanged(ard::ui::EngineClient::State state);
    void statusChanged(); ///< also stage, fraction, call; with every stateChanged
    void modelLoaded(const ard::protocol::ModelSummary &model);
    void modelsListed(const std::vector<ard::protocol::ModelSummary> &models);
    /// A request was refused by a healthy engine (a model that cannot be loaded, a run out of range): one sentence.
    void requestFailed(const QString &reason);
    void runEnded(ard::ui::Run *run);

private:
    void onMessage(const protocol::Message &message);
    void onHello(const protocol::HelloEvent &event);
    void onProgress(std::uint64_t id, const protocol::ProgressEvent &event);
    void onLoaded(std::uint64_t id, const protocol::LoadedEvent &event);
    void onStarted(std::uint64_t id, const protocol::StartedEvent &event);
    void onFrame(std::uint64_t id, const protocol::FrameEvent &event);
    void onFinished(std::uint64_t id, const protocol::FinishedEvent &event);
    void onFailed(std::uint64_t id, const protocol::FailedEvent &event);
    void fail(const QString &reason);
    void dropProcess(int patience);
    void setStatus(Status status);
    void setState(State state);
    std::uint64_t send(protocol::Body body);
    void sendLoad();
    void endRun(const std::function<void(Run *)> &how);

    LogBuffer *m_log;
    QThread m_worker;
    std::unique_ptr<EngineProcess> m_process;
    QTimer m_helloTimer;
    QTimer m_cancelTimer;
    QString m_command;
    Status m_status;
    protocol::HelloEvent m_hello;
    bool m_greeted = false;
    std::optional<protocol::ModelSummary> m_model;
    QString m_modelDevice;
    QString m_wantedFolder, m_wantedDevice; ///< what is to be loaded, also again after restart()
    QString m_loadedFolder;                 ///< what the load under way asks for
    QPointer<Run> m_run;
    std::uint64_t m_nextId = 1, m_helloId = 0, m_loadId = 0, m_listId = 0, m_runId = 0;
};

} // namespace ard::ui
