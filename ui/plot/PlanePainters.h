// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The four things that are painted in the plane, each on a layer of its own so that a moving cursor repaints only
// itself: cells (what was crossed, what comes next, what is not reached), front (current timesteps), words (under the
// axis), marks (hover and selection). They read a PlaneState that outlives them.
#include "paint/PlaneState.h"
#include "paint/WordMetrics.h"
#include <qcustomplot.h>

namespace ard::ui {

class PlaneItem : public QCPLayerable {
public:
    PlaneItem(QCustomPlot *plot, const QString &layer, const PlaneState *state);

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override { painter->setAntialiasing(true); }
    QRect clipRect() const override { return mParentPlot->viewport(); }

    double px(double x) const { return mParentPlot->xAxis->coordToPixel(x); }
    double py(double timestep) const { return mParentPlot->yAxis->coordToPixel(m_state->layout.y(timestep)); }
    /// Columns are snapped to whole pixels so that edges stay crisp.
    QRectF columnRect(int position, double fromTimestep, double toTimestep) const;
    QRectF cellRect(PlaneCell cell) const;

    const PlaneState *m_state;
};

class PlaneCells : public PlaneItem {
public:
    using PlaneItem::PlaneItem;

protected:
    void draw(QCPPainter *painter) override;

private:
    void drawColumn(QCPPainter *painter, int position, const QBrush &hatch) const;
    void drawExecuted(QCPPainter *painter, int position) const;
    void drawNextJump(QCPPainter *painter, int position) const;
    void drawPlannedColumn(QCPPainter *painter, int position) const;
    void drawGhostLines(QCPPainter *painter) const;
    void prepareGradient();
    QBrush hatchBrush() const;

    QBrush m_noise; ///< the noise colour of every height of the plane
};

class PlaneFront : public PlaneItem {
public:
    using PlaneItem::PlaneItem;

protected:
    void draw(QCPPainter *painter) override;
};

class PlaneWords : public PlaneItem {
public:
    using PlaneItem::PlaneItem;

protected:
    void draw(QCPPainter *painter) override;

private:
    void drawExplanation(QCPPainter *painter, double top) const;
    void drawWord(QCPPainter *painter, const WordMetrics &metrics, int position, const PlaneWord &word) const;
};

class PlaneMarks : public PlaneItem {
public:
    using PlaneItem::PlaneItem;

protected:
    void draw(QCPPainter *painter) override;
};

} // namespace ard::ui
