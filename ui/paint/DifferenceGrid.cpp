// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/DifferenceGrid.h"
#include "paint/Pens.h"
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <cmath>

namespace ard::ui {

namespace {

constexpr double kSmallestCross = 5; ///< pixels of a cell below which it is filled instead
constexpr double kSmallestCell = 3;  ///< pixels of a cell below which it is but a colour
constexpr double kDenseCross = 0.45; ///< share of the letters' colour in such a cell of another word

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto part = [share](int from, int to) { return static_cast<int>(std::lround(from + (to - from) * share)); };
    return {part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue())};
}

constexpr double kHatch = 4; ///< pixels between its lines

/// What could not differ: lines instead of a colour.
void paintFixed(QPainter &painter, const QRectF &rect, const Tones &tones)
{
    painter.fillRect(rect, tones.surface);
    painter.setPen(QPen(tones.outline, 1));
    painter.drawLines(hatchLines(rect, kHatch));
}

} // namespace

QColor differenceColor(double value, const Tones &tones)
{
    const QColor middle = tones.dark ? QColor(0x33363b) : QColor(0xe8eaeb);
    const QColor end = value < 0 ? QColor(0x0877bd) : QColor(0xf59322);
    return mixed(middle, end, std::clamp(std::abs(value), 0.0, 1.0));
}

DifferenceGrid::DifferenceGrid(DifferenceGridState state, const QRectF &rect) : m_state(std::move(state)), m_rect(rect)
{
    const double legend = QFontMetricsF(m_state.style.font).height() * 1.4;
    m_legend = QRectF(rect.left(), rect.top(), rect.width(), legend);
    const ChartScale x{-0.5, std::max(1, m_state.positions) - 0.5, true,
                       QCoreApplication::translate("DifferenceGrid", "position")};
    // The first call stands above, as in the plane.
    const ChartScale y{-std::max(1, m_state.calls) - 0.5, -0.5, true, m_state.callTitle, true};
    m_area = ChartArea(x, y, rect.adjusted(0, legend, 0, 0), m_state.style);
}

QRectF DifferenceGrid::cellRect(int position, int call) const
{
    return {QPointF(m_area.x(position - 0.5), m_area.y(-call + 0.5)),
            QPointF(m_area.x(position + 0.5), m_area.y(-call - 0.5))};
}

std::pair<int, int> DifferenceGrid::cellAt(const QPointF &pixel) const
{
    if (m_state.rows.empty() || !m_area.rect().contains(pixel))
        return {-1, 0};
    const int position = static_cast<int>(std::lround(m_area.valueX(pixel.x())));
    const int call = static_cast<int>(std::lround(-m_area.valueY(pixel.y())));
    const bool exists =
        position >= 0 && position < m_state.positions && call >= 1 && call <= static_cast<int>(m_state.rows.size());
    return exists ? std::pair(position, call) : std::pair(-1, 0);
}

