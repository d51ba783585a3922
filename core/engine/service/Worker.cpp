// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/Worker.h"
#include "base/Guard.h"
#include "base/Log.h"
#include <algorithm>
#include <iterator>
#include <vector>

namespace ard {

using namespace protocol;

namespace {

std::unique_ptr<Job> laneJob(const LaneRequest &lane)
{
    auto job = std::make_unique<Job>();
    job->id = lane.id;
    job->request = GenerateRequest{lane.request};
    return job;
}

void cancelAll(Job &job)
{
    job.cancel = true;
    for (const auto &lane : job.lanes)
        lane->cancel = true;
}

/// The lane with this id that is not answered yet.
Job *openLane(const Job &job, std::uint64_t id)
{
    const auto lane = std::find_if(job.lanes.begin(), job.lanes.end(),
                                   [id](const auto &one) { return one->id == id && !one->answered; });
    return lane == job.lanes.end() ? nullptr : lane->get();
}

} // namespace

Worker::Worker(EngineBackend backend, EventWriter &writer)
    : m_backend(std::move(backend)), m_writer(writer), m_thread([this] { loop(); })
{
}

Worker::~Worker()
{
    stop();
    m_thread.join();
}

bool Worker::submit(std::uint64_t id, Body request)
{
    const std::scoped_lock lock(m_mutex);
    if (m_closed || m_waiting.size() >= kMaxWaiting)
        return false;
    auto job = std::make_shared<Job>();
    job->id = id;
    if (const auto *together = std::get_if<GenerateTogetherRequest>(&request))
        std::transform(together->lanes.begin(), together->lanes.end(), std::back_inserter(job->lanes), laneJob);
    job->request = std::move(request);
    m_waiting.push_back(std::move(job));
    m_changed.notify_all();
    return true;
}

bool Worker::cancel(std::uint64_t id)
{
    std::vector<JobPointer> jobs;
    Job *lane = nullptr;
    JobPointer laneOwner; // keeps the lane alive
    {
        const std::scoped_lock lock(m_mutex);
        std::vector<JobPointer> all(m_waiting.begin(), m_waiting.end());
        if (m_running && !m_running->cancel)
            all.push_back(m_running);
        for (const JobPointer &job : all)
            if (job->id == id) {
                jobs.push_back(job);
                cancelAll(*job);
            } else if (Job *found = openLane(*job, id)) {
                lane = found;
                laneOwner = job;
                lane->cancel = true;
            }
        std::erase_if(m_waiting, [id](const auto &job) { return job->id == id; });
    }
    for (const JobPointer &job : jobs)
        answerCancelled(*job);
    if (lane)
        answerCancelled(*lane);
    return lane || !jobs.empty();
}

void Worker::stop()
{
    std::vector<JobPointer> jobs;
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
        if (m_running)
            jobs.push_back(m_running);
        jobs.insert(jobs.end(), m_waiting.begin(), m_waiting.end());
        m_waiting.clear();
        for (const JobPointer &job : jobs)
            cancelAll(*job);
        m_changed.notify_all();
    }
    for (const JobPointer &job : jobs)
        answerCancelled(*job);
}

void Worker::finish()
{
    std::unique_lock lock(m_mutex);
    m_closed = true;
    m_changed.notify_all();
    m_changed.wait(lock, [this] { return m_waiting.empty() && !m_running; });
}

void Worker::loop()
{
    try {
        m_infoPromise.set_value(m_backend.describe());
    } catch (...) {
        log::error(currentError("asking what the engine runs on").message);
        m_infoPromise.set_value({});
    }
    while (const JobPointer job = take()) {
        run(*job);
        const std::scoped_lock lock(m_mutex);
        m_running.reset();
        m_changed.notify_all();
    }
}

Worker::JobPointer Worker::take()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_closed || !m_waiting.empty(); });
    if (m_waiting.empty())
        return nullptr;
    m_running = std::move(m_waiting.front());
    m_waiting.pop_front();
    return m_running;
}

void Worker::run(Job &job)
{
    try {
        std::visit(
            [&](const auto &request) {
                if constexpr (isWork<std::remove_cvref_t<decltype(request)>>)
                    answer(job, request);
            },
            job.request);
    } catch (...) {
        const Error error = currentError("answering a request");
        log::error(error.detail.empty() ? error.message : error.detail);
        m_writer.answer(job, failedEvent(error));
    }
}

void Worker::answerCancelled(Job &job)
{
    for (const auto &lane : job.lanes)
        answerCancelled(*lane);
    if (std::holds_alternative<LoadModelRequest>(job.request))
        m_writer.answer(job, FailedEvent{"cancelled", "Loading the model was cancelled", {}});
    else if (std::holds_alternative<FillSkippedRequest>(job.request) ||
             std::holds_alternative<AttentionRequest>(job.request) ||
             std::holds_alternative<InspectCallRequest>(job.request) ||
             std::holds_alternative<VocabularyMapRequest>(job.request))
        m_writer.answer(job, FailedEvent{"cancelled", "The request was cancelled", {}});
    else
        m_writer.answer(job, FinishedEvent{{}, 0, job.sinceAccepted.seconds(), true});
}

} // namespace ard
