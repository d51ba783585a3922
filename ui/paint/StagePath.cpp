// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/StagePath.h"
#include "paint/Pens.h"
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>

namespace ard::ui {

namespace {
constexpr double kStageSmall = 0.85;     ///< title and labels, in sizes of the font
constexpr double kSame = 0.5;            ///< of a radius: stages that close are in the same place
constexpr double kArrow = 6;             ///< pixels of its head
constexpr double kAround = 2.2;          ///< radii of room round the stages
constexpr double kSmallestExtent = 1e-9; ///< of an extent that can be scaled
} // namespace

StagePath::StagePath(StagePathState state, const QRectF &rect) : m_state(std::move(state)), m_rect(rect)
{
    const double line = QFontMetricsF(scaledFont(m_state.style.font, kStageSmall)).height();
    m_state.shown = std::clamp(m_state.shown, 0, std::max(0, static_cast<int>(m_state.stages.size()) - 1));
    m_map = rect.adjusted(0, line + 4, 0, 0);
    QRectF extent;
    for (const StagePathState::Stage &stage : m_state.stages) {
        const QRectF point(stage.at, QSizeF(kSmallestExtent, kSmallestExtent));
        extent = extent.isNull() ? point : extent.united(point);
    }
    m_middle = extent.center();
    const double room = kAround * radius();
    m_scale = std::min((m_map.width() - 2 * room) / std::max(extent.width(), kSmallestExtent),
                       (m_map.height() - 2 * room - line) / std::max(extent.height(), kSmallestExtent));
    m_scale = std::max(0.0, m_scale);
}

double StagePath::radius() const
{
    return QFontMetricsF(scaledFont(m_state.style.font, kStageSmall)).height() * 0.6;
}

QPointF StagePath::pointOf(std::size_t stage) const
{
    const QPointF from = m_state.stages[stage].at - m_middle;
    return m_map.center() + QPointF(from.x(), -from.y()) * m_scale;
}

bool StagePath::isCovered(std::size_t stage) const
{
    for (std::size_t later = stage + 1; later <= static_cast<std::size_t>(m_state.shown); ++later)
        if (QLineF(pointOf(stage), pointOf(later)).length() < kSame * radius())
            return true;
    return false;
}

QString StagePath::labelOf(std::size_t stage) const
{
    QStringList numbers;
    for (std::size_t other = 0; other <= stage; ++other)
        if (QLineF(pointOf(stage), pointOf(other)).length() < kSame * radius())
            numbers << QString::number(other + 1);
    return numbers.join(QStringLiteral(", ")) + QLatin1Char(' ') + m_state.stages[stage].name;
}

void StagePath::paintArrow(QPainter &painter, const QPointF &from, const QPointF &to) const
{
    const QLineF way(from, to);
    if (way.length() < 2 * radius() + 1) // the discs touch
        return;
    const QPointF step = (to - from) / way.length(), side(-step.y(), step.x());
    const QPointF tip = to - step * (radius() + 1);
    painter.setPen(roundPen(m_state.style.tones->front, 2));
    painter.drawLine(from + step * radius(), tip);
    painter.setBrush(m_state.style.tones->front);
    painter.drawPolygon(
        QPolygonF{tip, tip - step * kArrow + side * kArrow / 2, tip - step * kArrow - side * kArrow / 2});
}

void StagePath::paintStage(QPainter &painter, std::size_t stage) const
{
    const Tones &tones = *m_state.style.tones;
    const bool isShown = stage == static_cast<std::size_t>(m_state.shown);
    const QPointF at = pointOf(stage);
    painter.setPen(QPen(isShown ? tones.accent : tones.front, 2));
    painter.setBrush(isShown ? tones.accent : tones.surface);
    painter.drawEllipse(at, radius(), radius());
    QFont font = scaledFont(m_state.style.font, kStageSmall);
    font.setBold(isShown);
    painter.setFont(font);
    painter.setPen(isShown ? tones.onAccent : tones.text);
    painter.drawText(QRectF(at - QPointF(radius(), radius()), QSizeF(2 * radius(), 2 * radius())), Qt::AlignCenter,
                     QString::number(stage + 1));
    const QFontMetricsF fm(font);
    QRectF label(0, 0, fm.horizontalAdvance(labelOf(stage)) + 2, fm.height());
    label.moveCenter(at + QPointF(0, radius() + fm.height() * 0.6));
    label.translate(std::max(0.0, m_map.left() - label.left()) + std::min(0.0, m_map.right() - label.right()), 0);
    painter.setPen(isShown ? tones.text : tones.muted);
    painter.drawText(label, Qt::AlignCenter, labelOf(stage));
}

void StagePath::paint(QPainter &painter) const
{
    if (m_state.stages.empty())
        return;
    const Tones &tones = *m_state.style.tones;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont small = scaledFont(m_state.style.font, kStageSmall);
    painter.setFont(small);
    painter.setPen(tones.muted);
    painter.drawText(QRectF(m_rect.left(), m_rect.top(), m_rect.width(), QFontMetricsF(small).height()), Qt::AlignLeft,
                     QFontMetricsF(small).elidedText(m_state.title, Qt::ElideRight, m_rect.width()));
    painter.setPen(QPen(tones.hairline, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(m_map.adjusted(0.5, 0.5, -0.5, -0.5));
    const auto told = std::min(static_cast<std::size_t>(m_state.shown) + 1, m_state.stages.size());
    for (std::size_t stage = 1; stage < told; ++stage)
        paintArrow(painter, pointOf(stage - 1), pointOf(stage));
    for (std::size_t stage = 0; stage < told; ++stage)
        if (!isCovered(stage))
            paintStage(painter, stage);
    painter.restore();
}

} // namespace ard::ui
