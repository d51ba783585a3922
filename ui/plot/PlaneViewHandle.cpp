// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// PlaneView: the handle of the timestep schedule, moved by pointer and keys.
#include "plot/PlaneView.h"
#include <QMouseEvent>
#include <QToolTip>
#include <qcustomplot.h>

namespace ard::ui {

PlaneLayout PlaneView::editedLayout() const
{
    if (!m_state.ghost || m_state.ghost->positions() != m_state.layout.positions())
        return m_state.layout;
    return m_state.ghost->withScale(m_state.layout.scale()).withColumns(m_state.layout.columns());
}

QPoint PlaneView::handlePoint() const
{
    if (!m_state.handle)
        return {};
    const PlaneLayout layout = editedLayout();
    const PlaneGeometry shown = geometry(), edited(layout, shown.plane(), shown.area());
    return m_plot->mapTo(this, HandleGeometry(*m_state.handle, edited).point()).toPoint();
}

void PlaneView::setHandleActive(bool active)
{
    if (!m_state.handle || m_state.handle->active == active)
        return;
    m_state.handle->active = active;
    schedule(Front);
}

bool PlaneView::dragHandle(const QPoint &at)
{
    const PlaneLayout layout = editedLayout();
    const PlaneGeometry shown = geometry(), edited(layout, shown.plane(), shown.area());
    putHandle(HandleGeometry(*m_state.handle, edited).place(at), m_plot->mapToGlobal(at));
    return true;
}

void PlaneView::putHandle(const HandlePlace &place, const QPoint &global)
{
    if (!place.problem.isEmpty()) {
        QToolTip::showText(global, place.problem, m_plot);
        Q_EMIT handleRefused(place.problem);
    } else {
        QToolTip::hideText();
    }
    if (place.value != m_state.handle->value)
        Q_EMIT handleMoved(place.value);
}

bool PlaneView::handleEvent(QEvent *event)
{
    if (!m_state.handle || m_state.layout.isEmpty())
        return false;
    const auto *mouse = dynamic_cast<QMouseEvent *>(event); // null: another kind of event
    const PlaneLayout layout = editedLayout();
    const PlaneGeometry shown = geometry(), edited(layout, shown.plane(), shown.area());
    const HandleGeometry handle(*m_state.handle, edited);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        if (!mouse || mouse->button() != Qt::LeftButton || !handle.isHit(mouse->position()))
            return false;
        m_dragging = true;
        setFocus(Qt::MouseFocusReason);
        return true;
    case QEvent::MouseMove: {
        if (!mouse)
            return false;
        if (m_dragging)
            return dragHandle(mouse->pos());
        const bool over = handle.isHit(mouse->position());
        m_plot->setCursor(!over ? Qt::ArrowCursor : handle.movesAcross() ? Qt::SizeHorCursor : Qt::SizeVerCursor);
        setHandleActive(over || hasFocus());
        return over;
    }
    case QEvent::MouseButtonRelease:
        return std::exchange(m_dragging, false);
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int by = key->modifiers() & Qt::ShiftModifier ? 10 : 1;
        const bool more = key->key() == Qt::Key_Right || key->key() == Qt::Key_Down;
        const bool less = key->key() == Qt::Key_Left || key->key() == Qt::Key_Up;
        if (more || less)
            putHandle(handle.moved(more ? by : -by), mapToGlobal(handlePoint()));
        return more || less;
    }
    default:
        return false;
    }
}

} // namespace ard::ui
