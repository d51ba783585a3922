// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/Page.h"
#include "paint/ColorBarPainter.h"
#include "paint/LaneMark.h"
#include "paint/Pens.h"
#include "paint/PlaneAxes.h"
#include "paint/PlanePainter.h"
#include "paint/PlaneWords.h"
#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>
#include <algorithm>

namespace ard::ui {

namespace {
constexpr double kMargin = 14, kGap = 6, kLaneGap = 24; ///< pixels
constexpr double kTitleScale = 1.35, kRecipeScale = 0.85;
constexpr double kMostSentence = 0.3, kSmallestSentence = 0.5, kSentenceStep = 0.1;
constexpr double kChartsShare = 0.3; ///< of the height that is left over the legend
constexpr double kMostRecipe = 0.3;  ///< of the height: the plane matters more than the lines under it

void paintText(QPainter &painter, const QFont &font, const QColor &color, const QRectF &rect, const QString &text)
{
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(font).elidedText(text, Qt::ElideRight, rect.width()));
}

/// Each chart by the painter that it has on screen.
struct ChartPainting {
    QPainter &painter;
    QRectF place;
    void operator()(const SettleChartState &state) const { SettleChart(state, place).paint(painter); }
    void operator()(const CurveChartState &state) const { CurveChart(state, place).paint(painter); }
    void operator()(const DifferenceGridState &state) const { DifferenceGrid(state, place).paint(painter); }
};

/// Every line of the texts in as many as the width makes of it.
QStringList wrapped(const QStringList &texts, const QFont &font, double width)
{
    QStringList lines;
    for (const QString &text : texts) {
        QTextLayout layout(text, font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            lines << text.mid(line.textStart(), line.textLength()).trimmed();
        }
        layout.endLayout();
    }
    return lines;
}
} // namespace

Page::Page(PageState state) : m_state(std::move(state))
{
    for (PageLane &lane : m_state.lanes) {
        lane.plane.tones = m_state.tones;
        lane.plane.font = m_state.font;
        lane.plane.hovered.reset();
    }
    for (PageChart &chart : m_state.charts)
        std::visit([this](auto &state) { state.style = {m_state.tones, m_state.font}; }, chart);
}

void Page::paint(QPainter &painter, const QRectF &rect) const
{
    painter.save();
    painter.fillRect(rect, m_state.tones->surface);
    const QRectF inner = rect.adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const double foot = paintFoot(painter, inner) - kGap;
    const double bottom = paintCharts(painter, QRectF(inner.topLeft(), QPointF(inner.right(), foot)));
    const auto lanes = static_cast<double>(m_state.lanes.size());
    const double width = (inner.width() - kLaneGap * (lanes - 1)) / std::max(1.0, lanes);
    QRectF column(inner.left(), inner.top(), std::floor(width), bottom - inner.top());
    const QFont font = sentenceFont(column.size());
    double top = column.top(); // of the planes: one line of all lanes, however many lines their sentences take
    for (const PageLane &lane : m_state.lanes)
        top = std::max(top, paintHead(painter, lane, column.translated(std::round(offsetOf(lane, width)), 0), font));
    column.setTop(top);
    for (const PageLane &lane : m_state.lanes)
        if (!lane.plane.layout.isEmpty())
            paintPlane(painter, lane.plane, column.translated(std::round(offsetOf(lane, width)), 0));
    painter.restore();
}

double Page::offsetOf(const PageLane &lane, double width) const
{
    return static_cast<double>(&lane - m_state.lanes.data()) * (width + kLaneGap);
}

double Page::paintCharts(QPainter &painter, const QRectF &rect) const
{
    if (m_state.charts.empty())
        return rect.bottom();
    const auto count = static_cast<double>(m_state.charts.size());
    const double width = (rect.width() - kLaneGap * (count - 1)) / count;
    QRectF place(rect.left(), 0, std::floor(width), std::floor(rect.height() * kChartsShare));
    place.moveBottom(rect.bottom());
    for (const PageChart &chart : m_state.charts) {
        std::visit(ChartPainting{painter, place}, chart);
        place.translate(std::round(width + kLaneGap), 0);
    }
    return place.top() - kGap;
}

