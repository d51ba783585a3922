// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/Page.h"
#include "paint/ColorBarPainter.h"
#include "paint/Pens.h"
#include "paint/PlaneAxes.h"
#include "paint/PlanePainter.h"
#include "paint/PlaneWords.h"
#include <QFontMetricsF>
#include <QPainter>

namespace ard::ui {

namespace {
constexpr double kMargin = 14, kGap = 6, kLaneGap = 24; ///< pixels
constexpr double kTitleScale = 1.35;

void paintText(QPainter &painter, const QFont &font, const QColor &color, const QRectF &rect, const QString &text)
{
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(font).elidedText(text, Qt::ElideRight, rect.width()));
}
} // namespace

Page::Page(PageState state) : m_state(std::move(state))
{
    for (PageLane &lane : m_state.lanes) {
        lane.plane.tones = m_state.tones;
        lane.plane.font = m_state.font;
        lane.plane.hovered.reset();
    }
}

void Page::paint(QPainter &painter, const QRectF &rect) const
{
    painter.save();
    painter.fillRect(rect, m_state.tones->surface);
    const QRectF inner = rect.adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const double bottom = paintFoot(painter, inner) - kGap;
    const auto lanes = static_cast<double>(m_state.lanes.size());
    const double width = (inner.width() - kLaneGap * (lanes - 1)) / std::max(1.0, lanes);
    double left = inner.left();
    for (const PageLane &lane : m_state.lanes) {
        const bool last = &lane == &m_state.lanes.back();
        paintLane(painter, lane, QRectF(std::round(left), inner.top(), std::floor(width), bottom - inner.top()), last);
        left += width + kLaneGap;
    }
    painter.restore();
}

double Page::paintFoot(QPainter &painter, const QRectF &rect) const
{
    const QFont small = scaledFont(m_state.font, 0.85);
    const double recipe = m_state.recipe.isEmpty() ? 0 : QFontMetricsF(small).height();
    const LegendPainter legend({m_state.legend, m_state.tones, m_state.font});
    const double height = legend.heightForWidth(static_cast<int>(rect.width()));
    const double top = std::floor(rect.bottom() - recipe - height);
    legend.paint(painter, QRectF(rect.left(), top, rect.width(), height));
    if (recipe > 0)
        paintText(painter, small, m_state.tones->muted, QRectF(rect.left(), top + height, rect.width(), recipe),
                  m_state.recipe);
    return top;
}

double Page::paintTitle(QPainter &painter, const PageLane &lane, const QRectF &rect, bool withBar) const
{
    const ColorBarState bar{lane.plane.quantity, m_state.tones, m_state.font};
    const QSizeF barSize = withBar ? QSizeF(colorBarSize(bar)) : QSizeF();
    QFont large = scaledFont(m_state.font, kTitleScale);
    large.setBold(true);
    const double width = rect.width() - barSize.width() - (withBar ? kLaneGap : 0);
    const double first = QFontMetricsF(large).height(), second = QFontMetricsF(m_state.font).height();
    paintText(painter, large, m_state.tones->text, QRectF(rect.left(), rect.top(), width, first), lane.title);
    paintText(painter, m_state.font, m_state.tones->muted, QRectF(rect.left(), rect.top() + first, width, second),
              lane.subtitle);
    if (withBar)
        paintColorBar(painter, bar, QRectF(QPointF(rect.right() - barSize.width(), rect.top()), barSize));
    return rect.top() + std::max(first + second, barSize.height());
}

void Page::paintLane(QPainter &painter, const PageLane &lane, const QRectF &rect, bool withBar) const
{
    double top = std::ceil(paintTitle(painter, lane, rect, withBar) + kGap);
    if (!lane.words.empty()) {
        const StripPainter strip({lane.words, m_state.tones, m_state.font}, rect.width());
        strip.paint(painter, {rect.left(), top});
        top = std::ceil(top + strip.height() + kGap);
    }
    if (lane.plane.layout.isEmpty())
        return;
    const QRectF area(rect.left(), top, rect.width(), rect.bottom() - top);
    const PlaneGeometry geometry(lane.plane.layout, planeRect(lane.plane, area), area);
    PlanePainter plane;
    plane.paintCells(painter, lane.plane, geometry);
    paintPlaneAxes(painter, lane.plane, geometry, tr("timestep t"));
    if (!lane.plane.preview)
        plane.paintFront(painter, lane.plane, geometry);
    paintPlaneWords(painter, lane.plane, geometry);
    plane.paintMarks(painter, lane.plane, geometry);
}

} // namespace ard::ui
