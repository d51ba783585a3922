// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the worker answers to each request that takes time.
#include "engine/service/Worker.h"
#include <algorithm>
#include <cmath>
#include <vector>

namespace ard {

using namespace protocol;

namespace {

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

GenerationObserver Worker::observe(Job &job)
{
    GenerationObserver observer;
    observer.cancel = &job.cancel;
    observer.started = [this, &job](const RunRecord &run, const SourceReading &source) {
        m_writer.send(job, StartedEvent{run, source});
    };
    observer.frame = [this, &job](const StepFrame &frame, const std::map<std::int32_t, std::string> &words) {
        job.finite = job.finite && isFinite(frame);
        if (job.finite)
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
    answerRun(job, m_generator->generate(request, true, observe(job)));
}

void Worker::answerRun(Job &job, const Result<RunRecord> &run)
{
    if (!run)
        return m_writer.answer(job, failedEvent(run.error()));
    if (!job.finite)
        return m_writer.answer(job, notFinite());
    m_writer.answer(job, FinishedEvent{run->outputs, run->chosen, run->seconds, !run->complete});
}

void Worker::answer(Job &job, const GenerateTogetherRequest &request)
{
    if (!hasModel(job))
        return;
    const bool clash =
        std::any_of(job.lanes.begin(), job.lanes.end(), [&](const auto &lane) { return lane->id == job.id; });
    if (clash)
        return m_writer.answer(job,
                               failedEvent({ErrorCode::InvalidArgument,
                                            "A lane has the id of the request, " + std::to_string(job.id) +
                                                ": give each lane one of its own",
                                            {}}));
    const Stopwatch watch;
    std::vector<Generator::Lane> lanes;
    for (std::size_t i = 0; i < request.lanes.size(); ++i) {
        Job &lane = *job.lanes[i];
        if (!lane.answered && canRun(lane, request.lanes[i].request)) // a waiting lane may be cancelled by now
            lanes.push_back({request.lanes[i].request, observe(lane),
                             [this, &lane](const Result<RunRecord> &run) { answerRun(lane, run); }});
    }
    m_generator->generateTogether(lanes, true);
    m_writer.answer(job, FinishedEvent{{}, 0, watch.seconds(), false});
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
    const Result<FilledSteps> filled = m_generator->fillSkipped(request.request, request.modelCall, observe(job));
    if (!job.finite)
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

void Worker::answer(Job &job, const InspectCallRequest &request)
{
    if (!canRun(job, request.request))
        return;
    const Result<CallInside> inside =
        m_generator->inspectCall(request.request, request.modelCall, request.position, &job.cancel);
    if (!inside)
        return m_writer.answer(job, failedEvent(inside.error()));
    m_writer.answer(job, CallInsideEvent{*inside});
}

void Worker::answer(Job &job, const VocabularyMapRequest &)
{
    if (hasModel(job))
        m_writer.answer(job, VocabularyMapEvent{m_generator->vocabularyMap()});
}

} // namespace ard
