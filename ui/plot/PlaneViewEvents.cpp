// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// PlaneView: pointer, keyboard and focus.
#include "plot/PlaneAccessible.h"
#include "plot/PlaneView.h"
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <qcustomplot.h>

namespace ard::ui {

std::optional<PlaneCell> PlaneView::cellAt(const QPoint &position) const
{
    return m_state.layout.cellAt(m_plot->xAxis->pixelToCoord(position.x()), m_plot->yAxis->pixelToCoord(position.y()));
}

QPoint PlaneView::cellCentre(PlaneCell cell) const
{
    const PlaneLayout &plane = m_state.layout;
    const double y =
        (plane.y(plane.timestep(cell.call - 1, cell.position)) + plane.y(plane.timestep(cell.call, cell.position))) / 2;
    return m_plot->mapTo(this, QPointF(m_plot->xAxis->coordToPixel(cell.position), m_plot->yAxis->coordToPixel(y)))
        .toPoint();
}

QRect PlaneView::cellRect(PlaneCell cell) const
{
    return geometry().cellRect(cell).toAlignedRect().translated(m_plot->mapTo(this, QPoint()));
}

std::optional<PlaneCell> PlaneView::cellUnder(const QPoint &at) const
{
    return m_plot->geometry().contains(at) ? cellAt(m_plot->mapFrom(this, at)) : std::nullopt;
}

bool PlaneView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_plot)
        return QWidget::eventFilter(watched, event);
    if (handleEvent(event))
        return true;
    switch (event->type()) {
    case QEvent::Resize:
        schedule(All);
        break;
    case QEvent::ScreenChangeInternal:
        schedule(All);
        break;
    case QEvent::MouseMove:
        if (const auto cell = cellAt(static_cast<QMouseEvent *>(event)->pos()))
            Q_EMIT cellHovered(cell->position, cell->call);
        else
            Q_EMIT hoverEnded();
        break;
    case QEvent::Leave:
        Q_EMIT hoverEnded();
        break;
    case QEvent::MouseButtonPress:
        if (static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton)
            if (const auto cell = cellAt(static_cast<QMouseEvent *>(event)->pos()))
                Q_EMIT cellSelected(cell->position, cell->call);
        break;
    case QEvent::ContextMenu: {
        const auto *menu = static_cast<QContextMenuEvent *>(event);
        if (const auto cell = cellAt(menu->pos()))
            Q_EMIT cellMenuWanted(cell->position, cell->call, menu->globalPos());
        return true;
    }
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto cell = cellAt(help->pos());
        if (cell && m_tooltip)
            QToolTip::showText(help->globalPos(), m_tooltip(*cell), m_plot);
        else
            QToolTip::hideText();
        return true;
    }
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void PlaneView::moveSelection(int dx, int dCalls)
{
    const PlaneLayout &plane = m_state.layout;
    if (plane.isEmpty())
        return;
    PlaneCell cell = m_state.selected ? plane.moved(*m_state.selected, dx, dCalls)
                                      : plane.moved({0, std::max(1, m_state.shownCalls)}, 0, 0);
    Q_EMIT cellSelected(cell.position, cell.call);
}

void PlaneView::keyPressEvent(QKeyEvent *event)
{
    if ((m_state.preview || m_state.ghost) && handleEvent(event)) { // a plan has no cells to choose
        event->accept();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        moveSelection(-1, 0);
        break;
    case Qt::Key_Right:
        moveSelection(1, 0);
        break;
    case Qt::Key_Up:
        moveSelection(0, -1);
        break;
    case Qt::Key_Down:
        moveSelection(0, 1);
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    event->accept();
}

/// The keyboard's menu key comes to what has the keyboard, the mouse's to the plot.
void PlaneView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() != QContextMenuEvent::Keyboard || m_state.preview || m_state.layout.isEmpty()) {
        QWidget::contextMenuEvent(event);
        return;
    }
    const PlaneCell cell = m_state.selected.value_or(PlaneCell{0, std::max(1, m_state.shownCalls)});
    Q_EMIT cellMenuWanted(cell.position, cell.call, mapToGlobal(cellCentre(cell)));
}

void PlaneView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    setHandleActive(true);
    update();
    PlaneAccessible::tellFocus(this);
}

void PlaneView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    setHandleActive(false);
    update();
}

void PlaneView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_state.tones->surface);
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_state.tones->accent, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 4, 4);
}

} // namespace ard::ui
