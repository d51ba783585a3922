// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlanePainter: what stands in the plane of position by timestep, in three parts that a host can keep on layers of their
// own: cells (what was crossed, what comes next, what is not reached), front (current timesteps), marks (hover and
// selection). Axes and the words under the plane are others': see PlaneAxes and PlaneWords.
// Paints on any device. Any thread, one painter a thread.
#include "paint/ExecutedCells.h"
#include "paint/PlaneGeometry.h"
#include "paint/PlaneState.h"

class QPainter;

namespace ard::ui {

class PlanePainter {
public:
    /// geometry is of state.layout in all of these.
    void paintCells(QPainter &painter, const PlaneState &state, const PlaneGeometry &geometry);
    void paintFront(QPainter &painter, const PlaneState &state, const PlaneGeometry &geometry) const;
    void paintMarks(QPainter &painter, const PlaneState &state, const PlaneGeometry &geometry) const;

    /// A plan of many model calls is drawn with one line for so many of them.
    static int planLinesEvery(const PlaneLayout &layout);

    const ExecutedCells &executed() const { return m_executed; }

private:
    void paintSchedule(QPainter &painter, const PlaneState &state, const PlaneGeometry &geometry) const;
    void paintSelected(QPainter &painter, const PlaneState &state, const PlaneGeometry &geometry) const;

    ExecutedCells m_executed;
};

} // namespace ard::ui
