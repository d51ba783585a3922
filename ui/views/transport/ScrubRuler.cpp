// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/transport/ScrubRuler.h"
#include "paint/Pens.h"
#include "paint/Tones.h"
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace ard::ui {

namespace {
constexpr int kRulerEnds = 10;
constexpr double kMostForRepair = 1.0 / 3; ///< of the width
} // namespace

ScrubRuler::ScrubRuler(QWidget *parent) : QAbstractSlider(parent)
{
    setObjectName(QStringLiteral("film.ruler"));
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSingleStep(1);
    setPageStep(10);
    setAccessibleName(tr("Step of the run"));
    setRange(0, 0);
}

void ScrubRuler::setSteps(const std::vector<int> &sentenceSteps, int available)
{
    m_sentenceSteps = sentenceSteps;
    const int last = std::max(0, static_cast<int>(sentenceSteps.size()) - 1);
    const auto zero = std::find(sentenceSteps.begin(), sentenceSteps.end(), 0);
    m_repairFrom = std::min(static_cast<int>(zero - sentenceSteps.begin()), last);
    setRange(0, std::min(available, last));
    update();
}

void ScrubRuler::setEvents(std::vector<Event> events)
{
    if (events == m_events)
        return;
    m_events = std::move(events);
    update();
}

void ScrubRuler::setMarkers(std::vector<Marker> markers)
{
    if (markers == m_markers)
        return;
    m_markers = std::move(markers);
    update();
}

double ScrubRuler::xOf(int step) const
{
    if (m_sentenceSteps.size() < 2)
        return kRulerEnds;
    step = std::clamp(step, 0, static_cast<int>(m_sentenceSteps.size()) - 1);
    const double room = width() - 2.0 * kRulerEnds, ofRepair = room * repairShare();
    if (step > m_repairFrom)
        return kRulerEnds + room - ofRepair + ofRepair * (step - m_repairFrom) / repairSteps();
    const double first = m_sentenceSteps.front(), last = m_sentenceSteps.back();
    const double now = m_sentenceSteps[static_cast<std::size_t>(step)];
    return kRulerEnds + (room - ofRepair) * (first - now) / std::max(1.0, first - last);
}

/// As much room for a step as the others have on average.
double ScrubRuler::repairShare() const
{
    return repairSteps() == 0
        ? 0
        : std::min(kMostForRepair, repairSteps() / static_cast<double>(m_sentenceSteps.size() - 1));
}

int ScrubRuler::stepAt(double x) const
{
    int best = 0;
    for (int step = 1; step <= maximum(); ++step)
        if (std::abs(xOf(step) - x) < std::abs(xOf(best) - x))
            best = step;
    return best;
}

QSize ScrubRuler::sizeHint() const
{
    return {400, fontMetrics().height() * 3 / 2 + 20};
}

QSize ScrubRuler::minimumSizeHint() const
{
    return {40, fontMetrics().height() * 3 / 2 + 20};
}

void ScrubRuler::sliderChange(SliderChange change)
{
    QAbstractSlider::sliderChange(change);
    update();
}

void ScrubRuler::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setSliderDown(true);
    setSliderPosition(stepAt(event->position().x()));
}

void ScrubRuler::mouseMoveEvent(QMouseEvent *event)
{
    if (isSliderDown())
        setSliderPosition(stepAt(event->position().x()));
}

void ScrubRuler::mouseReleaseEvent(QMouseEvent *)
{
    setSliderDown(false);
}

bool ScrubRuler::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_sentenceSteps.size() >= 2) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int step = stepAt(help->pos().x());
        QToolTip::showText(help->globalPos(), toolTipOf(step), this);
        return true;
    }
    return QAbstractSlider::event(event);
}

QString ScrubRuler::toolTipOf(int step) const
{
    QStringList parts{
        step > m_repairFrom
            ? tr("Step %1 · repair (ours)").arg(step)
            : tr("Step %1 · sentence step %2").arg(step).arg(m_sentenceSteps[static_cast<std::size_t>(step)])};
    for (const Event &event : m_events) {
        if (event.step != step)
            continue;
        if (event.flips > 0)
            parts << tr("words changed: %1").arg(event.flips);
        if (event.settles > 0)
            parts << tr("words settled: %1").arg(event.settles);
    }
    for (const Marker &marker : m_markers)
        if (marker.step == step)
            parts << tr("marker %1").arg(marker.number);
    return parts.join(QStringLiteral(" · "));
}

