// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// PlaneView: what stands in it besides the cells, and the legend that says what it means.
#include "plot/PlaneLegend.h"
#include "plot/PlaneView.h"
#include <QLabel>

namespace ard::ui {

void PlaneView::setFigureMarks(bool on)
{
    if (on == m_state.figureMarks)
        return;
    m_state.figureMarks = on;
    checkLegend();
    schedule(Front | Marks);
}

void PlaneView::setGhost(const SamplingPlan &plan)
{
    if (plan.timesteps.empty())
        m_state.ghost.reset();
    else
        m_state.ghost =
            std::make_shared<const PlaneLayout>(plan, m_state.layout.diffusionSteps(), m_state.layout.scale());
    checkLegend();
    schedule(Front);
}

void PlaneView::setChanges(std::vector<MadeChange> changes, int callsBefore)
{
    m_state.changes = std::move(changes);
    m_state.callsBefore = callsBefore;
    checkLegend();
    schedule(Front);
}

void PlaneView::setFilled(std::vector<FilledJump> filled)
{
    m_state.filled = std::move(filled);
    checkLegend();
    schedule(Front);
}

void PlaneView::setBetween(std::vector<int> timesteps)
{
    if (timesteps == m_state.between)
        return;
    m_state.between = std::move(timesteps);
    schedule(Front);
}

void PlaneView::setOffTraining(const QString &why)
{
    m_badge->setToolTip(why);
    m_badge->setAccessibleDescription(why);
    m_state.offTraining = !why.isEmpty();
    checkLegend();
    fitParts();
    schedule(Cells);
}

void PlaneView::setNoiseAtZero(double noise)
{
    m_state.noiseAtZero = noise > 0 ? noise : 0; // not a number while it is not known
    updateLegend();
}

void PlaneView::updateLegend()
{
    m_legend->show(planeLegend(m_state));
    Q_EMIT keyChanged();
}

void PlaneView::checkLegend()
{
    if (planeLegend(m_state) != m_legend->content())
        updateLegend();
}

} // namespace ard::ui
