// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/ColorBar.h"
#include <QPainter>

namespace ard::ui {

ColorBar::ColorBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setScale({});
}

void ColorBar::setScale(const QuantityScale &scale)
{
    m_scale = scale;
    setAccessibleName(tr("Legend: %1, from %2 to %3").arg(scale.title()).arg(scale.minimum()).arg(scale.maximum()));
    updateGeometry();
    update();
}

ColorBarState ColorBar::state() const
{
    return {m_scale, &tonesOf(palette()), font()};
}

QSize ColorBar::sizeHint() const
{
    return colorBarSize(state());
}

void ColorBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintColorBar(painter, state(), rect());
}

} // namespace ard::ui

#include "moc_ColorBar.cpp"
