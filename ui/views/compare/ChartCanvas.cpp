// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare/ChartCanvas.h"
#include <QAccessibleWidget>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace ard::ui {

namespace {
constexpr double kMargin = 10;

/// A chart for those who hear it.
class ChartAccessible : public QAccessibleWidget {
public:
    explicit ChartAccessible(ChartCanvas *canvas) : QAccessibleWidget(canvas, QAccessible::Chart) { }
    QString text(QAccessible::Text kind) const override
    {
        const auto *canvas = static_cast<ChartCanvas *>(widget());
        return kind == QAccessible::Description && canvas->spoken ? canvas->spoken() : QAccessibleWidget::text(kind);
    }
};

QAccessibleInterface *makeChart(const QString &, QObject *object)
{
    auto *canvas = qobject_cast<ChartCanvas *>(object);
    return canvas ? new ChartAccessible(canvas) : nullptr;
}
} // namespace

ChartCanvas::ChartCanvas(QWidget *parent) : QWidget(parent)
{
    static const bool isKnown = (QAccessible::installFactory(makeChart), true); // once in a program
    Q_UNUSED(isKnown)
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QRectF ChartCanvas::chartRect() const
{
    return QRectF(rect()).adjusted(kMargin, kMargin / 2, -kMargin, -kMargin / 2);
}

ChartStyle ChartCanvas::style() const
{
    return {&tonesOf(palette()), font()};
}

QSize ChartCanvas::minimumSizeHint() const
{
    return {fontMetrics().height() * 10, fontMetrics().height() * 7};
}

void ChartCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tones &tones = tonesOf(palette());
    painter.fillRect(rect(), tones.surface);
    if (paintChart)
        paintChart(painter);
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tones.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 4, 4);
}

void ChartCanvas::resizeEvent(QResizeEvent *)
{
    Q_EMIT reshaped();
}

void ChartCanvas::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        Q_EMIT reshaped();
}

void ChartCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT clicked(event->position());
}

void ChartCanvas::mouseMoveEvent(QMouseEvent *event)
{
    Q_EMIT hovered(event->position());
}

void ChartCanvas::leaveEvent(QEvent *)
{
    Q_EMIT hovered({-1, -1});
}

void ChartCanvas::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        Q_EMIT keyMoved(-1, 0);
        break;
    case Qt::Key_Right:
        Q_EMIT keyMoved(1, 0);
        break;
    case Qt::Key_Up:
        Q_EMIT keyMoved(0, 1);
        break;
    case Qt::Key_Down:
        Q_EMIT keyMoved(0, -1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool ChartCanvas::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !tipAt)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const QString tip = tipAt(help->pos()); tip.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), tip, this);
    return true;
}

} // namespace ard::ui

#include "moc_ChartCanvas.cpp"
