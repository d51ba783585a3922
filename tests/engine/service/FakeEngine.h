// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FakeEngine: an engine that does what a test tells it to, and both ends of the service's streams in memory.
#include "engine/service/Service.h"
#include "protocol/Codec.h"
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <thread>

namespace ard::test {

/// A gate that model calls wait at until the test opens it.
class Gate {
public:
    void open();
    void close();
    void letThrough(); ///< who waits now; who comes next waits again
    void wait();
    /// True when somebody waits at it within twenty seconds.
    bool waitForVisitor();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_open = true;
    int m_waiting = 0;
    int m_openings = 0; ///< who waits is let through by an opening, even when it is closed again at once
};

/// Of a source that the engine does not look at, with so many model calls.
protocol::GenerateRequest runOf(int calls);

struct FakeEngine {
    Gate modelCall;                                 ///< before every model call
    std::function<void(const StepFrame &)> atFrame; ///< may throw
    bool poisonFrames = false;                      ///< frames hold not-a-number
    std::atomic<int> modelCalls = 0;
    std::vector<std::string> modelFolders;       ///< its own
    std::vector<Continuation> lastContinuations; ///< of the last request that was run

    /// Folders: "good", "missing" (an error), "memory" and "torch memory" (exceptions), anything else: an exception.
    EngineBackend backend();
};

class MemorySource : public ByteSource {
public:
    std::size_t read(std::span<std::uint8_t> buffer) override;
    void interrupt() override;
    void put(std::span<const std::uint8_t> bytes);
    void end();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::uint8_t> m_bytes;
    bool m_ended = false, m_interrupted = false;
};

class MemorySink : public ByteSink {
public:
    Gate reader; ///< every write waits at it: closed, nobody reads
    bool write(std::span<const std::uint8_t> bytes) override;
    void breakPipe();
    /// The next message, waiting for at most twenty seconds.
    std::optional<protocol::Message> next();
    bool empty();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    protocol::PayloadReader m_reader;
    std::deque<protocol::Message> m_messages;
    bool m_broken = false;
};

/// A service on its own thread, and the window's side of it.
class ServiceUnderTest {
public:
    explicit ServiceUnderTest(FakeEngine &engine);
    ~ServiceUnderTest();

    void request(std::uint64_t id, protocol::Body body);
    void raw(const std::vector<std::uint8_t> &payload); ///< with its length in front
    MemorySource &input() { return m_source; }
    MemorySink &output() { return m_sink; }
    /// The next event if it is an Event with this id; nothing otherwise.
    template <class Event>
    std::optional<Event> expect(std::uint64_t id)
    {
        const auto message = m_sink.next();
        if (!message || message->id != id || !std::holds_alternative<Event>(message->body))
            return std::nullopt;
        return std::get<Event>(message->body);
    }
    /// Loads the folder "good" and takes the events.
    bool loadModel();
    /// Exit status, or -1 when run() does not return within twenty seconds.
    int exitStatus();

private:
    FakeEngine &m_engine;
    MemorySource m_source;
    MemorySink m_sink;
    Service m_service;
    std::promise<int> m_status;
    std::shared_future<int> m_ended = m_status.get_future().share();
    std::thread m_thread;
};

} // namespace ard::test
