// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/PlaneAxes.h"
#include "paint/FoldMark.h"
#include "paint/Pens.h"
#include "paint/PlaneWords.h"
#include <QFontMetricsF>
#include <QPainter>

namespace ard::ui {

namespace {
constexpr double kTick = 5; ///< pixels
constexpr double kAxisGap = 3;

double numbersWidth(const PlaneState &state)
{
    return QFontMetricsF(state.font).horizontalAdvance(QString::number(state.layout.diffusionSteps() - 1));
}
} // namespace

QRectF planeRect(const PlaneState &state, const QRectF &area)
{
    const QFontMetricsF fm(state.font);
    const double left = fm.height() + numbersWidth(state) + kTick + 3 * kAxisGap,
                 right = state.layout.folded() > 0 ? FoldMark::width(state.font) + kAxisGap : fm.height();
    const double width = std::max(1.0, area.width() - left - right), top = fm.height() / 2 + 3;
    const double bottom = roomBelowPlane(state, width, area.height());
    return QRectF(std::round(area.left() + left), std::round(area.top() + top), std::floor(width),
                  std::max(1.0, std::floor(area.height() - top - bottom)));
}

void paintPlaneAxes(QPainter &painter, const PlaneState &state, const PlaneGeometry &g, const QString &title)
{
    const QFontMetricsF fm(state.font);
    const double left = g.plane().left() - 1;
    const SmoothLines smooth(painter);
    painter.setPen(QPen(state.tones->hairline, 1));
    painter.drawLine(QPointF(left, g.plane().top()), QPointF(left, g.plane().bottom()));
    painter.drawLine(QPointF(left, g.plane().bottom()), g.plane().bottomRight());
    painter.setFont(state.font);
    const int wanted = std::max(2, static_cast<int>(g.plane().height() / std::max(24.0, fm.height() * 3)));
    for (const int t : g.layout().ticks(wanted)) {
        const double y = g.y(t), right = left - kTick - kAxisGap;
        painter.setPen(QPen(state.tones->outline, 1));
        painter.drawLine(QPointF(left - kTick, y), QPointF(left, y));
        painter.setPen(state.tones->muted);
        painter.drawText(
            QRectF(right - numbersWidth(state) - 2, y - fm.height() / 2, numbersWidth(state) + 2, fm.height()),
            Qt::AlignRight | Qt::AlignVCenter, QString::number(t));
    }
    if (const int folded = g.layout().folded(); folded > 0)
        FoldMark::paint(
            painter, {folded, true, false, state.tones, state.font},
            QRectF(g.plane().right() + kAxisGap, g.plane().top(), FoldMark::width(state.font), g.plane().height()));
    painter.setFont(state.font);
    painter.setPen(state.tones->muted);
    painter.translate(left - kTick - 2 * kAxisGap - numbersWidth(state) - fm.height(), g.plane().center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-g.plane().height() / 2, 0, g.plane().height(), fm.height()), Qt::AlignCenter, title);
}

} // namespace ard::ui
