// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/Lane.h"
#include "trace/RequestParameters.h"
#include <algorithm>
#include <utility>

namespace ard::ui {

GenerationRequest LaneChanges::applied(GenerationRequest common) const
{
    if (schedule) {
        const TimestepScheduleSpec all = std::exchange(common.schedule, *schedule);
        common.schedule.length = all.length;
        common.schedule.diffusionSteps = all.diffusionSteps;
        common.schedule.knots = all.knots;
    }
    common.ruler = ruler.value_or(common.ruler);
    common.samplingSteps = samplingSteps.value_or(common.samplingSteps);
    common.eta = eta.value_or(common.eta);
    common.seed = seed.value_or(common.seed);
    takeClamp(common, clamp.value_or(common.clamp));
    return common;
}

GenerationRequest laneValues(const LaneChanges &changes, const GenerationForm &form)
{
    return changes.applied(changes.model ? form.valuesFor(*changes.model) : form.values());
}

const protocol::ModelSummary &laneModel(const LaneChanges &changes, const GenerationForm &form)
{
    return changes.model ? *changes.model : form.model();
}

void Lane::setTitle(const QString &title)
{
    if (title == m_title)
        return;
    m_title = title;
    Q_EMIT titleChanged(title);
}

void Lane::setChanges(const LaneChanges &changes)
{
    if (changes == m_changes)
        return;
    m_changes = changes;
    Q_EMIT changesChanged();
}

void Lane::setPlan(const SamplingPlan &plan, int diffusionSteps, const QString &problem)
{
    m_problem = problem;
    m_film.setPlan(plan, diffusionSteps);
}

Board::Board(Tick *tick, QObject *parent) : QObject(parent), m_tick(tick)
{
    m_lanes << new Lane(tick, 0, this);
}

Lane *Board::add()
{
    return size() < kMaxLanes ? add(freeMark()) : nullptr;
}

Lane *Board::add(int mark)
{
    m_lanes << new Lane(m_tick, mark, this);
    Q_EMIT added(size() - 1);
    return m_lanes.back();
}

void Board::letter(const std::vector<int> &marks)
{
    while (remove(size() - 1)) { }
    m_lanes.front()->film()->setRun(nullptr);
    m_lanes.front()->setMark(marks.front()); // alone it is known by none: nobody has to hear of it
    for (std::size_t i = 1; i < marks.size(); ++i)
        add(marks[i]);
}

int Board::freeMark() const
{
    int mark = 0;
    const auto isTaken = [&mark](const Lane *lane) { return lane->mark() == mark; };
    while (std::any_of(m_lanes.begin(), m_lanes.end(), isTaken))
        ++mark;
    return mark;
}

void Board::swap(int a, int b)
{
    if (a == b || !at(a) || !at(b))
        return;
    m_lanes.swapItemsAt(a, b);
    Q_EMIT swapped(a, b);
}

bool Board::remove(int index)
{
    if (size() < 2 || !at(index))
        return false;
    Lane *lane = m_lanes.takeAt(index);
    if (size() == 1)
        m_lanes.front()->setMark(0); // it is known by no letter until there are others again
    Q_EMIT removed(index);
    lane->deleteLater();
    return true;
}

} // namespace ard::ui

#include "moc_Lane.cpp"
