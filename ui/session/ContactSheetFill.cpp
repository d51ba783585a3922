// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The cells that are missing are asked of the engine, in order.
#include "session/ContactSheet.h"
#include "session/CoreSentences.h"
#include "session/EngineClient.h"
#include "session/Feed.h"
#include "session/GenerationForm.h"
#include "session/Run.h"
#include "session/RunMemory.h"
#include <algorithm>

namespace ard::ui {

namespace {

/// The engine computes one at a time: a second that waits keeps it from idling, more would make stopping slow.
constexpr int kMostAtOnce = 2;

using State = SheetCell::State;

} // namespace

QString ContactSheet::whyNotFill() const
{
    if (!m_engine->isUp() || !m_engine->hasModel() || m_engine->state() == EngineClient::State::LoadingModel)
        return m_engine->isUp() && !m_engine->hasModel() ? tr("Choose a model first") : m_engine->statusText();
    if (!m_hasCommon)
        return tr("The folder has no run of this sentence, so nobody knows what was asked");
    if (m_common.source.empty())
        return tr("Type a source text first");
    if (m_sets.empty())
        return {};
    const SheetSet &set = m_sets[static_cast<std::size_t>(m_setIndex)];
    if (set.candidates > 1)
        return tr("Cells with several candidates are made by ardiff compare");
    if (!set.model.empty() && set.model != m_engine->model()->fingerprint)
        return tr("These cells are of another model than the one that is loaded");
    return {};
}

int ContactSheet::inNoFolder() const
{
    if (!m_folder.isEmpty()) // every cell is written there as it is done
        return 0;
    return static_cast<int>(std::count_if(m_cells.begin(), m_cells.end(), [](const SheetCell &cell) {
        return cell.state == State::Done && cell.file.isEmpty();
    }));
}

int ContactSheet::missing() const
{
    return static_cast<int>(std::count_if(m_cells.begin(), m_cells.end(), [](const SheetCell &cell) {
        return cell.state == State::Missing || cell.state == State::Failed;
    }));
}

void ContactSheet::fill()
{
    if (const QString why = whyNotFill(); !why.isEmpty()) {
        Q_EMIT problem(why);
        return;
    }
    if (!isFilling())
        m_filled = m_wanted = 0;
    for (int index = 0; index < size(); ++index) {
        SheetCell &cell = at(index);
        if (cell.state != State::Missing && cell.state != State::Failed)
            continue;
        cell.state = State::Waiting;
        m_queue.push_back(index);
        ++m_wanted;
        change(index);
    }
    pump();
}

void ContactSheet::fill(SheetPlace place)
{
    if (const QString why = whyNotFill(); !why.isEmpty()) {
        Q_EMIT problem(why);
        return;
    }
    SheetCell &cell = at(indexOf(place));
    if (cell.state != State::Missing && cell.state != State::Failed && cell.state != State::TextOnly)
        return;
    if (!isFilling())
        m_filled = m_wanted = 0;
    cell.state = State::Waiting;
    m_queue.push_back(indexOf(place));
    ++m_wanted;
    change(indexOf(place));
    pump();
}

void ContactSheet::stop()
{
    dropQueue();
    for (EngineCall *call : std::as_const(m_calls))
        call->cancel();
}

void ContactSheet::dropQueue()
{
    for (const int index : std::exchange(m_queue, {})) {
        at(index).state = State::Missing;
        change(index);
    }
    m_wanted = m_filled + static_cast<int>(m_calls.size());
}

void ContactSheet::pump()
{
    while (!m_queue.empty() && m_calls.size() < kMostAtOnce) {
        const int index = m_queue.front();
        m_queue.pop_front();
        start(index);
    }
    if (!isFilling())
        Q_EMIT progressed();
}

/// Why the engine would refuse it: said at once. Empty: it would not.
QString ContactSheet::whyNoPlan(int index) const
{
    const SheetPlace place = placeOf(index);
    if (!m_schedules.at(place.schedule).spec)
        return tr("There is no timestep schedule %1").arg(m_schedules.at(place.schedule).text);
    GenerationRequest request = requestOf(place);
    if (request.schedule.length == 0)
        request.schedule.length = m_form->values().schedule.length;
    if (const QString problem = RunMemory::problem(request.samplingSteps, request.schedule.length); !problem.isEmpty())
        return problem;
    const auto plan = GenerationForm::planOf(request);
    return plan ? QString() : coreSentence(plan.error());
}

void ContactSheet::start(int index)
{
    SheetCell &cell = at(index);
    change(index);
    if (const QString why = whyNoPlan(index); !why.isEmpty()) {
        cell.state = State::Failed;
        cell.reason = why;
        ++m_filled;
        return;
    }
    const GenerationRequest request = requestOf(placeOf(index));
    const auto asked = m_engine->ask(protocol::GenerateRequest{request});
    if (!asked) {
        cell.state = State::Missing;
        stop();
        Q_EMIT problem(coreSentence(asked.error()));
        return;
    }
    EngineCall *call = *asked;
    auto *run = new Run(request, this);
    cell.run = run;
    feed(call, run);
    m_calls.insert(call);
    const int arrangement = m_arrangement;
    const auto ifHere = [this, arrangement](auto action) {
        return [this, arrangement, action] {
            if (arrangement == m_arrangement)
                action();
        };
    };
    connect(run, &Run::started, this, ifHere([this, index] {
                at(index).state = State::Running;
                change(index);
            }));
    connect(run, &Run::frameAdded, this, ifHere([this, index] { change(index); }));
    connect(run, &Run::finished, this, ifHere([this, index, run] { settle(index, run); }));
    connect(call, &EngineCall::ended, this, [this, call] {
        m_calls.remove(call);
        pump();
    });
}

void ContactSheet::settle(int index, Run *run)
{
    SheetCell &cell = at(index);
    change(index);
    const RunRecord &record = run->record();
    switch (run->state()) {
    case Run::State::Complete:
        cell.state = State::Done;
        cell.record = run->share();
        cell.text = run->textAt(run->frameCount());
        cell.calls = run->frameCount();
        cell.seconds = record.seconds;
        ++m_filled;
        keep(placeOf(index).schedule, placeOf(index).step);
        return;
    case Run::State::Failed:
    case Run::State::Interrupted:
        cell.state = State::Failed;
        cell.reason = run->reason();
        ++m_filled;
        if (run->state() == Run::State::Interrupted) // with the engine: the others need not be tried
            dropQueue();
        return;
    case Run::State::Waiting:
    case Run::State::Live:
    case Run::State::Cancelled:
        cell = {};
        if (run->parent() == this) // nobody has opened it
            run->deleteLater();
    }
}

} // namespace ard::ui
