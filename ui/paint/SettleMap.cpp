// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/SettleMap.h"
#include "paint/LaneMark.h"
#include "paint/Pens.h"
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace ard::ui {

namespace {

constexpr double kMostRow = 2.2, kLeastRow = 0.9; ///< lines of text
constexpr double kLegend = 1.5, kWords = 1.4, kBetweenLanes = 0.4;
constexpr double kMostColumn = 90; ///< pixels: a short sentence need not fill a wide window
constexpr double kGap = 5;         ///< pixels of a cell below which cells touch
constexpr double kSettleHatch = 4;

QFont smaller(const QFont &font)
{
    return scaledFont(font, 0.85);
}

} // namespace

QColor callColor(int call, int calls)
{
    return ColorMap::cividis().at(calls > 1 ? static_cast<double>(call - 1) / (calls - 1) : 0);
}

int SettleMap::lanesIn(double height, int rows, const QFont &font)
{
    const double line = QFontMetricsF(font).height();
    const double lane = (rows * kLeastRow + kBetweenLanes + kWords) * line;
    return std::max(1, static_cast<int>((height - (kLegend + kWords) * line) / lane));
}

SettleMap::SettleMap(SettleMapState state, const QRectF &rect) : m_state(std::move(state)), m_rect(rect)
{
    const QFontMetricsF letters(m_state.font);
    double titles = 0, figures = 0, rows = 0;
    for (const SettleMapState::Lane &lane : m_state.lanes)
        for (const SettleMapState::Row &row : lane.rows) {
            titles = std::max(titles, letters.horizontalAdvance(row.title));
            figures = std::max(figures, letters.horizontalAdvance(row.figure));
            ++rows;
        }
    const double line = letters.height();
    m_map = rect.adjusted(std::min(titles + 12, rect.width() * 0.35), kLegend * line,
                          -std::min(figures + 12, rect.width() * 0.25), -kWords * line);
    m_map.setWidth(std::min(m_map.width(), std::max(1, m_state.positions) * kMostColumn));
    const auto lanes = static_cast<double>(m_state.lanes.size());
    const double free = m_map.height() - lanes * titleHeight() - (lanes - 1) * kBetweenLanes * line;
    m_row = std::clamp(free / std::max(1.0, rows), kLeastRow * line, kMostRow * line);
}

double SettleMap::titleHeight() const
{
    return m_state.lanes.size() > 1 ? QFontMetricsF(m_state.font).height() * kWords : 0;
}

double SettleMap::laneTop(int lane) const
{
    double top = m_map.top();
    for (int i = 0; i < lane; ++i)
        top += titleHeight() + static_cast<double>(m_state.lanes[static_cast<std::size_t>(i)].rows.size()) * m_row +
            kBetweenLanes * QFontMetricsF(m_state.font).height();
    return top + titleHeight();
}

QRectF SettleMap::cellRect(int lane, int row, int position) const
{
    const double width = m_map.width() / std::max(1, m_state.positions);
    return {m_map.left() + position * width, laneTop(lane) + row * m_row, width, m_row};
}

SettleMap::Hit SettleMap::hitAt(const QPointF &pixel) const
{
    if (m_state.positions == 0 || pixel.x() < m_map.left() || pixel.x() >= m_map.right())
        return {};
    for (int lane = 0; lane < static_cast<int>(m_state.lanes.size()); ++lane) {
        const double from = laneTop(lane);
        const auto rows = static_cast<int>(m_state.lanes[static_cast<std::size_t>(lane)].rows.size());
        if (pixel.y() >= from && pixel.y() < from + rows * m_row)
            return {lane, static_cast<int>((pixel.y() - from) / m_row),
                    static_cast<int>((pixel.x() - m_map.left()) * m_state.positions / m_map.width())};
    }
    return {};
}

void SettleMap::paint(QPainter &painter) const
{
    painter.save();
    if (m_state.positions == 0) {
        painter.setFont(m_state.font);
        painter.setPen(m_state.tones->muted);
        painter.drawText(m_rect, Qt::AlignCenter | Qt::TextWordWrap, m_state.empty);
        painter.restore();
        return;
    }
    paintLegend(painter);
    for (int lane = 0; lane < static_cast<int>(m_state.lanes.size()); ++lane)
        paintLane(painter, lane);
    paintWords(painter);
    if (m_state.selected >= 0 && m_state.selected < m_state.positions && !m_state.lanes.empty()) {
        const int last = static_cast<int>(m_state.lanes.size()) - 1;
        const auto rows = static_cast<int>(m_state.lanes.back().rows.size());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_state.tones->accent, 1.8));
        painter.drawRect(cellRect(0, 0, m_state.selected).united(cellRect(last, rows - 1, m_state.selected)));
    }
    painter.restore();
}

void SettleMap::paintCell(QPainter &painter, const QRectF &rect, const SettleMapState::Cell &cell) const
{
    if (cell.padding)
        return;
    const Tones &tones = *m_state.tones;
    const bool hasGap = std::min(rect.width(), rect.height()) > kGap;
    const QRectF box = hasGap ? rect.adjusted(0.5, 0.5, -0.5, -0.5) : rect;
    if (cell.call == 0) {
        painter.setPen(QPen(tones.hatch, 1));
        painter.drawLines(hatchLines(box, kSettleHatch));
        return;
    }
    const QColor color = callColor(cell.call, m_state.calls);
    QColor under = color;
    if (cell.isFinal) {
        painter.fillRect(box, color);
    } else {
        const double edge = hasGap ? std::min(4.0, std::min(box.width(), box.height()) * 0.2) : 0.5;
        painter.fillRect(box, color);
        painter.fillRect(box.adjusted(edge, edge, -edge, -edge), tones.surface);
        under = tones.surface;
    }
    const QFont font = smaller(m_state.font);
    const QString number = QString::number(cell.call);
    const QFontMetricsF letters(font);
    if (letters.horizontalAdvance(number) + 4 > box.width() || letters.height() * 0.8 > box.height())
        return;
    painter.setFont(font);
    painter.setPen(cell.isFinal ? readableTextOn(under) : tones.text);
    painter.drawText(box, Qt::AlignCenter, number);
}

