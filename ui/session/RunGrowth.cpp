// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a Run grows and ends, and what is checked of every frame that an engine sends or a file holds.
#include "session/Run.h"
#include "session/RunMemory.h"
#include "trace/Repair.h"
#include <algorithm>
#include <atomic>
#include <utility>

namespace ard::ui {

namespace {

tl::unexpected<Error> misfit(const QString &sentence)
{
    return fail(ErrorCode::Format, sentence.toStdString());
}

bool isTableOf(const SamplingPlan &plan, int diffusionSteps)
{
    const std::size_t length = plan.timesteps.front().size();
    for (const auto &row : plan.timesteps) {
        if (row.size() != length || length == 0)
            return false;
        for (const int t : row)
            if (t < 0 || t >= diffusionSteps)
                return false;
    }
    return true;
}

/// The next frame, of one of the repair's calls, with the run's positions and timesteps: the plan follows it.
bool mayRepair(const RunRecord &record, const StepFrame &frame, int call)
{
    const int steps = record.request.schedule.diffusionSteps;
    const auto fits = [steps](const TokenState &token) {
        return token.timestepAfter >= 0 && token.timestepAfter <= token.timestepBefore && token.timestepBefore < steps;
    };
    return frame.modelCall == call && isRepairCall(record.plan, call) &&
        frame.tokens.size() == record.plan.timesteps.front().size() &&
        std::all_of(frame.tokens.begin(), frame.tokens.end(), fits);
}

} // namespace

Status Run::begin(const protocol::StartedEvent &event)
{
    ARD_TRY(checkPlan(event.run.plan, event.run.request.schedule.diffusionSteps));
    if (callsBefore() > 0 && static_cast<int>(event.run.plan.timesteps.front().size()) != length())
        return misfit(tr("The engine went on from a run of another length"));
    if (m_state != State::Waiting)
        return misfit(tr("The engine started a run that was already under way"));
    const std::size_t positions = event.run.plan.timesteps.front().size();
    if (const QString problem =
            RunMemory::problem(callsBefore() + event.run.plan.modelCalls(), static_cast<qint64>(positions));
        !problem.isEmpty())
        return misfit(problem);
    std::string tableName = std::exchange(own().request.schedule.tableName, {});
    own().request = event.run.request;
    if (own().request.schedule.table &&
        own().request.schedule.tableName.empty()) // an older engine does not give it back
        own().request.schedule.tableName = std::move(tableName);
    own().provenance = event.run.provenance;
    if (event.run.lengthChoice || !isBranch()) // a branch knows it from what it goes on from
        own().lengthChoice = event.run.lengthChoice;
    absorb(event.run.words);
    m_changes = changesOf(*m_record);
    m_source = event.source;
    takePlan(event.run.plan);
    settleAnew();
    prepareNoise();
    m_state = State::Live;
    Q_EMIT started();
    Q_EMIT stateChanged();
    return {};
}

/// A position that starts again from noise rises where the rest begins: the call before it ends there.
void Run::takePlan(const SamplingPlan &rest)
{
    own().plan = joinedPlan(plan(), callsBefore(), rest);
    if (callsBefore() == 0)
        return;
    std::vector<TokenState> &tokens = own().frames.back().tokens;
    for (std::size_t n = 0; n < tokens.size(); ++n)
        tokens[n].timestepAfter = rest.timesteps.front()[n];
}

void Run::settleAnew()
{
    m_settle.reset(length());
    for (int call = 1; call <= frameCount(); ++call)
        m_settle.add(*frame(call), call);
}

Status Run::append(const protocol::FrameEvent &event)
{
    if (m_state != State::Live)
        return misfit(tr("The engine sent a step of a run that is not under way"));
    const int call = frameCount() + 1;
    StepFrame step = event.frame;
    step.modelCall += callsBefore(); // the engine counts from where it went on
    const bool movesPlan = mayRepair(*m_record, step, call) && takeRepair(own(), step);
    if (movesPlan)
        settleAnew();
    ARD_TRY(checkFrame(plan(), step, call));
    if (const StepFrame *last = frame(call - 1); last && call == callsBefore() + 1)
        for (std::size_t n = 0; n < step.tokens.size(); ++n)
            step.tokens[n].changed = step.tokens[n].wordId != last->tokens[n].wordId;
    absorb(event.words);
    m_settle.add(step, call);
    own().frames.push_back(std::move(step));
    own().seconds += event.frame.milliseconds / 1000;
    if (movesPlan) {
        m_changes = changesOf(*m_record);
        Q_EMIT repaired();
    }
    Q_EMIT frameAdded(call);
    return {};
}

void Run::finish(const protocol::FinishedEvent &event)
{
    if (!isLive())
        return;
    own().seconds = event.seconds;
    own().outputs = event.outputs;
    own().chosen = event.chosen;
    for (CandidateOutput &output : own().outputs)
        output.modelCalls += output.modelCalls > 0 ? callsBefore() : 0;
    const bool stoppedEarly = !event.outputs.empty() && m_record->outputs.front().modelCalls == frameCount();
    own().complete = !event.cancelled && (frameCount() == modelCalls() || stoppedEarly) && frameCount() > 0;
    if (m_record->complete)
        end(State::Complete, {});
    else if (event.cancelled)
        end(State::Cancelled, {});
    else
        end(State::Failed, tr("The engine ended the run before its last step"));
}

void Run::fail(const QString &reason)
{
    if (isLive())
        end(State::Failed, reason);
}

void Run::interrupt(const QString &reason)
{
    if (isLive())
        end(State::Interrupted, reason);
}

RunRecord &Run::own()
{
    if (m_record.use_count() > 1) // somebody saves it
        m_record = std::make_shared<RunRecord>(*m_record);
    else
        std::atomic_thread_fence(std::memory_order_acquire); // what others read of it is read
    return *m_record;
}

void Run::end(State state, const QString &reason)
{
    m_state = state;
    m_reason = reason;
    Q_EMIT stateChanged();
    Q_EMIT finished();
}

Status Run::checkRecord(const RunRecord &record)
{
    ARD_TRY(checkPlan(record.plan, record.request.schedule.diffusionSteps));
    if (static_cast<int>(record.frames.size()) > record.plan.modelCalls())
        return misfit(tr("The run has more steps than its plan"));
    int call = 0;
    for (const StepFrame &frame : record.frames)
        ARD_TRY(checkFrame(record.plan, frame, ++call));
    return {};
}

Status Run::checkPlan(const SamplingPlan &plan, int diffusionSteps)
{
    const bool sizesFit = plan.sentenceSteps.size() >= 2 && plan.timesteps.size() == plan.sentenceSteps.size();
    if (!sizesFit || !isTableOf(plan, diffusionSteps))
        return misfit(tr("The run's plan of timesteps does not hold together"));
    return {};
}

Status Run::checkFrame(const SamplingPlan &plan, const StepFrame &frame, int call)
{
    if (frame.modelCall != call || call > plan.modelCalls())
        return misfit(tr("Model call %1 was expected, but number %2 came").arg(call).arg(frame.modelCall));
    const auto &before = plan.timesteps[static_cast<std::size_t>(call - 1)];
    const auto &after = plan.timesteps[static_cast<std::size_t>(call)];
    bool fits = frame.tokens.size() == before.size();
    for (std::size_t n = 0; fits && n < before.size(); ++n)
        fits = frame.tokens[n].timestepBefore == before[n] && frame.tokens[n].timestepAfter == after[n];
    if (!fits)
        return misfit(tr("Step %1 does not fit the run's plan").arg(call));
    return {};
}

} // namespace ard::ui