void DifferenceGrid::paint(QPainter &painter) const
{
    painter.save();
    if (m_state.positions == 0) {
        painter.setFont(m_state.style.font);
        painter.setPen(m_state.style.tones->muted);
        painter.drawText(m_rect, Qt::AlignCenter | Qt::TextWordWrap, m_state.empty);
        painter.restore();
        return;
    }
    m_area.paint(painter);
    paintCells(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    if (m_state.shownCall >= 1 && m_state.shownCall <= m_state.calls) {
        painter.setPen(QPen(m_state.style.tones->front, 1.6));
        painter.drawRect(cellRect(0, m_state.shownCall).united(cellRect(m_state.positions - 1, m_state.shownCall)));
    }
    if (m_state.selected >= 0 && m_state.selected < m_state.positions) {
        painter.setPen(QPen(m_state.style.tones->accent, 1.6));
        painter.drawRect(cellRect(m_state.selected, 1).united(cellRect(m_state.selected, std::max(1, m_state.calls))));
    }
    paintLegend(painter);
    painter.restore();
}

/// A pixel a cell; of calls that end in the same row of pixels, the first. Another word is darker instead of crossed.
void DifferenceGrid::paintDense(QPainter &painter) const
{
    const auto rows = static_cast<int>(m_state.rows.size());
    const QRectF all = cellRect(0, 1).united(cellRect(m_state.positions - 1, rows));
    const int lines = std::min(rows, static_cast<int>(all.height() * painter.device()->devicePixelRatioF()) + 1);
    QImage image(m_state.positions, std::max(1, lines), QImage::Format_RGB32);
    if (image.isNull())
        return;
    image.fill(m_state.style.tones->surface);
    for (int line = 0; line < lines; ++line) {
        const auto call = static_cast<std::size_t>(static_cast<qint64>(line) * rows / lines);
        auto *pixels = reinterpret_cast<QRgb *>(image.scanLine(line));
        const DifferenceGridState::Row &row = m_state.rows[call];
        for (std::size_t n = 0; n < std::min(row.size(), static_cast<std::size_t>(m_state.positions)); ++n) {
            const QColor color = differenceColor(row[n].difference, *m_state.style.tones);
            if (row[n].isFixed)
                pixels[n] = m_state.style.tones->hatch.rgb();
            else
                pixels[n] = (row[n].isOther ? mixed(color, m_state.style.tones->text, kDenseCross) : color).rgb();
        }
    }
    painter.drawImage(all, image);
}

void DifferenceGrid::paintCells(QPainter &painter) const
{
    if (m_state.rows.empty())
        return;
    if (const QRectF cell = cellRect(0, 1); std::min(cell.width(), cell.height()) < kSmallestCell) {
        paintDense(painter);
        return;
    }
    for (std::size_t m = 0; m < m_state.rows.size(); ++m)
        for (std::size_t n = 0; n < std::min(m_state.rows[m].size(), static_cast<std::size_t>(m_state.positions));
             ++n) {
            const DifferenceGridState::Cell &cell = m_state.rows[m][n];
            const QRectF rect = cellRect(static_cast<int>(n), static_cast<int>(m) + 1);
            const bool hasGap = std::min(rect.width(), rect.height()) > kSmallestCross;
            if (cell.isFixed && !cell.isOther) {
                paintFixed(painter, hasGap ? rect.adjusted(0.5, 0.5, -0.5, -0.5) : rect, *m_state.style.tones);
                continue;
            }
            painter.fillRect(hasGap ? rect.adjusted(0.5, 0.5, -0.5, -0.5) : rect,
                             differenceColor(cell.difference, *m_state.style.tones));
            if (!cell.isOther)
                continue;
            const double side = std::min({rect.width(), rect.height(), 14.0}) * 0.28;
            painter.setPen(roundPen(m_state.style.tones->text, hasGap ? 1.5 : 1));
            painter.setRenderHint(QPainter::Antialiasing);
            const QPointF c = rect.center();
            if (hasGap) {
                painter.drawLine(c + QPointF(-side, -side), c + QPointF(side, side));
                painter.drawLine(c + QPointF(-side, side), c + QPointF(side, -side));
            } else {
                painter.drawPoint(c);
            }
            painter.setRenderHint(QPainter::Antialiasing, false);
        }
}

void DifferenceGrid::paintLegend(QPainter &painter) const
{
    const QFont font = scaledFont(m_state.style.font, 0.85);
    const QFontMetricsF fm(font);
    painter.setFont(font);
    double x = m_area.rect().left();
    const double side = fm.height() * 0.8, y = m_legend.center().y();
    const auto text = [&](const QString &words) {
        painter.setPen(m_state.style.tones->muted);
        const double width = std::min(fm.horizontalAdvance(words) + 2, std::max(0.0, m_legend.right() - x));
        painter.drawText(QRectF(x, m_legend.top(), width, m_legend.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         fm.elidedText(words, Qt::ElideRight, width));
        x += width + fm.height() * 0.5;
    };
    text(m_state.low);
    for (int i = -4; i <= 4; ++i, x += side * 0.7)
        painter.fillRect(QRectF(x, y - side / 2, side * 0.7, side), differenceColor(i / 4.0, *m_state.style.tones));
    x += fm.height() * 0.5;
    text(m_state.high);
    x += fm.height();
    painter.setPen(roundPen(m_state.style.tones->text, 1.5));
    painter.drawLine(QPointF(x, y - side / 3), QPointF(x + side * 0.66, y + side / 3));
    painter.drawLine(QPointF(x, y + side / 3), QPointF(x + side * 0.66, y - side / 3));
    x += side + 2;
    text(m_state.other);
    if (m_state.fixed.isEmpty())
        return;
    x += fm.height() * 0.5;
    paintFixed(painter, QRectF(x, y - side / 2, side, side), *m_state.style.tones);
    x += side + 4;
    text(m_state.fixed);
}

} // namespace ard::ui
