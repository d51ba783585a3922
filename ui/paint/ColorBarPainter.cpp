// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/ColorBarPainter.h"
#include <QFontMetrics>
#include <QImage>
#include <QLocale>
#include <QPainter>

namespace ard::ui {

QSize colorBarSize(const ColorBarState &state)
{
    const QFontMetrics fm(state.font);
    return {std::max(fm.horizontalAdvance(state.scale.title()) + 8, fm.horizontalAdvance(QLatin1Char('n')) * 26),
            fm.height() * 2 + 8};
}

void paintColorBar(QPainter &painter, const ColorBarState &state, const QRectF &rect)
{
    const QFontMetrics fm(state.font);
    const int width = static_cast<int>(rect.width());
    painter.save();
    painter.translate(rect.topLeft());
    painter.setFont(state.font);
    painter.setPen(state.tones->muted);
    painter.drawText(QRect(0, 0, width, fm.height()), Qt::AlignCenter, state.scale.title());

    const QLocale locale;
    const QString low = locale.toString(state.scale.minimum()), high = locale.toString(state.scale.maximum());
    const int lowWidth = fm.horizontalAdvance(low) + 6, highWidth = fm.horizontalAdvance(high) + 6;
    const int top = fm.height() + 3;
    const QRect bar(lowWidth, top, width - lowWidth - highWidth, fm.height());
    painter.drawText(QRect(0, top, lowWidth - 6, fm.height()), Qt::AlignRight | Qt::AlignVCenter, low);
    painter.drawText(QRect(bar.right() + 7, top, highWidth, fm.height()), Qt::AlignLeft | Qt::AlignVCenter, high);

    QImage ramp(256, 1, QImage::Format_RGB32);
    const ColorMap map = state.scale.map();
    for (int i = 0; i < 256; ++i)
        ramp.setPixelColor(i, 0, map.entry(i));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(bar.adjusted(0, 1, 0, -1), ramp);
    painter.setPen(state.tones->hairline);
    painter.drawRect(bar.adjusted(0, 1, -1, -2));
    painter.restore();
}

} // namespace ard::ui
