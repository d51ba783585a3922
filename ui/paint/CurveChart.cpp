// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/CurveChart.h"
#include "paint/LaneShape.h"
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <cmath>

namespace ard::ui {

namespace {

constexpr double kMostOfCurveWidth = 0.28; ///< share that the lanes' names may take
constexpr int kLettersWide = 26;           ///< of a figure at least, where there are more than two
constexpr double kLeast = 0.1;             ///< end of a scale at least

std::vector<ChartKey> curveKeys(const CurveChartState &state)
{
    std::vector<ChartKey> keys;
    for (const CurveChartState::Lane &lane : state.lanes)
        keys.push_back(lane.key);
    return keys;
}

double largest(const CurveChartState &state, std::size_t figure)
{
    double most = 0;
    for (const CurveChartState::Lane &lane : state.lanes)
        if (figure < lane.values.size())
            for (const double value : lane.values[figure])
                most = std::max(most, value);
    return std::max(kLeast, most * 1.05);
}

} // namespace

CurveChart::CurveChart(CurveChartState state, const QRectF &rect) : m_state(std::move(state)), m_rect(rect)
{
    const double keys = std::min(chartKeysWidth(curveKeys(m_state), m_state.style), rect.width() * kMostOfCurveWidth);
    m_keys = QRectF(rect.right() - keys, rect.top(), keys, rect.height());
    const auto count = static_cast<int>(m_state.figures.size());
    const double room = rect.width() - keys - 8, letter = QFontMetricsF(m_state.style.font).averageCharWidth();
    const int rows = count > 2 && room / count < kLettersWide * letter ? 2 : 1, columns = (count + rows - 1) / rows;
    const QSizeF size(room / std::max(1, columns), rect.height() / rows);
    const ChartScale x{0, static_cast<double>(std::max(1, m_state.calls)), true,
                       QCoreApplication::translate("CurveChart", "model call")};
    for (int i = 0; i < count; ++i) {
        const CurveChartState::Figure &figure = m_state.figures[static_cast<std::size_t>(i)];
        const double most = figure.most > 0 ? figure.most : largest(m_state, static_cast<std::size_t>(i));
        const QPointF corner(rect.left() + i % columns * size.width(), rect.top() + i / columns * size.height());
        m_areas.emplace_back(x, ChartScale{0, most, false, figure.title}, QRectF(corner, size), m_state.style);
    }
}

int CurveChart::callAt(const QPointF &pixel) const
{
    for (const ChartArea &area : m_areas)
        if (area.rect().adjusted(-4, 0, 4, 0).contains(pixel))
            return std::clamp(static_cast<int>(std::lround(area.valueX(pixel.x()))), 0, m_state.calls);
    return -1;
}

void CurveChart::paint(QPainter &painter) const
{
    const Tones &tones = *m_state.style.tones;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_state.calls == 0) {
        painter.setFont(m_state.style.font);
        painter.setPen(tones.muted);
        painter.drawText(m_rect, Qt::AlignCenter | Qt::TextWordWrap, m_state.empty);
        painter.restore();
        return;
    }
    for (std::size_t figure = 0; figure < m_areas.size(); ++figure) {
        m_areas[figure].paint(painter);
        paintLines(painter, figure);
        const double x = m_areas[figure].x(m_state.shownCall);
        painter.setPen(QPen(tones.front, 1.6));
        painter.drawLine(QPointF(x, m_areas[figure].rect().top()), QPointF(x, m_areas[figure].rect().bottom()));
    }
    if (!m_areas.empty())
        paintChartKeys(painter, curveKeys(m_state), m_keys.adjusted(8, m_areas[0].rect().top() - m_rect.top(), 0, 0),
                       m_state.style);
    painter.restore();
}

void CurveChart::paintLines(QPainter &painter, std::size_t figure) const
{
    for (const CurveChartState::Lane &lane : m_state.lanes) {
        if (figure >= lane.values.size())
            continue;
        const std::vector<double> &values = lane.values[figure];
        QPolygonF points;
        for (std::size_t m = 0; m < values.size(); ++m)
            points << QPointF(m_areas[figure].x(static_cast<double>(m) + 1), m_areas[figure].y(values[m]));
        painter.setPen(lanePen(lane.key.mark, *m_state.style.tones, 2.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(points);
        if (!points.isEmpty())
            paintLaneShape(painter, lane.key.mark, *m_state.style.tones, points.back(), 4, true);
    }
}

} // namespace ard::ui
