// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/RulerPainter.h"
#include "paint/Pens.h"
#include <QFontMetricsF>
#include <QPainter>
#include <cmath>

namespace ard::ui {

namespace {
constexpr double kClosest = 0.9;    ///< pixels between two lines of executed steps
constexpr double kRulerMargin = 10; ///< pixels left and right
constexpr double kTall = 20;        ///< of an executed step
constexpr double kLow = 8;          ///< of a skipped one
constexpr double kCombFrom = 3;     ///< pixels between the teeth of what is skipped
constexpr double kRulerReach = 7;   ///< pixels
constexpr double kTextScale = 0.88;
} // namespace

RulerPainter::RulerPainter(const RulerState &state, const QRectF &rect)
    : m_state(state), m_rect(rect.adjusted(kRulerMargin, 0, -kRulerMargin, 0))
{
    m_textHeight = QFontMetricsF(scaledFont(state.font, kTextScale)).height();
    m_top = rect.top() + m_textHeight + 3;
    m_bottom = m_top + kTall;
}

double RulerPainter::height(const QFont &font)
{
    return 2 * QFontMetricsF(scaledFont(font, kTextScale)).height() + kTall + 8;
}

double RulerPainter::x(double sentenceStep) const
{
    const double first = m_state.executed.empty() ? 1 : m_state.executed.front();
    return m_rect.left() + m_rect.width() * (first - sentenceStep) / std::max(1.0, first);
}

int RulerPainter::sentenceStep(double x) const
{
    const int first = m_state.executed.empty() ? 0 : m_state.executed.front();
    const double share = std::clamp((x - m_rect.left()) / std::max(1.0, m_rect.width()), 0.0, 1.0);
    return static_cast<int>(std::lround(first * (1 - share)));
}

int RulerPainter::executedAt(double at) const
{
    int best = -1;
    for (std::size_t i = 0; i < m_state.executed.size(); ++i) {
        const double distance = std::abs(x(m_state.executed[i]) - at);
        if (distance <= kRulerReach &&
            (best < 0 || distance < std::abs(x(m_state.executed[static_cast<std::size_t>(best)]) - at)))
            best = static_cast<int>(i);
    }
    return best;
}

int RulerPainter::callAt(double at) const
{
    for (std::size_t i = 1; i < m_state.executed.size(); ++i)
        if (at >= x(m_state.executed[i - 1]) && at <= x(m_state.executed[i]))
            return static_cast<int>(i);
    return -1;
}

QString RulerPainter::lastJumpText(const std::vector<int> &executed)
{
    if (executed.size() < 3)
        return {};
    const int usual = executed[0] - executed[1], last = executed[executed.size() - 2] - executed.back();
    for (std::size_t i = 1; i + 2 < executed.size(); ++i)
        if (executed[i] - executed[i + 1] != usual)
            return {}; // they all differ
    return last == usual ? QString() : tr("last jump %1, the others %2").arg(last).arg(usual);
}

void RulerPainter::paint(QPainter &painter) const
{
    if (m_state.executed.size() < 2)
        return;
    const SmoothLines smooth(painter);
    paintSkipped(painter);
    paintExecuted(painter);
    paintLastJump(painter);
    paintEnds(painter);
}

void RulerPainter::paintSkipped(QPainter &painter) const
{
    const int steps = m_state.executed.front();
    const int every = std::max(1, static_cast<int>(std::ceil(kCombFrom * steps / std::max(1.0, m_rect.width()))));
    QVector<QLineF> teeth;
    for (int s = steps; s >= 0; s -= every)
        teeth << QLineF(x(s), m_bottom - kLow, x(s), m_bottom);
    painter.setPen(QPen(m_state.tones->hatch.lighter(m_state.tones->dark ? 130 : 92), 1));
    painter.drawLines(teeth);
    painter.setPen(QPen(m_state.tones->outline, 1.2));
    painter.drawLine(QPointF(m_rect.left(), m_bottom), QPointF(m_rect.right(), m_bottom));
}

void RulerPainter::paintExecuted(QPainter &painter) const
{
    const Tones &tones = *m_state.tones;
    double last = m_rect.left() - 1;
    bool wasDone = true;
    for (std::size_t i = 0; i < m_state.executed.size(); ++i) {
        const int index = static_cast<int>(i);
        const bool isHeld = index == m_state.selected || index == m_state.hovered;
        const bool isDone = m_state.shownCalls < 0 || index <= m_state.shownCalls;
        const double at = x(m_state.executed[i]);
        if (!isHeld && isDone == wasDone && at - last < kClosest) // of thousands, those that can be told apart
            continue;
        painter.setPen(QPen(isHeld ? tones.accent : isDone ? tones.front : tones.muted, isHeld ? 3.4 : 1.8));
        painter.drawLine(QPointF(at, m_top), QPointF(at, m_bottom));
        last = at;
        wasDone = isDone;
    }
    if (m_state.shownCalls >= 0 && m_state.shownCalls < static_cast<int>(m_state.executed.size())) {
        painter.setPen(QPen(tones.front, 2.2));
        painter.setBrush(tones.dark ? tones.window : QColor(Qt::white));
        painter.drawEllipse(QPointF(x(m_state.executed[static_cast<std::size_t>(m_state.shownCalls)]), m_bottom), 5, 5);
    }
    const int named = m_state.hovered >= 0 ? m_state.hovered : m_state.selected;
    if (named < 0 || named >= static_cast<int>(m_state.executed.size()))
        return;
    const int step = m_state.executed[static_cast<std::size_t>(named)];
    painter.setFont(scaledFont(m_state.font, kTextScale));
    painter.setPen(tones.accent);
    painter.drawText(QRectF(x(step) - 50, m_bottom + 3, 100, m_textHeight), Qt::AlignCenter, QString::number(step));
}

void RulerPainter::paintLastJump(QPainter &painter) const
{
    const QString text = lastJumpText(m_state.executed);
    if (text.isEmpty())
        return;
    const double left = x(m_state.executed[m_state.executed.size() - 2]), right = x(0), y = m_top - 3;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_state.tones->accent, 1.8));
    painter.drawPolyline(QPolygonF({{left, y + 4}, {left, y}, {right, y}, {right, y + 4}}));
    QFont font = scaledFont(m_state.font, kTextScale);
    painter.setFont(font);
    const double width = QFontMetricsF(font).horizontalAdvance(text) + 4;
    painter.drawText(QRectF(m_rect.right() - width + kRulerMargin - 2, m_rect.top(), width, m_textHeight),
                     Qt::AlignRight | Qt::AlignVCenter, text);
}

void RulerPainter::paintEnds(QPainter &painter) const
{
    painter.setFont(scaledFont(m_state.font, kTextScale));
    painter.setPen(m_state.tones->muted);
    const QRectF below(m_rect.left() - kRulerMargin + 2, m_bottom + 3, m_rect.width() + 2 * kRulerMargin - 4,
                       m_textHeight);
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("0"));
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, QString::number(m_state.executed.front()));
    const QFontMetricsF fm(painter.font());
    const QString counts = tr("sentence steps: %1 executed, %2 skipped")
                               .arg(m_state.executed.size())
                               .arg(m_state.executed.front() + 1 - static_cast<int>(m_state.executed.size()));
    // The odd last jump stands in the same line, and is told before the counts.
    const QString last = lastJumpText(m_state.executed);
    const double room = below.width() - (last.isEmpty() ? 0 : fm.horizontalAdvance(last) + 2 * kRulerMargin);
    painter.drawText(QRectF(below.left(), m_rect.top(), room, m_textHeight), Qt::AlignLeft | Qt::AlignVCenter,
                     fm.elidedText(counts, Qt::ElideRight, room));
}

} // namespace ard::ui