double Page::paintFoot(QPainter &painter, const QRectF &rect) const
{
    const QFont small = scaledFont(m_state.font, kRecipeScale);
    const double line = QFontMetricsF(small).height();
    const auto most = static_cast<qsizetype>(rect.height() * kMostRecipe / line);
    const QStringList lines = wrapped(m_state.recipe, small, rect.width()).mid(0, most);
    const LegendPainter legend({m_state.legend, m_state.tones, m_state.font});
    const double height = legend.heightForWidth(static_cast<int>(rect.width()));
    const double top = std::floor(rect.bottom() - static_cast<double>(lines.size()) * line - height);
    legend.paint(painter, QRectF(rect.left(), top, rect.width(), height));
    QRectF row(rect.left(), top + height, rect.width(), line);
    for (const QString &text : lines) {
        paintText(painter, small, m_state.tones->muted, row, text);
        row.translate(0, line);
    }
    return top;
}

QFont Page::sentenceFont(const QSizeF &column) const
{
    double scale = 1;
    const auto fits = [&](const PageLane &lane) {
        const StripPainter strip({lane.words, m_state.tones, scaledFont(m_state.font, scale), lane.mark >= 0},
                                 column.width());
        return strip.height() <= column.height() * kMostSentence;
    };
    while (scale > kSmallestSentence && !std::all_of(m_state.lanes.begin(), m_state.lanes.end(), fits))
        scale -= kSentenceStep;
    return scaledFont(m_state.font, scale);
}

double Page::paintTitle(QPainter &painter, const PageLane &lane, const QRectF &rect) const
{
    const ColorBarState bar{lane.plane.quantity, m_state.tones, m_state.font};
    const QSizeF barSize(colorBarSize(bar));
    const bool withBar = &lane == &m_state.lanes.back(); // the same for all
    QFont large = scaledFont(m_state.font, kTitleScale);
    large.setBold(true);
    const double width = rect.width() - (withBar ? barSize.width() + kLaneGap : 0);
    const double first = QFontMetricsF(large).height(), second = QFontMetricsF(m_state.font).height();
    double left = rect.left();
    if (lane.mark >= 0) {
        paintLaneMark(painter, lane.mark, *m_state.tones, m_state.font, QRectF(left, rect.top(), first, first));
        left += first + kGap;
    }
    paintText(painter, large, m_state.tones->text, QRectF(left, rect.top(), rect.left() + width - left, first),
              lane.title);
    paintText(painter, m_state.font, m_state.tones->muted, QRectF(rect.left(), rect.top() + first, width, second),
              lane.subtitle);
    if (withBar)
        paintColorBar(painter, bar, QRectF(QPointF(rect.right() - barSize.width(), rect.top()), barSize));
    return rect.top() + std::max(first + second, barSize.height());
}

double Page::paintHead(QPainter &painter, const PageLane &lane, const QRectF &rect, const QFont &font) const
{
    const double top = std::ceil(paintTitle(painter, lane, rect) + kGap);
    if (lane.words.empty())
        return top;
    const StripPainter strip({lane.words, m_state.tones, font, lane.mark >= 0}, rect.width());
    strip.paint(painter, {rect.left(), top});
    return std::ceil(top + strip.height() + kGap);
}

void Page::paintPlane(QPainter &painter, const PlaneState &state, const QRectF &area)
{
    const PlaneGeometry geometry(state.layout, planeRect(state, area), area);
    PlanePainter plane;
    plane.paintCells(painter, state, geometry);
    paintPlaneAxes(painter, state, geometry, tr("timestep t"));
    if (!state.preview)
        plane.paintFront(painter, state, geometry);
    paintPlaneWords(painter, state, geometry);
    plane.paintMarks(painter, state, geometry);
}

} // namespace ard::ui
