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
constexpr double kPageMargin = 14, kPageGap = 6, kLaneGap = 24; ///< pixels
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

QRectF innerOf(const QRectF &page)
{
    return page.adjusted(kPageMargin, kPageMargin, -kPageMargin, -kPageMargin);
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

QRectF Page::firstColumn(const QRectF &inner) const
{
    const double foot = inner.bottom() - footHeight(inner) - kPageGap;
    const double bottom = foot - (m_state.charts.empty() ? 0 : chartsHeight(foot - inner.top()) + kPageGap);
    const auto lanes = static_cast<double>(m_state.lanes.size());
    const double width = (inner.width() - kLaneGap * (lanes - 1)) / std::max(1.0, lanes);
    return {inner.left(), inner.top(), width, bottom - inner.top()};
}

double Page::headHeight(const QSizeF &size) const
{
    const QRectF column = firstColumn(innerOf({{}, size}));
    const QFont font = sentenceFont(column.size());
    double height = 0;
    for (const PageLane &lane : m_state.lanes)
        height = std::max(height, headHeight(lane, std::floor(column.width()), font));
    return height;
}

double Page::sentenceScale(const QSizeF &size) const
{
    return fittingScale(firstColumn(innerOf({{}, size})).size());
}

void Page::paint(QPainter &painter, const QRectF &rect) const
{
    painter.save();
    painter.fillRect(rect, m_state.tones->surface);
    const QRectF inner = innerOf(rect);
    paintFoot(painter, inner);
    QRectF column = firstColumn(inner);
    const double width = column.width();
    if (!m_state.charts.empty())
        paintCharts(painter,
                    QRectF(inner.left(), column.bottom() + kPageGap, inner.width(),
                           inner.bottom() - footHeight(inner) - 2 * kPageGap - column.bottom()));
    column.setWidth(std::floor(width));
    const QFont font = sentenceFont(column.size());
    double head = m_state.leastHead; // one line of all lanes, however many lines their sentences take
    for (const PageLane &lane : m_state.lanes) {
        paintHead(painter, lane, column.translated(std::round(offsetOf(lane, width)), 0), font);
        head = std::max(head, headHeight(lane, column.width(), font));
    }
    column.setTop(column.top() + head);
    for (const PageLane &lane : m_state.lanes)
        if (!lane.plane.layout.isEmpty())
            paintPlane(painter, lane.plane, column.translated(std::round(offsetOf(lane, width)), 0));
    painter.restore();
}

double Page::offsetOf(const PageLane &lane, double width) const
{
    return static_cast<double>(&lane - m_state.lanes.data()) * (width + kLaneGap);
}

double Page::chartsHeight(double room) const
{
    return std::floor(m_state.lanes.empty() ? room - kPageGap : room * kChartsShare);
}

void Page::paintCharts(QPainter &painter, const QRectF &rect) const
{
    const auto count = static_cast<double>(m_state.charts.size());
    const double width = (rect.width() - kLaneGap * (count - 1)) / count;
    QRectF place(rect.left(), rect.top(), std::floor(width), rect.height());
    QFont letters = m_state.font;
    letters.setBold(true);
    const double title = std::ceil(QFontMetricsF(letters).height() + kPageGap);
    for (const PageChart &chart : m_state.charts) {
        paintText(painter, letters, m_state.tones->text,
                  QRectF(place.topLeft(), QSizeF(place.width(), title - kPageGap)), chart.title);
        chart.paint(painter, place.adjusted(0, chart.title.isEmpty() ? 0 : title, 0, 0), {m_state.tones, m_state.font});
        place.translate(std::round(width + kLaneGap), 0);
    }
}

QStringList Page::recipeLines(const QRectF &inner) const
{
    const QFont small = scaledFont(m_state.font, kRecipeScale);
    const auto most = static_cast<qsizetype>(inner.height() * kMostRecipe / QFontMetricsF(small).height());
    return wrapped(m_state.recipe, small, inner.width()).mid(0, most);
}

double Page::footHeight(const QRectF &inner) const
{
    const double line = QFontMetricsF(scaledFont(m_state.font, kRecipeScale)).height();
    return std::ceil(static_cast<double>(recipeLines(inner).size()) * line + legendHeight(inner));
}

ColorBarState Page::bar() const
{
    return {m_state.lanes.front().plane.quantity, m_state.tones, m_state.font};
}

QSizeF Page::barSize() const
{
    return m_state.lanes.empty() ? QSizeF() : QSizeF(colorBarSize(bar()));
}

int Page::legendWidth(const QRectF &inner) const
{
    return static_cast<int>(inner.width() - (isAlone() ? 0 : barSize().width() + kLaneGap));
}

double Page::legendHeight(const QRectF &inner) const
{
    if (m_state.lanes.empty())
        return 0;
    const LegendPainter legend({m_state.legend, m_state.tones, m_state.font});
    return std::max<double>(legend.heightForWidth(legendWidth(inner)), isAlone() ? 0 : barSize().height());
}

void Page::paintFoot(QPainter &painter, const QRectF &inner) const
{
    const QFont small = scaledFont(m_state.font, kRecipeScale);
    const double line = QFontMetricsF(small).height(), top = inner.bottom() - footHeight(inner);
    const double height = legendHeight(inner);
    if (!m_state.lanes.empty())
        LegendPainter({m_state.legend, m_state.tones, m_state.font})
            .paint(painter, QRectF(inner.left(), top, legendWidth(inner), height));
    if (m_state.lanes.size() > 1)
        paintColorBar(painter, bar(), QRectF(QPointF(inner.right() - barSize().width(), top), barSize()));
    QRectF row(inner.left(), top + height, inner.width(), line);
    for (const QString &text : recipeLines(inner)) {
        paintText(painter, small, m_state.tones->muted, row, text);
        row.translate(0, line);
    }
}

double Page::fittingScale(const QSizeF &column) const
{
    double scale = 1;
    const auto fits = [&](const PageLane &lane) {
        const StripPainter strip({lane.words, m_state.tones, scaledFont(m_state.font, scale), lane.mark >= 0},
                                 column.width());
        return strip.height() <= column.height() * kMostSentence;
    };
    while (scale > kSmallestSentence && !std::all_of(m_state.lanes.begin(), m_state.lanes.end(), fits))
        scale -= kSentenceStep;
    return scale;
}

QFont Page::sentenceFont(const QSizeF &column) const
{
    return scaledFont(m_state.font, m_state.sentenceScale > 0 ? m_state.sentenceScale : fittingScale(column));
}

double Page::titleHeight() const
{
    QFont large = scaledFont(m_state.font, kTitleScale);
    large.setBold(true);
    const double lines = QFontMetricsF(large).height() + QFontMetricsF(m_state.font).height();
    return isAlone() ? std::max(lines, barSize().height()) : lines;
}

double Page::headHeight(const PageLane &lane, double width, const QFont &font) const
{
    const double title = std::ceil(titleHeight() + kPageGap);
    if (lane.words.empty())
        return title;
    return std::ceil(title + StripPainter({lane.words, m_state.tones, font, lane.mark >= 0}, width).height() +
                     kPageGap);
}

void Page::paintTitle(QPainter &painter, const PageLane &lane, const QRectF &rect) const
{
    QFont large = scaledFont(m_state.font, kTitleScale);
    large.setBold(true);
    const double width = rect.width() - (isAlone() ? barSize().width() + kLaneGap : 0); // of several it stands below

    const double first = QFontMetricsF(large).height(), second = QFontMetricsF(m_state.font).height();
    double left = rect.left();
    if (lane.mark >= 0) {
        paintLaneMark(painter, lane.mark, *m_state.tones, m_state.font, QRectF(left, rect.top(), first, first));
        left += first + kPageGap;
    }
    paintText(painter, large, m_state.tones->text, QRectF(left, rect.top(), rect.left() + width - left, first),
              lane.title);
    paintText(painter, m_state.font, m_state.tones->muted, QRectF(rect.left(), rect.top() + first, width, second),
              lane.subtitle);
    if (isAlone())
        paintColorBar(painter, bar(), QRectF(QPointF(rect.right() - barSize().width(), rect.top()), barSize()));
}

void Page::paintHead(QPainter &painter, const PageLane &lane, const QRectF &rect, const QFont &font) const
{
    paintTitle(painter, lane, rect);
    if (lane.words.empty())
        return;
    const StripPainter strip({lane.words, m_state.tones, font, lane.mark >= 0}, rect.width());
    strip.paint(painter, {rect.left(), std::ceil(rect.top() + titleHeight() + kPageGap)});
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
