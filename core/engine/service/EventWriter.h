// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EventWriter: the only place where the service writes. Whole messages, one at a time, from any thread. Nothing follows the last
// answer to a request: a cancelled job may go on computing for a moment, but what it still sends is dropped here.
#include "base/Stopwatch.h"
#include "engine/service/Streams.h"
#include "protocol/Messages.h"
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace ard {

/// One request that takes time.
struct Job {
    std::uint64_t id = 0;
    protocol::Body request; ///< a request that takes time
    std::atomic<bool> cancel = false;
    Stopwatch sinceAccepted;
    std::atomic<bool> answered = false;        ///< set by EventWriter
    bool finite = true;                        ///< the worker's: false once a frame held numbers that are not finite
    std::vector<std::unique_ptr<Job>> lanes{}; ///< of generate_together: each is answered and cancelled by its own id
};

class EventWriter {
public:
    /// onBroken is called once, on the thread that finds that nobody reads any more.
    EventWriter(ByteSink &sink, std::function<void()> onBroken) : m_sink(sink), m_onBroken(std::move(onBroken)) { }

    void send(std::uint64_t id, protocol::Body body);
    void send(Job &job, protocol::Body body);
    /// The last event of a job; only the first answer is sent.
    void answer(Job &job, protocol::Body body);
    bool broken() const { return m_broken; }

private:
    void write(std::uint64_t id, protocol::Body body, Job *job, bool last);

    ByteSink &m_sink;
    std::function<void()> m_onBroken;
    std::mutex m_mutex;
    std::atomic<bool> m_broken = false;
};

/// The word that stands for an error's code in failed events: "out_of_memory", "not_found", ..
const char *errorCodeName(ErrorCode code);
protocol::FailedEvent failedEvent(const Error &error);

} // namespace ard
