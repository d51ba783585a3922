// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/schedule/FrontCanvas.h"
#include "paint/Pens.h"
#include "paint/Tones.h"
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <cmath>

namespace ard::ui {

FrontCanvas::FrontCanvas(DrawnFronts fronts, QWidget *parent) : QWidget(parent), m_fronts(std::move(fronts))
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    setObjectName(QStringLiteral("schedule.canvas"));
    m_front = (m_fronts.count() + 1) / 2;
    describe();
}

void FrontCanvas::setFronts(const DrawnFronts &fronts)
{
    m_fronts = fronts;
    choose(m_front, m_position);
}

void FrontCanvas::choose(int front, int position)
{
    m_front = std::clamp(front, 1, m_fronts.count());
    m_position = std::clamp(position, 0, m_fronts.length() - 1);
    describe();
    update();
}

void FrontCanvas::describe()
{
    setAccessibleName(tr("Front %1 of %2, position %3: timestep %4")
                          .arg(m_front)
                          .arg(m_fronts.count())
                          .arg(m_position)
                          .arg(m_fronts.timestep(m_front, m_position)));
}

QRectF FrontCanvas::plane() const
{
    const QFontMetricsF fm(font());
    return QRectF(rect()).adjusted(fm.horizontalAdvance(QStringLiteral("00000")) + 8, fm.height() / 2 + 4, -12,
                                   -fm.height() - 8);
}

QPointF FrontCanvas::pointOf(int front, int position) const
{
    const QRectF area = plane();
    return {area.left() + (position + 0.5) / m_fronts.length() * area.width(),
            area.bottom() - area.height() * m_fronts.timestep(front, position) / (m_fronts.diffusionSteps() - 1)};
}

int FrontCanvas::timestepAt(double y) const
{
    const QRectF area = plane();
    const double share = std::clamp((area.bottom() - y) / std::max(1.0, area.height()), 0.0, 1.0);
    return static_cast<int>(std::lround(share * (m_fronts.diffusionSteps() - 1)));
}

int FrontCanvas::positionAt(double x) const
{
    const QRectF area = plane();
    return std::clamp(static_cast<int>((x - area.left()) / std::max(1.0, area.width()) * m_fronts.length()), 0,
                      m_fronts.length() - 1);
}

void FrontCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int position = positionAt(event->position().x());
    int nearest = 1;
    for (int front = 2; front <= m_fronts.count(); ++front)
        if (std::abs(pointOf(front, position).y() - event->position().y()) <
            std::abs(pointOf(nearest, position).y() - event->position().y()))
            nearest = front;
    choose(nearest, position);
    m_drawing = true;
    m_last = event->position();
    stroke(event->position());
}

void FrontCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drawing)
        stroke(event->position());
}

void FrontCanvas::mouseReleaseEvent(QMouseEvent *)
{
    if (std::exchange(m_drawing, false))
        Q_EMIT drawn();
}

/// A fast pointer leaves positions out: they lie on the line to where it is now.
void FrontCanvas::stroke(const QPointF &to)
{
    const int first = positionAt(m_last.x()), last = positionAt(to.x()), step = first <= last ? 1 : -1;
    for (int n = first;; n += step) {
        const double share = first == last ? 1 : static_cast<double>(n - first) / (last - first);
        m_fronts.draw(m_front, n, timestepAt(m_last.y() + (to.y() - m_last.y()) * share));
        if (n == last)
            break;
    }
    m_last = to;
    choose(m_front, last);
}

void FrontCanvas::keyPressEvent(QKeyEvent *event)
{
    const int by = std::max(1, m_fronts.diffusionSteps() / (event->modifiers() & Qt::ShiftModifier ? 20 : 100));
    const auto raise = [&](int timesteps) {
        m_fronts.draw(m_front, m_position, m_fronts.timestep(m_front, m_position) + timesteps);
        choose(m_front, m_position);
        Q_EMIT drawn();
    };
    switch (event->key()) {
    case Qt::Key_Left:
        choose(m_front, m_position - 1);
        return;
    case Qt::Key_Right:
        choose(m_front, m_position + 1);
        return;
    case Qt::Key_PageUp:
        choose(m_front - 1, m_position);
        return;
    case Qt::Key_PageDown:
        choose(m_front + 1, m_position);
        return;
    case Qt::Key_Up:
        raise(by);
        return;
    case Qt::Key_Down:
        raise(-by);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void FrontCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tones &tones = tonesOf(palette());
    const QRectF area = plane();
    painter.fillRect(rect(), tones.surface);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tones.hairline, 1));
    painter.drawRect(area);
    painter.setPen(tones.muted);
    const double line = fontMetrics().height();
    painter.drawText(QRectF(0, area.top() - line / 2, area.left() - 6, line), Qt::AlignRight,
                     QString::number(m_fronts.diffusionSteps() - 1));
    painter.drawText(QRectF(0, area.bottom() - line / 2, area.left() - 6, line), Qt::AlignRight, QStringLiteral("0"));
    painter.drawText(QRectF(area.left(), area.bottom() + 4, area.width(), line), Qt::AlignCenter,
                     tr("position n; timestep t upwards"));
    for (int front = 0; front <= m_fronts.count() + 1; ++front) {
        const bool isChosen = front == m_front, isEnd = front == 0 || front > m_fronts.count();
        QPolygonF points;
        for (int n = 0; n < m_fronts.length(); ++n)
            points << pointOf(front, n);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(roundPen(isChosen    ? tones.front
                                    : isEnd ? tones.outline
                                            : faded(tones.front, 0.55),
                                isChosen ? 3 : 1.4));
        painter.drawPolyline(points);
        painter.setBrush(tones.surface);
        if (isChosen)
            for (const QPointF &point : points)
                painter.drawEllipse(point, 3.4, 3.4);
    }
    if (!hasFocus())
        return;
    painter.setBrush(tones.accent);
    painter.setPen(QPen(tones.surface, 2));
    painter.drawEllipse(pointOf(m_front, m_position), 6.5, 6.5);
}

} // namespace ard::ui

#include "moc_FrontCanvas.cpp"
