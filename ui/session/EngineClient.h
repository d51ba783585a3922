// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EngineClient: the engine as the window sees it: a child process ("ardiff serve" or "ssh gpu-box ardiff serve") that
// is talked to over its standard input and output. A worker thread decodes; nothing here waits. Requests are EngineCalls,
// any number at once; what they are about is not known here. When the process stops, hangs or sends nonsense, the state is
// Failed with a sentence, all calls end as lost, and restart() works.
#include "base/Result.h"
#include "protocol/Messages.h"
#include "session/EngineCall.h"
#include "session/LogBuffer.h"
#include "session/Tick.h"
#include <QHash>
#include <QObject>
#include <QString>
#include <QThread>
#include <QTimer>
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
        Ready,   ///< idle; with or without a model, see hasModel()
        Running, ///< at least one call is in flight
        Failed   ///< no engine; reason says why; restart() tries again
    };
    Q_ENUM(State)

    struct Status {
        State state = State::NotStarted;
        QString stage;        ///< while loading: a short phrase of the engine, "reading weights"
        double fraction = -1; ///< while loading: 0..1, -1 unknown
        int call = 0;         ///< while running: model calls done of all calls since it was last idle
        int calls = 0;        ///< while running: how many they will be, 0 unknown
        QString reason;       ///< when failed: one sentence
    };

    static constexpr int kMaxCalls = 9; ///< in flight: the engine does one and lets eight wait

    /// log and tick must outlive the client.
    EngineClient(LogBuffer *log, Tick *tick, QObject *parent = nullptr);
    ~EngineClient() override; ///< the process is ended; waits at most 2 seconds for it

    /// `ardiff serve` beside this program, else in PATH; empty when there is none.
    static QString defaultCommand();
    /// Takes effect with the next start() or restart(). Empty: defaultCommand().
    void setCommand(const QString &commandLine);
    QString command() const;
    void setLike(const EngineClient &other); ///< its command and its patience, from the next start() or restart() on
    void setHelloTimeout(int milliseconds) { m_helloTimer.setInterval(milliseconds); } ///< default 30 s: cold disks
    /// Without any message for so long while calls are in flight, statusText() tells it until the next one; default 20 s.
    /// Nothing is ended: one model call of a large model may take as long.
    void setSilenceTimeout(int milliseconds) { m_silenceTimer.setInterval(milliseconds); }
    void setCancelTimeout(int milliseconds) { m_cancelPatience = milliseconds; } ///< default 10 s

    State state() const { return m_status.state; }
    const Status &status() const { return m_status; }
    QString statusText() const;                  ///< for the status bar: "Running: 7 of 20 model calls"
    bool isSilent() const { return m_isSilent; } ///< see setSilenceTimeout()
    bool isUp() const;                           ///< hello done, process alive
    bool hasModel() const { return m_model.has_value(); }
    bool canRun() const { return state() == State::Ready && hasModel(); }
    /// What the engine has loaded. A load that fails or is under way leaves the earlier model there.
    const std::optional<protocol::ModelSummary> &model() const { return m_model; }
    QString modelDevice() const { return m_modelDevice; }
    const protocol::HelloEvent &hello() const { return m_hello; } ///< version, device, BLAS; empty before the handshake
    bool isBusy() const;                                          ///< calls that the model computes are in flight
    QList<EngineCall *> calls() const { return m_calls.values(); } ///< in flight, in no order
    qint64 processId() const;                                      ///< 0: none

public Q_SLOTS:
    void start();    ///< nothing when already started
    void restart();  ///< starts a new process and loads the last model again; the live run is interrupted
    void shutdown(); ///< polite, then by force after 1 s; state NotStarted
    void forgetModel() { m_wantedFolder.clear(); } ///< the next start() loads none
    /// Before the handshake it is remembered and sent then. While busy it is refused with requestFailed.
    void loadModel(const QString &folder, const QString &device = QStringLiteral("auto"));

public:
    void retire(); ///< as shutdown(); the client is deleted when its process has gone
    /// Sends a request: list_models, or what needs a loaded model (generate, continue_from, fill_skipped, attention).
    /// Error, and nothing sent: no engine, no model, a model is being loaded, or too many are in flight.
    Result<EngineCall *> ask(protocol::Body request);
    /// Several runs that advance together (generate_together), at most 8; one call each, in their order, which ends and is
    /// cancelled by itself. An older engine makes them one after the other. Error as above; then none is asked for.
    Result<QList<EngineCall *>> askTogether(std::vector<GenerationRequest> requests);

Q_SIGNALS:
    void stateChanged(ard::ui::EngineClient::State state);
    void statusChanged(); ///< also stage, fraction, call (these with the tick); with every stateChanged
    void modelLoaded(const ard::protocol::ModelSummary &model);
    /// The model of this folder cannot be loaded, for a reason in one sentence; model() is what it was.
    void modelRefused(const QString &folder, const QString &reason);
    /// Another request was refused by a healthy engine (a run out of range): one sentence.
    void requestFailed(const QString &reason);

protected:
    void childEvent(QChildEvent *event) override;

private:
    void onMessage(const protocol::Message &message);
    void onHello(const protocol::HelloEvent &event);
    void onFailure(std::uint64_t id, const protocol::FailedEvent &event);
    void onLoadEnded(const CallOutcome &outcome);
    void deliver(const protocol::Message &message);
    void fail(const QString &reason);
    void dropProcess(int patience);
    void setStatus(Status status);
    void setState(State state);
    void settle(); ///< the state that follows from the calls in flight
    void showProgress();
    void heard(); ///< the engine, or that it has something to do: the time of its silence starts again
    void setSilent(bool silent);
    std::uint64_t send(protocol::Body body);
    EngineCall *start(protocol::Body request);
    EngineCall *track(const protocol::Body &request); ///< a call that is in flight from now on; the request is not sent
    /// The answer to a generate_together as a whole. False: the id is of none.
    bool takeWhole(std::uint64_t id, const protocol::Body &answer);
    void sendLoad();
    void loseCalls(const QString &reason);
    QString whyNotAsk(const protocol::Body &request, std::size_t count = 1) const;

    LogBuffer *m_log;
    Tick *m_tick;
    QThread m_worker;
    std::unique_ptr<EngineProcess> m_process;
    QTimer m_helloTimer, m_silenceTimer;
    bool m_isSilent = false;
    bool m_retires = false;
    int m_cancelPatience;
    QString m_command;
    Status m_status;
    protocol::HelloEvent m_hello;
    bool m_greeted = false;
    std::optional<protocol::ModelSummary> m_model;
    QString m_modelDevice;
    QString m_wantedFolder, m_wantedDevice; ///< what is to be loaded, also again after restart()
    QString m_loadedFolder;                 ///< what the load under way asks for
    QHash<std::uint64_t, EngineCall *> m_calls;
    QHash<std::uint64_t, protocol::GenerateTogetherRequest> m_together; ///< whose lanes are among them
    EngineCall *m_load = nullptr;                                       ///< one of them
    int m_earlierCalls = 0;     ///< model calls of calls that ended while others went on
    bool m_hasProgress = false; ///< frames came since the last tick
    std::uint64_t m_nextId = 1, m_helloId = 0;
};

} // namespace ard::ui
