// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/WordTraces.h"
#include "paint/ChartArea.h"
#include "paint/Pens.h"
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace ard::ui {

namespace {

constexpr double kTraceHeight = 1.75, kScaleHeight = 2.3; ///< lines of text
constexpr double kMostSlope = 7;                          ///< pixels that a crossing takes at most on either side
constexpr double kLeastWord = 14;                         ///< pixels of room below which no word is begun
constexpr double kNamesOfWidth = 0.22;
constexpr double kThin = 1.2, kStrong = 2;
constexpr double kFill = 0.13;

double rowHeight(const QFont &font)
{
    return std::round(QFontMetricsF(font).height() * kTraceHeight);
}

double scaleHeight(const QFont &font)
{
    return std::round(QFontMetricsF(font).height() * kScaleHeight);
}

} // namespace

int WordTraces::rowsIn(double height, const QFont &font)
{
    return std::max(1, static_cast<int>((height - scaleHeight(font)) / rowHeight(font)));
}

WordTraces::WordTraces(WordTracesState state, const QRectF &rect) : m_state(std::move(state)), m_rect(rect)
{
    const QFontMetricsF letters(m_state.font);
    double widest = 0;
    for (const WordTracesState::Row &row : m_state.rows)
        widest = std::max(widest, letters.horizontalAdvance(row.word));
    m_names = std::min(letters.horizontalAdvance(QStringLiteral("000  ")) + widest + 14, rect.width() * kNamesOfWidth);
    m_area = rect.adjusted(m_names, 0, 0, -scaleHeight(m_state.font));
    m_area.setHeight(std::min(m_area.height(), static_cast<double>(m_state.rows.size()) * rowHeight(m_state.font)));
}

/// The starting noise takes as much as a call where the drawing begins with it.
double WordTraces::callWidth() const
{
    const int from = m_state.firstCall <= 1 ? 0 : m_state.firstCall;
    return m_area.width() / std::max(1, lastDrawn() - from + 1);
}

double WordTraces::x(double call) const
{
    const int from = m_state.firstCall <= 1 ? 0 : m_state.firstCall;
    return m_area.left() + (call - from + 0.5) * callWidth();
}

QRectF WordTraces::rowRect(std::size_t row) const
{
    const double height = rowHeight(m_state.font);
    return {m_area.left(), m_area.top() + static_cast<double>(row) * height, m_area.width(), height};
}

WordTraces::Hit WordTraces::hitAt(const QPointF &pixel) const
{
    if (m_state.rows.empty() || pixel.y() < m_area.top() || pixel.y() >= m_area.bottom() || pixel.x() < m_rect.left() ||
        pixel.x() >= m_area.right())
        return {};
    const auto row = std::min(static_cast<std::size_t>((pixel.y() - m_area.top()) / rowHeight(m_state.font)),
                              m_state.rows.size() - 1);
    if (pixel.x() < m_area.left()) // its name
        return {m_state.rows[row].position, m_state.shownCall};
    const int from = m_state.firstCall <= 1 ? 0 : m_state.firstCall;
    const int call = from + static_cast<int>((pixel.x() - m_area.left()) / callWidth());
    return {m_state.rows[row].position, std::clamp(call, 0, m_state.seenCalls)};
}

void WordTraces::paint(QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_state.rows.empty() || m_state.calls == 0) {
        painter.setFont(m_state.font);
        painter.setPen(m_state.tones->muted);
        painter.drawText(m_rect, Qt::AlignCenter | Qt::TextWordWrap, m_state.empty);
        painter.restore();
        return;
    }
    for (std::size_t row = 0; row < m_state.rows.size(); ++row)
        paintRow(painter, row);
    paintScale(painter);
    painter.restore();
}

/// Under the rows: calls as far as they are planned, and the line of the cursor through all rows.
void WordTraces::paintScale(QPainter &painter) const
{
    const Tones &tones = *m_state.tones;
    const QFont font = scaledFont(m_state.font, 0.85);
    const QFontMetricsF letters(font);
    painter.setFont(font);
    painter.setPen(QPen(tones.hairline, 1));
    painter.drawLine(m_area.bottomLeft(), m_area.bottomRight());
    const int from = m_state.firstCall <= 1 ? 0 : m_state.firstCall;
    const ChartScale scale{static_cast<double>(from), static_cast<double>(lastDrawn()), true};
    const int most =
        std::max(2, static_cast<int>(m_area.width() / (letters.horizontalAdvance(QStringLiteral("0000")) * 1.6)));
    for (const double call : scale.ticks(most)) {
        const double at = x(call);
        painter.setPen(QPen(tones.outline, 1));
        painter.drawLine(QPointF(at, m_area.bottom()), QPointF(at, m_area.bottom() + 4));
        painter.setPen(tones.muted);
        painter.drawText(QRectF(at - 60, m_area.bottom() + 4, 120, letters.height()), Qt::AlignHCenter | Qt::AlignTop,
                         QString::number(static_cast<int>(call)));
    }
    painter.setPen(tones.muted);
    painter.drawText(QRectF(m_area.left(), m_area.bottom() + 4 + letters.height(), m_area.width(), letters.height()),
                     Qt::AlignHCenter | Qt::AlignTop, m_state.callTitle);
    if (m_state.shownCall < from || m_state.shownCall > lastDrawn())
        return;
    const double at = x(m_state.shownCall + 0.5);
    painter.setPen(QPen(tones.front, 1.6));
    painter.drawLine(QPointF(at, m_area.top()), QPointF(at, m_area.bottom()));
}

