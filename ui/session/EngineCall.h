// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EngineCall: one request in flight, as QNetworkReply is one: what comes of it is told by signals, ended() last, once,
// however it ends. Any number can be in flight; the engine does them one after the other. Made by EngineClient::ask(), owned
// by the client, deleted soon after ended(). GUI thread.
#include "protocol/Messages.h"
#include <QObject>
#include <QString>
#include <QTimer>

namespace ard::ui {

/// How a request ended.
struct CallOutcome {
    enum class Kind {
        Answered,  ///< answer is the event that ends such a request
        Cancelled, ///< by cancel(); for a run answer is its FinishedEvent
        Refused,   ///< by a healthy engine, or it went wrong there: reason says why
        Lost       ///< with the engine: reason says why
    };
    Kind kind = Kind::Lost;
    protocol::Body answer;
    QString reason; ///< one sentence

    /// The answer as such an event; nullptr when it is none.
    template <class Event>
    const Event *as() const
    {
        return std::get_if<Event>(&answer);
    }
};

class EngineCall : public QObject {
    Q_OBJECT

public:
    std::uint64_t id() const { return m_id; }
    int done() const { return m_done; }       ///< frames that came
    int planned() const { return m_planned; } ///< model calls that a run will take, 0: unknown or no run
    bool isStopping() const { return m_patience.isActive(); } ///< cancelled, and not yet answered
    bool isWork() const
    {
        return m_isWork;
    } ///< a run or what takes as long; false: loading, listing, a look inside a call

    /// Ends with Cancelled. An engine that does not answer within the client's patience is lost.
    void cancel();
    /// What came does not fit what was asked: the engine is not to be trusted any more and is given up.
    void reject(const QString &reason);

Q_SIGNALS:
    void progress(const ard::protocol::ProgressEvent &event);
    void started(const ard::protocol::StartedEvent &event);
    void frame(const ard::protocol::FrameEvent &event);
    void ended(const ard::ui::CallOutcome &outcome);

private:
    friend class EngineClient;
    EngineCall(std::uint64_t id, const protocol::Body &request, int patience, QObject *parent);

    /// True: the event ends the request, and outcome says how. Otherwise it was told by a signal.
    bool take(const protocol::Body &event, CallOutcome &outcome);

    std::uint64_t m_id;
    bool m_isWork;
    int m_planned = 0;
    int m_done = 0;
    QTimer m_patience;

Q_SIGNALS: // to the client
    void cancelRequested();
    void rejected(const QString &reason);
};

} // namespace ard::ui
