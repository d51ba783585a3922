// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Worker: the one thread that computes. It owns the loaded model, takes jobs in the order in which they came, and survives
// whatever a job throws. All public functions may be called from any other thread; none of them waits for a model call except
// finish() and the destructor.
#include "engine/Generator.h"
#include "engine/service/EventWriter.h"
#include <condition_variable>
#include <deque>
#include <future>
#include <memory>
#include <thread>

namespace ard {

/// What the engine says of itself in its hello.
struct EngineInfo {
    std::string version;
    std::string device; ///< "cpu", "cuda:0"
    std::string blas;
};

/// The engine as the service sees it; both functions are called on the worker's thread only.
struct EngineBackend {
    std::function<EngineInfo()> describe; ///< called first of all
    std::function<Result<std::unique_ptr<Generator>>(const std::string &folder, const std::string &device,
                                                     const ProgressSink &)>
        load;
    std::vector<std::string> modelFolders{}; ///< the engine's own, listed where list_models names none
};

class Worker {
public:
    static constexpr std::size_t kMaxWaiting = 8; ///< jobs besides the running one

    Worker(EngineBackend backend, EventWriter &writer);
    ~Worker(); ///< stop(), then waits for the model call that is running

    EngineInfo info() { return m_info.get(); }
    /// request: one that takes time (protocol::isWork). False when too many jobs are waiting.
    bool submit(std::uint64_t id, protocol::Body request);
    /// Answers the job, or the one lane of a job, at once. False when there is none with this id.
    bool cancel(std::uint64_t id);
    /// Cancels everything and takes no more jobs.
    void stop();
    /// Takes no more jobs and waits until all that were taken are answered.
    void finish();

private:
    using JobPointer = std::shared_ptr<Job>;

    void loop();
    JobPointer take();
    void run(Job &job);
    // One overload a request that takes time; no other is ever taken.
    void answer(Job &job, const protocol::LoadModelRequest &request);
    void answer(Job &job, const protocol::GenerateRequest &request);
    void answer(Job &job, const protocol::ContinueFromRequest &request);
    void answer(Job &job, const protocol::FillSkippedRequest &request);
    void answer(Job &job, const protocol::AttentionRequest &request);
    void answer(Job &job, const protocol::GenerateTogetherRequest &request);
    void answer(Job &job, const protocol::InspectCallRequest &request);
    void answer(Job &job, const protocol::VocabularyMapRequest &request);
    /// Watches a run: sends its start and frames, and cancels the job at numbers that are not finite.
    GenerationObserver observe(Job &job);
    void generate(Job &job, const GenerationRequest &request);
    void answerRun(Job &job, const Result<RunRecord> &run);
    /// Answers a job that needs a model when there is none.
    bool hasModel(Job &job);
    /// The same, and a request that is made for a model of another T.
    bool canRun(Job &job, const GenerationRequest &request);
    void answerCancelled(Job &job); ///< its lanes, too

    EngineBackend m_backend;
    EventWriter &m_writer;
    std::unique_ptr<Generator> m_generator; ///< the worker thread's
    std::promise<EngineInfo> m_infoPromise;
    std::shared_future<EngineInfo> m_info = m_infoPromise.get_future().share();
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<JobPointer> m_waiting;
    JobPointer m_running;
    bool m_closed = false;
    std::thread m_thread; ///< last: it uses all the others
};

} // namespace ard
