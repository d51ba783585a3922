// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/ChartArea.h"
#include "paint/LaneMark.h"
#include "paint/LaneShape.h"
#include "paint/Pens.h"
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <cmath>

namespace ard::ui {

namespace {

constexpr double kChartSmall = 0.85; ///< numbers and titles, in sizes of the font
constexpr double kChartGap = 4;

QString numberText(double value)
{
    return QLocale().toString(value, 'g', 4);
}

double keyHeight(const ChartStyle &style)
{
    return QFontMetricsF(style.font).height() * 1.55;
}

} // namespace

std::vector<double> ChartScale::ticks(int most) const
{
    const double span = to - from;
    if (most < 1 || !(span > 0))
        return {from};
    double step = std::pow(10, std::floor(std::log10(span / most)));
    for (const double factor : {2.0, 2.5, 2.0, 2.0}) // 1, 2, 5, 10, 20
        if (span / step > most)
            step *= factor;
    if (isWhole)
        step = std::max(1.0, std::round(step));
    std::vector<double> values;
    for (double i = std::ceil(from / step - 1e-9); i * step <= to + step * 1e-9; ++i)
        values.push_back(i * step);
    return values;
}

ChartArea::ChartArea(ChartScale x, ChartScale y, const QRectF &outer, const ChartStyle &style)
    : m_x(std::move(x)), m_y(std::move(y)), m_style(style)
{
    const QFontMetricsF fm(scaledFont(style.font, kChartSmall));
    double numbers = 0;
    for (const double value : m_y.ticks(5))
        numbers = std::max(numbers, fm.horizontalAdvance(numberText(m_y.isNegated ? -value : value)));
    m_rect = outer.adjusted(numbers + 2 * kChartGap, fm.height() + kChartGap, -fm.averageCharWidth(),
                            -2 * fm.height() - 2 * kChartGap);
    m_rect.setSize(m_rect.size().expandedTo({1, 1}));
}

double ChartArea::x(double value) const
{
    return m_rect.left() + (value - m_x.from) / std::max(1e-9, m_x.to - m_x.from) * m_rect.width();
}

double ChartArea::y(double value) const
{
    return m_rect.bottom() - (value - m_y.from) / std::max(1e-9, m_y.to - m_y.from) * m_rect.height();
}

double ChartArea::valueX(double pixel) const
{
    return m_x.from + (pixel - m_rect.left()) / m_rect.width() * (m_x.to - m_x.from);
}

double ChartArea::valueY(double pixel) const
{
    return m_y.from + (m_rect.bottom() - pixel) / m_rect.height() * (m_y.to - m_y.from);
}

void ChartArea::paint(QPainter &painter) const
{
    painter.save();
    painter.setFont(scaledFont(m_style.font, kChartSmall));
    paintX(painter);
    paintY(painter);
    painter.restore();
}

void ChartArea::paintX(QPainter &painter) const
{
    const QFontMetricsF fm(painter.font());
    const int most = std::max(2, static_cast<int>(m_rect.width() / (fm.averageCharWidth() * 6)));
    const double numbersTop = m_rect.bottom() + kChartGap;
    for (const double value : m_x.ticks(most)) {
        painter.setPen(QPen(m_style.tones->hairline, 1));
        painter.drawLine(QPointF(x(value), m_rect.top()), QPointF(x(value), m_rect.bottom() + 3));
        painter.setPen(m_style.tones->muted);
        painter.drawText(QRectF(x(value) - 40, numbersTop, 80, fm.height()), Qt::AlignHCenter, numberText(value));
    }
    painter.drawText(QRectF(m_rect.left(), numbersTop + fm.height(), m_rect.width(), fm.height() + kChartGap),
                     Qt::AlignHCenter | Qt::AlignTop, fm.elidedText(m_x.title, Qt::ElideRight, m_rect.width()));
}

void ChartArea::paintY(QPainter &painter) const
{
    const QFontMetricsF fm(painter.font());
    const int most = std::clamp(static_cast<int>(m_rect.height() / (fm.height() * 1.4)), 1, 5);
    for (const double value : m_y.ticks(most)) {
        painter.setPen(QPen(m_style.tones->hairline, 1));
        painter.drawLine(QPointF(m_rect.left() - 3, y(value)), QPointF(m_rect.right(), y(value)));
        painter.setPen(m_style.tones->muted);
        painter.drawText(QRectF(m_rect.left() - 104, y(value) - fm.height() / 2, 100 - kChartGap / 2, fm.height()),
                         Qt::AlignRight | Qt::AlignVCenter, numberText(m_y.isNegated ? -value : value));
    }
    // Above the frame and level: read without turning the head.
    const double left = m_rect.left() - 3;
    painter.drawText(QRectF(left, m_rect.top() - fm.height() - kChartGap, m_rect.right() - left, fm.height()),
                     Qt::AlignLeft, fm.elidedText(m_y.title, Qt::ElideRight, m_rect.right() - left));
}

double chartKeysWidth(const std::vector<ChartKey> &keys, const ChartStyle &style)
{
    const QFontMetricsF fm(style.font), small(scaledFont(style.font, kChartSmall));
    double width = 0;
    for (const ChartKey &key : keys)
        width = std::max(width, std::max(fm.horizontalAdvance(key.title), small.horizontalAdvance(key.figure)));
    return keys.empty() ? 0 : width + fm.height() * 3.4;
}

void paintChartKeys(QPainter &painter, const std::vector<ChartKey> &keys, const QRectF &rect, const ChartStyle &style)
{
    const QFontMetricsF fm(style.font);
    const QFont smallFont = scaledFont(style.font, kChartSmall);
    const QFontMetricsF small(smallFont);
    double top = rect.top();
    painter.save();
    for (const ChartKey &key : keys) {
        const bool hasFigure = !key.figure.isEmpty();
        const double height = keyHeight(style) + (hasFigure ? small.height() : 0);
        if (top + height > rect.bottom() + fm.height() / 2)
            break;
        const double side = fm.height() * 1.1, middle = top + side / 2;
        paintLaneMark(painter, key.mark, *style.tones, smallFont, QRectF(rect.left(), top, side, side));
        const double sign = rect.left() + side + fm.height() * 0.8;
        if (key.withLine) {
            painter.setPen(lanePen(key.mark, *style.tones, 2));
            painter.drawLine(QPointF(sign - fm.height() * 0.6, middle), QPointF(sign + fm.height() * 0.6, middle));
        } else {
            paintLaneShape(painter, key.mark, *style.tones, {sign, middle}, fm.height() * 0.28, true);
        }
        const double left = sign + fm.height() * 0.8, width = std::max(0.0, rect.right() - left);
        painter.setFont(style.font);
        painter.setPen(style.tones->text);
        painter.drawText(QRectF(left, top, width, side), Qt::AlignLeft | Qt::AlignVCenter,
                         fm.elidedText(key.title, Qt::ElideRight, width));
        if (hasFigure) {
            painter.setFont(smallFont);
            painter.setPen(style.tones->muted);
            painter.drawText(QRectF(left, top + side, width, small.height()), Qt::AlignLeft | Qt::AlignVCenter,
                             small.elidedText(key.figure, Qt::ElideRight, width));
        }
        top += height;
    }
    painter.restore();
}

} // namespace ard::ui
