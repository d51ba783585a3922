// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/AttentionGrid.h"
#include "paint/DifferenceGrid.h"
#include "paint/Pens.h"
#include <QFontMetricsF>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace ard::ui {

namespace {
constexpr double kWordShare = 0.22; ///< of the width at most, for the words beside the grid
constexpr double kMostOfCell = 2.2; ///< lines of text: cells do not grow beyond
constexpr double kGapFrom = 6;      ///< pixels of a cell from which there is a line between two
constexpr int kLegendSteps = 64;

double widest(const QStringList &words, const QFontMetricsF &fm)
{
    double width = 0;
    for (const QString &word : words)
        width = std::max(width, fm.horizontalAdvance(word));
    return width;
}
} // namespace

AttentionGrid::AttentionGrid(AttentionGridState state, const QRectF &rect) : m_state(std::move(state))
{
    if (m_state.rows <= 0 || m_state.columns <= 0)
        return;
    m_largest = 0;
    for (const float value : m_state.values)
        m_largest = std::max(m_largest, std::abs(static_cast<double>(value)));
    if (!(m_largest > 0) || !std::isfinite(m_largest))
        m_largest = 1;
    const QFontMetricsF fm(m_state.style.font);
    const double line = fm.height();
    const double words = std::min(rect.width() * kWordShare, widest(m_state.rowWords, fm) + line / 2);
    const double below =
        m_state.columnWords.isEmpty() ? 0 : std::min(rect.height() * 0.25, widest(m_state.columnWords, fm) + line / 2);
    m_legend = QRectF(rect.left() + words + line * 1.3, rect.top(), rect.width() - words - line * 1.3, line * 1.3);
    const QRectF free = rect.adjusted(words + line * 1.3, line * 2.8, 0, -below);
    const double width = std::min(free.width() / m_state.columns, line * kMostOfCell * 2);
    const double height = std::min(free.height() / m_state.rows, line * kMostOfCell);
    m_grid =
        QRectF(free.topLeft(), QSizeF(std::max(0.0, width * m_state.columns), std::max(0.0, height * m_state.rows)));
}

QRectF AttentionGrid::cellRect(int row, int column) const
{
    const auto x = [this](int at) { return std::round(m_grid.left() + m_grid.width() * at / m_state.columns); };
    const auto y = [this](int at) { return std::round(m_grid.top() + m_grid.height() * at / m_state.rows); };
    return {QPointF(x(column), y(row)), QPointF(x(column + 1), y(row + 1))};
}

std::pair<int, int> AttentionGrid::cellAt(const QPointF &pixel) const
{
    if (m_state.values.empty() || !m_grid.contains(pixel))
        return {-1, -1};
    const auto part = [](double offset, double size, int count) {
        return std::min(count - 1, static_cast<int>(offset / size * count));
    };
    return {part(pixel.y() - m_grid.top(), m_grid.height(), m_state.rows),
            part(pixel.x() - m_grid.left(), m_grid.width(), m_state.columns)};
}

QColor AttentionGrid::color(float value) const
{
    const double share = static_cast<double>(value) / m_largest;
    return differenceColor(m_state.isSigned ? share : -share, *m_state.style.tones); // weights: grey to blue
}

void AttentionGrid::paint(QPainter &painter) const
{
    if (m_state.values.empty())
        return;
    painter.save();
    painter.setFont(m_state.style.font);
    paintCells(painter);
    paintWords(painter);
    paintLegend(painter);
    if (m_state.selected >= 0 && m_state.selected < (m_state.toIt ? m_state.columns : m_state.rows)) {
        const int last = m_state.toIt ? m_state.rows - 1 : m_state.columns - 1;
        const QRectF chosen = m_state.toIt ? cellRect(0, m_state.selected) | cellRect(last, m_state.selected)
                                           : cellRect(m_state.selected, 0) | cellRect(m_state.selected, last);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_state.style.tones->accent, 2));
        painter.drawRect(chosen);
    }
    painter.restore();
}

