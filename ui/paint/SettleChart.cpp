// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/SettleChart.h"
#include "paint/LaneShape.h"
#include "paint/Pens.h"
#include <QCoreApplication>
#include <QPainter>
#include <cmath>

namespace ard::ui {

namespace {

constexpr double kMostOfSettleWidth = 0.34; ///< share that the lanes' names may take
constexpr double kSettleReach = 12;         ///< pixels from a point that still mean it

std::vector<ChartKey> settleKeys(const SettleChartState &state)
{
    std::vector<ChartKey> keys;
    for (const SettleChartState::Lane &lane : state.lanes)
        keys.push_back(lane.key);
    return keys;
}

} // namespace

SettleChart::SettleChart(SettleChartState state, const QRectF &rect) : m_state(std::move(state)), m_rect(rect)
{
    const double keys = std::min(chartKeysWidth(settleKeys(m_state), m_state.style), rect.width() * kMostOfSettleWidth);
    m_keys = QRectF(rect.right() - keys, rect.top(), keys, rect.height());
    const ChartScale x{-0.5, std::max(1, m_state.positions) - 0.5, true,
                       QCoreApplication::translate("SettleChart", "position")};
    const ChartScale y{0, std::max(1, m_state.calls) + 0.5, true, m_state.callTitle};
    m_area = ChartArea(x, y, rect.adjusted(0, 0, -keys - 8, 0), m_state.style);
}

double SettleChart::radius() const
{
    const double column = m_area.rect().width() / std::max(1, m_state.positions);
    const auto lanes = static_cast<double>(std::max<std::size_t>(1, m_state.lanes.size()));
    return std::clamp(column / lanes * 0.55, 2.4, 6.0);
}

QPointF SettleChart::pointOf(std::size_t lane, const SettlePoint &point) const
{
    // Lanes stand side by side within a position, so that none hides another.
    const double column = m_area.rect().width() / std::max(1, m_state.positions);
    const auto count = static_cast<double>(m_state.lanes.size());
    const double step = std::min(column * 0.8 / count, 2.2 * radius());
    return {m_area.x(point.position) + (static_cast<double>(lane) - (count - 1) / 2) * step, m_area.y(point.call)};
}

SettleChart::Hit SettleChart::hitAt(const QPointF &pixel) const
{
    Hit hit;
    double best = kSettleReach;
    for (std::size_t lane = 0; lane < m_state.lanes.size(); ++lane)
        for (const SettlePoint &point : m_state.lanes[lane].points) {
            const QPointF from = pointOf(lane, point) - pixel;
            if (const double distance = std::hypot(from.x(), from.y()); distance < best) {
                best = distance;
                hit = {static_cast<int>(lane), point.position, point.call};
            }
        }
    if (hit.lane < 0 && m_area.rect().contains(pixel) && m_state.positions > 0) {
        hit.position = std::clamp(static_cast<int>(std::lround(m_area.valueX(pixel.x()))), 0, m_state.positions - 1);
        hit.call = std::clamp(static_cast<int>(std::lround(m_area.valueY(pixel.y()))), 0, m_state.calls);
    }
    return hit;
}

void SettleChart::paint(QPainter &painter) const
{
    const Tones &tones = *m_state.style.tones;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_state.positions == 0) {
        painter.setFont(m_state.style.font);
        painter.setPen(tones.muted);
        painter.drawText(m_rect, Qt::AlignCenter | Qt::TextWordWrap, m_state.empty);
        painter.restore();
        return;
    }
    if (m_state.selected >= 0) {
        const double half = m_area.rect().width() / m_state.positions / 2;
        painter.fillRect(
            QRectF(m_area.x(m_state.selected) - half, m_area.rect().top(), 2 * half, m_area.rect().height()),
            faded(tones.accent, 0.14));
    }
    m_area.paint(painter);
    painter.setPen(QPen(tones.front, 1.6));
    painter.drawLine(QPointF(m_area.rect().left(), m_area.y(m_state.shownCall)),
                     QPointF(m_area.rect().right(), m_area.y(m_state.shownCall)));
    for (std::size_t lane = 0; lane < m_state.lanes.size(); ++lane)
        for (const SettlePoint &point : m_state.lanes[lane].points)
            paintLaneShape(painter, m_state.lanes[lane].key.mark, tones, pointOf(lane, point), radius(), point.isFinal);
    paintChartKeys(painter, settleKeys(m_state), m_keys.adjusted(8, m_area.rect().top() - m_rect.top(), 0, 0),
                   m_state.style);
    painter.restore();
}

} // namespace ard::ui
