// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/Film.h"
#include <algorithm>
#include <limits>
#include <utility>

namespace ard::ui {

Film::Film(Tick *tick, QObject *parent) : QObject(parent), m_tick(tick)
{
    connect(tick, &Tick::ticked, this, &Film::announce);
}

void Film::setRun(Run *run)
{
    if (run == m_run && run)
        return;
    if (m_run)
        m_run->disconnect(this);
    for (const auto &[call, filled] : std::exchange(m_filled, {}))
        delete filled.data();
    m_run = run;
    m_announced = run ? run->frameCount() : 0;
    if (run) {
        connect(run, &Run::started, this, &Film::planChanged); // the engine's plan may differ from the preview
        connect(run, &Run::repaired, this, &Film::planChanged);
        connect(run, &Run::frameAdded, m_tick, &Tick::request);
        connect(run, &Run::stateChanged, this, [this] {
            announce();
            Q_EMIT stateChanged();
        });
        connect(run, &QObject::destroyed, this, [this] { setRun(nullptr); });
    }
    Q_EMIT runChanged(run);
}

void Film::setPlan(SamplingPlan plan, int diffusionSteps)
{
    m_plan = std::move(plan);
    m_diffusionSteps = diffusionSteps;
    if (!m_run)
        Q_EMIT planChanged();
}

void Film::announce()
{
    const int frames = m_run ? m_run->frameCount() : 0;
    const int before = std::exchange(m_announced, frames);
    if (frames > before)
        Q_EMIT grew(before + 1, frames);
}

int Film::length() const
{
    return plan().timesteps.empty() ? 0 : static_cast<int>(plan().timesteps.front().size());
}

// ----------------------------------------------------------------------------------------------------------------
// order

int Film::subs(int call) const
{
    const auto it = m_filled.find(call);
    const Run *filled = it != m_filled.end() ? it->second.data() : nullptr;
    // The last of them arrives where the model call does.
    return filled && call < m_run->frameCount() ? std::min(filled->frameCount(), filled->modelCalls() - 1) : 0;
}

int Film::size() const
{
    if (!m_run)
        return 0;
    int moments = 1 + m_run->frameCount();
    for (const auto &[call, filled] : m_filled)
        moments += subs(call);
    return moments;
}

Moment Film::at(int index) const
{
    index = std::clamp(index, 0, std::max(0, size() - 1));
    int between = 0; // filled in moments before the one that is looked for
    for (const auto &[call, filled] : m_filled) {
        const int past = index - between - call;
        if (past <= 0)
            break;
        if (past <= subs(call))
            return {call, past};
        between += subs(call);
    }
    return {index - between};
}

int Film::indexOf(Moment moment) const
{
    int index = moment.call + moment.sub;
    for (const auto &[call, filled] : m_filled)
        index += call < moment.call ? subs(call) : 0;
    return index;
}

bool Film::contains(Moment moment) const
{
    return m_run && moment.call >= 0 && moment.call <= m_run->frameCount() && moment.sub >= 0 &&
        moment.sub <= subs(moment.call);
}

Moment Film::nearest(Moment moment) const
{
    if (!m_run || moment < Moment{})
        return {};
    if (moment.call > m_run->frameCount())
        return last();
    return {moment.call, std::clamp(moment.sub, 0, subs(moment.call))};
}

Status Film::insert(int call, Run *run)
{
    const auto &rows = plan().timesteps;
    const auto &between = run->plan().timesteps;
    const auto at = static_cast<std::size_t>(call);
    const bool fits = m_run && call >= 1 && call <= modelCalls() && between.size() >= 2 &&
        between.front() == rows[at - 1] && between.back() == rows[at];
    if (!fits)
        return fail(ErrorCode::InvalidArgument,
                    tr("The filled in steps do not lead from one step of the run to the next").toStdString());
    run->setParent(this);
    QPointer<Run> &place = m_filled[call - 1];
    delete std::exchange(place, run).data();
    const auto tell = [this, call] { Q_EMIT filledChanged(call); };
    connect(run, &Run::frameAdded, this, tell);
    tell();
    return {};
}

Run *Film::filled(int call) const
{
    const auto it = m_filled.find(call - 1);
    return it != m_filled.end() ? it->second.data() : nullptr;
}

// ----------------------------------------------------------------------------------------------------------------
// reading

Film::Source Film::source(Moment moment) const
{
    if (moment.sub == 0)
        return {m_run, moment.call};
    return {filled(moment.call + 1), moment.sub};
}

const StepFrame *Film::frame(Moment moment) const
{
    const auto [run, step] = source(moment);
    return run ? run->frame(step) : nullptr;
}

const TokenState *Film::token(Moment moment, int position) const
{
    const auto [run, step] = source(moment);
    return run ? run->token(step, position) : nullptr;
}

int Film::timestep(Moment moment, int position) const
{
    const auto [run, step] = source(moment);
    return run ? run->timestep(step, position) : -1;
}

int Film::sentenceStep(Moment moment) const
{
    const auto [run, step] = source(moment);
    return run ? run->sentenceStep(step) : -1;
}

double Film::noiseLevel(Moment moment, int position) const
{
    return m_run ? m_run->noiseLevel(timestep(moment, position)) : std::numeric_limits<double>::quiet_NaN();
}

QString Film::label(Moment moment, int position) const
{
    const auto [run, step] = source(moment);
    return run ? run->labelAt(step, position) : QString();
}

QString Film::previousLabel(Moment moment, int position) const
{
    const int index = indexOf(moment);
    return index > 0 ? label(at(index - 1), position) : QString();
}

bool Film::hasChanged(Moment moment, int position) const
{
    const TokenState *now = token(moment, position);
    if (!now || m_filled.empty())
        return now && now->changed;
    const TokenState *before = token(at(indexOf(moment) - 1), position);
    return before && before->wordId != now->wordId;
}

bool Film::startsWord(Moment moment, int position) const
{
    const TokenState *state = token(moment, position);
    return state && source(moment).run->startsWord(state->wordId);
}

bool Film::isPadding(Moment moment, int position) const
{
    const TokenState *state = token(moment, position);
    return state && source(moment).run->isPadding(state->wordId);
}

QString Film::text(Moment moment) const
{
    const auto [run, step] = source(moment);
    return run ? run->textAt(step) : QString();
}

// ----------------------------------------------------------------------------------------------------------------
// settling

bool Film::knowsAll(Moment moment, Sight sight) const
{
    if (!m_run || m_run->frameCount() == 0)
        return false;
    const bool isEnd = moment.call == modelCalls(); // the last model call's words are final
    const bool complete = m_run->state() == Run::State::Complete;
    return isEnd || (complete && (sight == Sight::WholeRun || moment.call == m_run->frameCount()));
}

bool Film::isSettled(Moment moment, int position, Sight sight) const
{
    if (!token(moment, position))
        return false;
    if (!knowsAll(moment, sight))
        return isSettledBySchedule(moment, position);
    return moment.call >= m_run->settle().byWord(position);
}

SettleSteps Film::settleSteps(Moment moment, int position, Sight sight) const
{
    SettleSteps steps;
    if (!m_run)
        return steps;
    const SettleTracker &settle = m_run->settle();
    const bool seesAll = sight == Sight::WholeRun;
    steps.provisional = !knowsAll(moment, sight);
    steps.byWord = seesAll || !steps.provisional ? settle.byWord(position) : unchangedSince(moment.call, position);
    const int clean = settle.bySchedule(position);
    steps.bySchedule = seesAll || clean <= moment.call ? clean : 0;
    return steps;
}

int Film::unchangedSince(int call, int position) const
{
    const TokenState *word = token(call, position);
    while (word && call > 1 && m_run->token(call - 1, position)->wordId == word->wordId)
        --call;
    return word ? call : 0;
}

} // namespace ard::ui

#include "moc_Film.cpp"