void SettleMap::paintLane(QPainter &painter, int index) const
{
    const Tones &tones = *m_state.tones;
    const SettleMapState::Lane &lane = m_state.lanes[static_cast<std::size_t>(index)];
    const double line = QFontMetricsF(m_state.font).height();
    painter.setFont(m_state.font);
    if (titleHeight() > 0) {
        const double top = laneTop(index) - titleHeight();
        if (lane.mark >= 0)
            paintLaneMark(painter, lane.mark, tones, m_state.font, QRectF(m_rect.left(), top, line * 1.2, line * 1.2));
        painter.setFont(m_state.font);
        painter.setPen(tones.text);
        const double room = m_map.right() - m_rect.left() - line * 1.6;
        painter.drawText(QRectF(m_rect.left() + line * 1.6, top, room, titleHeight()), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(m_state.font).elidedText(lane.title, Qt::ElideRight, room));
    }
    for (std::size_t row = 0; row < lane.rows.size(); ++row) {
        const QRectF first = cellRect(index, static_cast<int>(row), 0);
        painter.setFont(m_state.font);
        painter.setPen(tones.muted);
        const QRectF title(m_rect.left(), first.top(), m_map.left() - m_rect.left() - 8, m_row);
        painter.drawText(title, Qt::AlignRight | Qt::AlignVCenter,
                         QFontMetricsF(m_state.font).elidedText(lane.rows[row].title, Qt::ElideRight, title.width()));
        painter.drawText(QRectF(m_map.right() + 8, first.top(), m_rect.right() - m_map.right() - 8, m_row),
                         Qt::AlignLeft | Qt::AlignVCenter, lane.rows[row].figure);
        const auto count = std::min(lane.rows[row].cells.size(), static_cast<std::size_t>(m_state.positions));
        for (std::size_t n = 0; n < count; ++n)
            paintCell(painter, cellRect(index, static_cast<int>(row), static_cast<int>(n)), lane.rows[row].cells[n]);
    }
}

/// Positions, or their words where there is room for them.
void SettleMap::paintWords(QPainter &painter) const
{
    const int last = static_cast<int>(m_state.lanes.size()) - 1;
    const auto rows = static_cast<int>(m_state.lanes.back().rows.size());
    const QFont font = smaller(m_state.font);
    const QFontMetricsF letters(font);
    painter.setFont(font);
    painter.setPen(m_state.tones->text);
    const double column = cellRect(0, 0, 0).width();
    const bool hasWords =
        m_state.words.size() >= static_cast<std::size_t>(m_state.positions) && column > letters.averageCharWidth() * 3;
    const double number = letters.horizontalAdvance(QString::number(m_state.positions)) * 1.6;
    const int every = hasWords ? 1 : std::max(1, static_cast<int>(std::ceil(number / column)));
    for (int n = 0; n < m_state.positions; n += every) {
        const QRectF cell = cellRect(last, rows - 1, n);
        const QString text = hasWords ? m_state.words[static_cast<std::size_t>(n)] : QString::number(n);
        const QRectF place(cell.center().x() - column * every / 2, cell.bottom() + 2, column * every,
                           letters.height() * 1.2);
        painter.drawText(place, Qt::AlignHCenter | Qt::AlignTop,
                         letters.elidedText(text, Qt::ElideRight, place.width() - 2));
    }
}

/// As much of it as there is room for.
void SettleMap::paintLegend(QPainter &painter) const
{
    const Tones &tones = *m_state.tones;
    const QFont font = smaller(m_state.font);
    const QFontMetricsF letters(font);
    painter.setFont(font);
    const double gap = letters.height() * 0.4, side = letters.height() * 0.85, step = side * 0.7;
    const double top = m_rect.top() + (kLegend * letters.height() - side) / 2;
    constexpr int kSteps = 12;
    double x = m_rect.left();
    const auto text = [&](const QString &words) {
        painter.setFont(font);
        painter.setPen(tones.muted);
        const double width = letters.horizontalAdvance(words) + 2;
        painter.drawText(QRectF(x, top - side, width, side * 3), Qt::AlignLeft | Qt::AlignVCenter, words);
        x += width + gap;
    };
    const auto hasRoom = [&](double width) { return x + width <= m_rect.right(); };
    const QString from = m_state.callTitle + QStringLiteral(" 1"), to = QString::number(m_state.calls);
    if (!hasRoom(letters.horizontalAdvance(from + to) + kSteps * step + 2 * gap))
        return;
    text(from);
    for (int i = 0; i < kSteps; ++i, x += step)
        painter.fillRect(QRectF(x, top, step + 0.5, side), ColorMap::cividis().at(i / (kSteps - 1.0)));
    x += gap;
    text(to);
    const auto sample = [&](const SettleMapState::Cell &cell, const QString &meaning) {
        x += gap;
        if (!hasRoom(side + gap + letters.horizontalAdvance(meaning)))
            return;
        paintCell(painter, QRectF(x, top, side, side), cell);
        x += side + gap;
        text(meaning);
    };
    sample({std::max(1, m_state.calls / 2), false}, m_state.open);
    sample({}, m_state.missing);
}

} // namespace ard::ui