void AttentionGrid::paintCells(QPainter &painter) const
{
    for (int row = 0; row < m_state.rows; ++row)
        for (int column = 0; column < m_state.columns; ++column) {
            QRectF rect = cellRect(row, column);
            if (std::min(rect.width(), rect.height()) >= kGapFrom)
                rect.adjust(0, 0, -1, -1);
            painter.fillRect(rect, color(m_state.values[static_cast<std::size_t>(row * m_state.columns + column)]));
        }
}

/// Words where there is a line's room for each; what is left out there is told by the tooltip.
void AttentionGrid::paintWords(QPainter &painter) const
{
    const QFontMetricsF fm(m_state.style.font);
    const double line = fm.height(), cell = m_grid.width() / m_state.columns;
    painter.setPen(m_state.style.tones->text);
    const double beside = m_grid.left() - line * 1.3 - 4;
    const auto rows =
        static_cast<qsizetype>(m_grid.height() / m_state.rows >= line * 0.9 ? m_state.rowWords.size() : 0);
    for (qsizetype row = 0; row < rows; ++row) {
        const QRectF at = cellRect(static_cast<int>(row), 0);
        const QRectF room(at.left() - 4 - beside, at.top(), beside, at.height());
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter,
                         fm.elidedText(m_state.rowWords[row], Qt::ElideRight, beside));
    }
    const auto columns = static_cast<qsizetype>(cell >= line * 0.9 ? m_state.columnWords.size() : 0);
    const double under = std::max(0.0, widest(m_state.columnWords, fm));
    for (qsizetype column = 0; column < columns; ++column) {
        const QRectF at = cellRect(m_state.rows - 1, static_cast<int>(column));
        painter.save();
        const QString &word = m_state.columnWords[column];
        if (fm.horizontalAdvance(word) <= at.width() - 2) {
            painter.drawText(QRectF(at.left(), at.bottom() + 2, at.width(), line), Qt::AlignCenter, word);
        } else {
            painter.translate(at.center().x() + line * 0.3, at.bottom() + 4);
            painter.rotate(90);
            painter.drawText(QRectF(0, 0, under + 2, line), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, word);
        }
        painter.restore();
    }
    painter.setPen(m_state.style.tones->muted);
    painter.drawText(QRectF(m_grid.left(), m_grid.top() - line * 1.4, m_grid.width(), line),
                     Qt::AlignLeft | Qt::TextDontClip, m_state.looked);
    painter.save();
    painter.translate(m_grid.left() - beside - line * 1.3, m_grid.bottom());
    painter.rotate(-90);
    painter.drawText(QRectF(0, 0, m_grid.height(), line), Qt::AlignRight | Qt::TextDontClip, m_state.asks);
    painter.restore();
}

void AttentionGrid::paintLegend(QPainter &painter) const
{
    const QFontMetricsF fm(m_state.style.font);
    const auto number = [this](double value) {
        return m_state.isSigned ? QLocale().toString(value, 'f', 1) : QLocale().toString(value, 'f', 2);
    };
    const QString low = number(m_state.isSigned ? -m_largest : 0), high = number(m_largest);
    double x = m_legend.left();
    const auto text = [&](const QString &words, const QColor &ink) {
        painter.setPen(ink);
        painter.drawText(QRectF(x, m_legend.top(), std::max(0.0, m_legend.right() - x), fm.height()), Qt::AlignLeft,
                         words);
        x += fm.horizontalAdvance(words) + fm.averageCharWidth();
    };
    text(m_state.title, m_state.style.tones->text);
    text(low, m_state.style.tones->muted);
    const double bar = fm.height() * 5, step = bar / kLegendSteps;
    if (x + bar > m_legend.right())
        return;
    for (int i = 0; i < kLegendSteps; ++i) {
        const double share = (i + 0.5) / kLegendSteps;
        painter.fillRect(QRectF(x + i * step, m_legend.top() + 2, step + 0.5, fm.height() - 4),
                         color(static_cast<float>((m_state.isSigned ? share * 2 - 1 : share) * m_largest)));
    }
    x += bar + fm.averageCharWidth();
    text(high, m_state.style.tones->muted);
}

} // namespace ard::ui
