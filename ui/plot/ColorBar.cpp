// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/ColorBar.h"
#include "paint/Tones.h"
#include <QLocale>
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

void ColorBar::setMarker(std::optional<double> value)
{
    if (m_marker == value)
        return;
    m_marker = value;
    update();
}

QSize ColorBar::sizeHint() const
{
    const QFontMetrics fm(font());
    return {std::max(fm.horizontalAdvance(m_scale.title()) + 8, fm.averageCharWidth() * 26), fm.height() * 2 + 8};
}

void ColorBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tones &tones = tonesOf(palette());
    const QFontMetrics fm(font());
    painter.setPen(tones.muted);
    painter.drawText(QRect(0, 0, width(), fm.height()), Qt::AlignCenter, m_scale.title());

    const QLocale locale;
    const QString low = locale.toString(m_scale.minimum()), high = locale.toString(m_scale.maximum());
    const int lowWidth = fm.horizontalAdvance(low) + 6, highWidth = fm.horizontalAdvance(high) + 6;
    const int top = fm.height() + 3;
    const QRect bar(lowWidth, top, width() - lowWidth - highWidth, fm.height());
    painter.drawText(QRect(0, top, lowWidth - 6, fm.height()), Qt::AlignRight | Qt::AlignVCenter, low);
    painter.drawText(QRect(bar.right() + 7, top, highWidth, fm.height()), Qt::AlignLeft | Qt::AlignVCenter, high);

    QImage ramp(256, 1, QImage::Format_RGB32);
    const ColorMap map = m_scale.map();
    for (int i = 0; i < 256; ++i)
        ramp.setPixelColor(i, 0, map.entry(i));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(bar.adjusted(0, 1, 0, -1), ramp);
    painter.setPen(tones.hairline);
    painter.drawRect(bar.adjusted(0, 1, -1, -2));
    if (!m_marker)
        return;
    const double x = bar.left() + bar.width() * std::clamp(*m_marker / m_scale.maximum(), 0.0, 1.0);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::white, 4));
    painter.drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom()));
    painter.setPen(QPen(Qt::black, 1.6));
    painter.drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom()));
}

} // namespace ard::ui
