// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlotItem: lets a painter of ui/paint paint into a plot: what it paints is kept on the layer of the plot.
#include <functional>
#include <qcustomplot.h>

namespace ard::ui {

class PlotItem : public QCPLayerable {
public:
    using Paint = std::function<void(QPainter &)>;

    PlotItem(QCustomPlot *plot, const QString &layer, Paint paint)
        : QCPLayerable(plot, layer), m_paint(std::move(paint))
    {
    }

protected:
    // Off: on, QCPPainter would shift everything by half a pixel, which painters decide themselves.
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override { painter->setAntialiasing(false); }
    QRect clipRect() const override { return mParentPlot->viewport(); }
    void draw(QCPPainter *painter) override { m_paint(*painter); }

private:
    Paint m_paint;
};

} // namespace ard::ui