/// Where the sentence steps end and a repair begins: what is behind has no sentence steps.
void ScrubRuler::paintRepair(QPainter &painter, const Tones &tones) const
{
    QPen dashes(tones.unsettled, 1.6);
    dashes.setDashPattern({3, 2});
    dashes.setCapStyle(Qt::FlatCap);
    painter.setPen(dashes);
    const double y = middle() - tall() - 2;
    painter.drawLine(QPointF(xOf(m_repairFrom), y), QPointF(width() - kRulerEnds, y));
}

void ScrubRuler::paintEvents(QPainter &painter, const Tones &tones) const
{
    constexpr double kReach = 3; // half of a sign
    const double above = middle() - tall() - kReach - 2, below = middle() + tall() + kReach + 2;
    double lastFlip = -10, lastSettle = -10;
    for (const Event &event : m_events) {
        const double x = xOf(event.step);
        if (event.settles > 0 && x - lastSettle >= 2 * kReach + 1) {
            lastSettle = x;
            painter.setPen(Qt::NoPen);
            painter.setBrush(tones.accent);
            painter.drawPolygon(
                QPolygonF{{x - kReach - 0.6, below + kReach}, {x + kReach + 0.6, below + kReach}, {x, below - kReach}});
        }
        if (event.flips > 0 && x - lastFlip >= 2 * kReach + 1) {
            lastFlip = x;
            painter.setPen(QPen(tones.front, 1.4));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(QPointF(x, above), kReach - 0.4, kReach - 0.4);
        }
    }
}

void ScrubRuler::paintMarkers(QPainter &painter, const Tones &tones) const
{
    painter.setFont(scaledFont(font(), 0.78));
    const QFontMetricsF fm(painter.font());
    const double top = middle() + tall() + 1;
    for (const Marker &marker : m_markers) {
        const QString digit = QString::number(marker.number);
        QRectF flag(0, top, fm.horizontalAdvance(digit) + 6, std::min(fm.height(), height() - top));
        flag.moveLeft(xOf(marker.step) - flag.width() / 2);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tones.text);
        painter.drawRoundedRect(flag, 2, 2);
        painter.setPen(tones.surface);
        painter.drawText(flag, Qt::AlignCenter | Qt::TextDontClip, digit);
    }
}

void ScrubRuler::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tones &tones = tonesOf(palette());
    const double middle = this->middle(), tall = this->tall();
    const double left = kRulerEnds, right = width() - kRulerEnds;
    painter.setPen(Qt::NoPen);
    painter.setBrush(tones.hairline);
    painter.drawRoundedRect(QRectF(left, middle - 2, right - left, 4), 2, 2);
    const int steps = static_cast<int>(m_sentenceSteps.size()) - 1;
    if (steps >= 1) {
        painter.setBrush(tones.outline);
        painter.drawRoundedRect(QRectF(left, middle - 2, xOf(maximum()) - left, 4), 2, 2);
        painter.setBrush(tones.front);
        painter.drawRoundedRect(QRectF(left, middle - 2, xOf(value()) - left, 4), 2, 2);
        double last = -10;
        for (int step = 0; step <= steps; ++step) {
            const double x = xOf(step);
            if (x - last < 3 && step != steps)
                continue; // denser than can be seen
            last = x;
            painter.setPen(QPen(step <= value() ? tones.front : step <= maximum() ? tones.muted : tones.outline, 1.4));
            painter.drawLine(QPointF(x, middle - tall), QPointF(x, middle + tall));
        }
        if (repairSteps() > 0)
            paintRepair(painter, tones);
        paintEvents(painter, tones);
        paintMarkers(painter, tones);
        painter.setPen(QPen(tones.front, 2.4));
        painter.setBrush(tones.dark ? tones.window : QColor(Qt::white));
        painter.drawEllipse(QPointF(xOf(value()), middle), 6.5, 6.5);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tones.accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
    }
}

} // namespace ard::ui

#include "moc_ScrubRuler.cpp"