void WordTraces::paintRow(QPainter &painter, std::size_t index) const
{
    const Tones &tones = *m_state.tones;
    const WordTracesState::Row &row = m_state.rows[index];
    const QRectF rect = rowRect(index);
    const bool isSelected = row.position == m_state.selected;
    if (isSelected)
        painter.fillRect(QRectF(m_rect.left(), rect.top(), m_rect.width(), rect.height()), faded(tones.accent, 0.14));
    QFont name = m_state.font;
    name.setBold(isSelected);
    const QFontMetricsF letters(name);
    const double number = letters.horizontalAdvance(QStringLiteral("000"));
    painter.setFont(name);
    painter.setPen(isSelected ? tones.text : tones.muted);
    painter.drawText(QRectF(m_rect.left(), rect.top(), number, rect.height()), Qt::AlignRight | Qt::AlignVCenter,
                     QString::number(row.position));
    const QRectF word(m_rect.left() + number + 8, rect.top(), m_names - number - 16, rect.height());
    painter.setPen(tones.text);
    painter.drawText(word, Qt::AlignLeft | Qt::AlignVCenter,
                     letters.elidedText(row.word, Qt::ElideRight, word.width()));
    if (m_state.firstCall <= 1)
        paintNoise(painter, rect);
    for (const WordTracesState::Segment &segment : row.segments)
        if (segment.last >= m_state.firstCall && segment.first <= lastDrawn())
            paintSegment(painter, rect, segment);
}

/// Before the first call nothing is said: lines.
void WordTraces::paintNoise(QPainter &painter, const QRectF &row) const
{
    const double inset = row.height() * 0.16;
    const QRectF noise(row.left(), row.top() + inset, std::max(0.0, callWidth() - 2), row.height() - 2 * inset);
    painter.setPen(QPen(m_state.tones->hatch, 1));
    painter.drawLines(hatchLines(noise, 5));
}

/// Open where it goes on: beyond the part that is drawn, or beyond what is seen.
void WordTraces::paintSegment(QPainter &painter, const QRectF &row, const WordTracesState::Segment &segment) const
{
    const Tones &tones = *m_state.tones;
    const int first = std::max(segment.first, m_state.firstCall), last = std::min(segment.last, lastDrawn());
    const bool beginsHere = first == segment.first, isOpen = last < segment.last || last == m_state.seenCalls;
    const double left = x(first - 0.5), right = x(last + 0.5);
    const double inset = row.height() * 0.16, top = row.top() + inset, bottom = row.bottom() - inset,
                 middle = row.center().y();
    const QPen pen = roundPen(segment.settled ? tones.good : tones.outline, segment.settled ? kStrong : kThin);
    painter.setPen(pen);
    if (segment.padding) {
        painter.drawLine(QPointF(left, middle), QPointF(right, middle));
        return;
    }
    const double slope = std::min(kMostSlope, (right - left) / 3);
    const double begin = beginsHere ? slope : 0, end = isOpen ? 0 : slope;
    if (segment.settled) {
        QPainterPath inside;
        const QPolygonF beginning = beginsHere
            ? QPolygonF({{left + begin, bottom}, {left, middle}, {left + begin, top}})
            : QPolygonF({{left, bottom}, {left, top}});
        const QPolygonF ending = isOpen ? QPolygonF({{right, top}, {right, bottom}})
                                        : QPolygonF({{right - end, top}, {right, middle}, {right - end, bottom}});
        inside.addPolygon(beginning + ending);
        painter.fillPath(inside, faded(tones.good, kFill));
    }
    painter.setBrush(Qt::NoBrush);
    const auto line = [&](double y) {
        QPolygonF points{{left + begin, y}, {right - end, y}};
        if (begin > 0)
            points.prepend({left, middle});
        if (end > 0)
            points.append({right, middle});
        painter.drawPolyline(points);
    };
    line(top);
    line(bottom);
    paintWord(painter, {left + begin + 2, row.top(), right - left - begin - end - 4, row.height()}, segment);
    if (segment.settled && beginsHere) {
        const double side = row.height() * 0.16;
        painter.setPen(Qt::NoPen);
        painter.setBrush(tones.good);
        painter.drawPolygon(
            QPolygonF({{left - side, row.bottom()}, {left + side, row.bottom()}, {left, row.bottom() - 1.6 * side}}));
    }
}

void WordTraces::paintWord(QPainter &painter, const QRectF &box, const WordTracesState::Segment &segment) const
{
    const Tones &tones = *m_state.tones;
    if (segment.pinned)
        paintBrackets(painter, box.adjusted(0, box.height() * 0.24, 0, -box.height() * 0.24), tones.accent, kThin);
    QFont font = m_state.font;
    font.setBold(segment.settled);
    const QFontMetricsF letters(font);
    const double room = box.width() - 4;
    if (room < std::min(kLeastWord, letters.horizontalAdvance(segment.word)))
        return;
    const QString word = letters.elidedText(segment.word, Qt::ElideRight, room);
    painter.setFont(font);
    painter.setPen(tones.text);
    painter.drawText(box, Qt::AlignCenter, word);
    if (!segment.settled) {
        const double half = letters.horizontalAdvance(word) / 2;
        paintDottedLine(painter, box.center().x() - half, box.center().x() + half,
                        box.center().y() + letters.ascent() / 2 + 1, tones.unsettled, 1);
    }
}

} // namespace ard::ui
