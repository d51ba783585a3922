// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/Worker.h"
#include "base/Guard.h"
#include "base/Log.h"
#include <algorithm>
#include <cmath>
#include <vector>

namespace ard {

namespace {

using namespace protocol;

bool isFinite(const StepFrame &frame)
{
    return std::all_of(frame.tokens.begin(), frame.tokens.end(), [](const TokenState &token) {
        return std::isfinite(token.entropy) && std::isfinite(token.distance) &&
            std::all_of(token.topProbabilities.begin(), token.topProbabilities.end(),
                        [](float p) { return std::isfinite(p); });
    });
}

bool allFinite(const std::vector<float> &values)
{
    return std::all_of(values.begin(), values.end(), [](float value) { return std::isfinite(value); });
}

FailedEvent notFinite()
{
    return failedEvent(damagedWeightsError());
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
    job->request = std::move(request);
    m_waiting.push_back(std::move(job));
    m_changed.notify_all();
    return true;
}

bool Worker::cancel(std::uint64_t id)
{
    std::vector<JobPointer> jobs;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_running && m_running->id == id && !m_running->cancel)
            jobs.push_back(m_running);
        std::copy_if(m_waiting.begin(), m_waiting.end(), std::back_inserter(jobs),
                     [id](const auto &job) { return job->id == id; });
        std::erase_if(m_waiting, [id](const auto &job) { return job->id == id; });
        for (const JobPointer &job : jobs)
            job->cancel = true;
    }
    for (const JobPointer &job : jobs)
        answerCancelled(*job);
    return !jobs.empty();
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
            job->cancel = true;
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

void Worker::answer(Job &job, const LoadModelRequest &request)
{
    const ProgressSink progress = [&](const std::string &stage, double fraction) {
        m_writer.send(job, ProgressEvent{stage, fraction >= 0 ? std::min(fraction, 1.0) : -1});
    };
    Result<std::unique_ptr<Generator>> generator = m_backend.load(request.folder, request.device, progress);
    if (!generator)
        return m_writer.answer(job, failedEvent(generator.error()));
    if (job.cancel) // answered already; the model that was loaded before stays
        return;
    m_generator = std::move(*generator);
    m_writer.answer(job, LoadedEvent{m_generator->summary(), m_generator->device()});
}

bool Worker::hasModel(Job &job)
{
    if (!m_generator)
        m_writer.answer(job, FailedEvent{"no_model", "No model is loaded: load one before generating", {}});
    return m_generator != nullptr;
}

bool Worker::canRun(Job &job, const GenerationRequest &request)
{
    if (!hasModel(job))
        return false;
    const int asked = request.schedule.diffusionSteps, has = m_generator->summary().diffusionSteps;
    if (asked == 0 || asked == has)
        return true;
    m_writer.answer(
        job,
        failedEvent({ErrorCode::InvalidArgument,
                     "The model has " + std::to_string(has) + " diffusion steps, not " + std::to_string(asked) +
                         ": leave schedule.diffusion_steps out, or give the model's",
                     {}}));
    return false;
}

GenerationObserver Worker::observe(Job &job, bool &finite)
{
    GenerationObserver observer;
    observer.cancel = &job.cancel;
    observer.started = [this, &job](const RunRecord &run, const std::vector<std::string> &pieces) {
        m_writer.send(job, StartedEvent{run, pieces});
    };
    observer.frame = [this, &job, &finite](const StepFrame &frame, const std::map<std::int32_t, std::string> &words) {
        finite = finite && isFinite(frame);
        if (finite)
            m_writer.send(job, FrameEvent{frame, words});
        else
            job.cancel = true;
    };
    return observer;
}

void Worker::answer(Job &job, const GenerateRequest &request)
{
    generate(job, request.request);
}

void Worker::generate(Job &job, const GenerationRequest &request)
{
    if (!canRun(job, request))
        return;
    bool finite = true;
    const Result<RunRecord> run = m_generator->generate(request, true, observe(job, finite));
    if (!run)
        return m_writer.answer(job, failedEvent(run.error()));
    if (!finite)
        return m_writer.answer(job, notFinite());
    m_writer.answer(job, FinishedEvent{run->outputs, run->chosen, run->seconds, !run->complete});
}

void Worker::answer(Job &job, const ContinueFromRequest &request)
{
    GenerationRequest continued = request.request;
    continued.continuations.push_back(request.continuation);
    generate(job, continued);
}

void Worker::answer(Job &job, const FillSkippedRequest &request)
{
    if (!canRun(job, request.request))
        return;
    bool finite = true;
    const Result<FilledSteps> filled =
        m_generator->fillSkipped(request.request, request.modelCall, observe(job, finite));
    if (!finite)
        return m_writer.answer(job, notFinite());
    if (!filled)
        return m_writer.answer(job, failedEvent(filled.error()));
    if (!allFinite(filled->distance))
        return m_writer.answer(job, notFinite());
    m_writer.answer(job, FilledEvent{*filled});
}

void Worker::answer(Job &job, const AttentionRequest &request)
{
    if (!canRun(job, request.request))
        return;
    const Result<AttentionMap> map =
        m_generator->attention(request.request, request.modelCall, request.layer, request.head, &job.cancel);
    if (!map)
        return m_writer.answer(job, failedEvent(map.error()));
    if (!allFinite(map->content) || !allFinite(map->time) || !allFinite(map->weights) || !allFinite(map->cross))
        return m_writer.answer(job, notFinite());
    m_writer.answer(job, AttentionMapEvent{*map});
}

void Worker::answerCancelled(Job &job)
{
    if (std::holds_alternative<LoadModelRequest>(job.request))
        m_writer.answer(job, FailedEvent{"cancelled", "Loading the model was cancelled", {}});
    else if (std::holds_alternative<FillSkippedRequest>(job.request) ||
             std::holds_alternative<AttentionRequest>(job.request))
        m_writer.answer(job, FailedEvent{"cancelled", "The request was cancelled", {}});
    else
        m_writer.answer(job, FinishedEvent{{}, 0, job.sinceAccepted.seconds(), true});
}

} // namespace ard
