// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/transport/ScrubRuler.h"
#include "paint/Tones.h"
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <cmath>

namespace ard::ui {

namespace {
constexpr int kMargin = 10;
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
    setRange(0, std::min(available, std::max(0, static_cast<int>(sentenceSteps.size()) - 1)));
    update();
}

double ScrubRuler::xOf(int step) const
{
    if (m_sentenceSteps.size() < 2)
        return kMargin;
    const double first = m_sentenceSteps.front(), last = m_sentenceSteps.back();
    const double now =
        m_sentenceSteps[static_cast<std::size_t>(std::clamp(step, 0, static_cast<int>(m_sentenceSteps.size()) - 1))];
    return kMargin + (width() - 2.0 * kMargin) * (first - now) / std::max(1.0, first - last);
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
    return {400, fontMetrics().height() + 16};
}

QSize ScrubRuler::minimumSizeHint() const
{
    return {40, fontMetrics().height() + 16};
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
        QToolTip::showText(
            help->globalPos(),
            tr("Step %1 · sentence step %2").arg(step).arg(m_sentenceSteps[static_cast<std::size_t>(step)]), this);
        return true;
    }
    return QAbstractSlider::event(event);
}

void ScrubRuler::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tones &tones = tonesOf(palette());
    const double middle = height() / 2.0, tall = height() * 0.30;
    const double left = kMargin, right = width() - kMargin;
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
