// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// PlaneView: the handle of the timestep schedule, moved by pointer and keys.
#include "plot/PlaneView.h"
#include <QMouseEvent>
#include <QToolTip>
#include <qcustomplot.h>
#include <utility>

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
    bool *const now = m_state.handle ? &m_state.handle->active : m_state.fronts ? &m_state.fronts->active : nullptr;
    if (!now || std::exchange(*now, active) == active)
        return;
    schedule(Front);
}

void PlaneView::setFronts(std::optional<FrontHandles> fronts)
{
    if (fronts && m_state.fronts) {
        fronts->chosen = m_state.fronts->chosen;
        fronts->active = m_state.fronts->active;
    }
    if (fronts)
        fronts->chosen = fronts->clamped(fronts->chosen);
    m_state.fronts = std::move(fronts);
    if (!m_state.handle && !m_state.fronts)
        m_dragging = false;
    schedule(Front);
}

QPoint PlaneView::frontPoint(const FrontPoint &point) const
{
    if (!m_state.fronts)
        return {};
    const PlaneLayout layout = editedLayout();
    const PlaneGeometry shown = geometry(), edited(layout, shown.plane(), shown.area());
    return m_plot->mapTo(this, m_state.fronts->pointOf(point, edited)).toPoint();
}

void PlaneView::chooseFront(const FrontPoint &point)
{
    m_state.fronts->chosen = m_state.fronts->clamped(point);
    schedule(Front);
}

/// A fast pointer leaves positions out: they lie on the line to where it is now.
void PlaneView::drawFront(const QPoint &to)
{
    const PlaneLayout layout = editedLayout();
    const PlaneGeometry shown = geometry(), edited(layout, shown.plane(), shown.area());
    const int front = m_state.fronts->chosen.front;
    const int first = m_state.fronts->positionAt(m_drawnTo.x(), edited),
              last = m_state.fronts->positionAt(to.x(), edited), step = first <= last ? 1 : -1;
    const QPoint from = std::exchange(m_drawnTo, to);
    for (int n = first; m_state.fronts; n += step) { // who is told may take them away
        const double share = first == last ? 1 : static_cast<double>(n - first) / (last - first);
        const double y = from.y() + (to.y() - from.y()) * share;
        chooseFront({front, n});
        Q_EMIT frontDrawn({front, n}, FrontHandles::timestepAt(y, edited));
        if (n == last)
            break;
    }
}

bool PlaneView::frontsKey(const QKeyEvent &event)
{
    const FrontHandles &handles = *m_state.fronts;
    const FrontPoint chosen = handles.chosen;
    const int by = std::max(1, handles.fronts.diffusionSteps() / (event.modifiers() & Qt::ShiftModifier ? 20 : 100));
    const int now = handles.fronts.timestep(chosen.front, chosen.position);
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        chooseFront({chosen.front, chosen.position + (event.key() == Qt::Key_Right ? 1 : -1)});
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        chooseFront({chosen.front + (event.key() == Qt::Key_PageDown ? 1 : -1), chosen.position});
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        Q_EMIT frontDrawn(
            chosen, std::clamp(now + (event.key() == Qt::Key_Up ? by : -by), 0, handles.fronts.diffusionSteps() - 1));
        return true;
    default:
        return false;
    }
}

bool PlaneView::frontsEvent(QEvent *event)
{
    if (event->type() == QEvent::KeyPress)
        return frontsKey(*static_cast<QKeyEvent *>(event));
    if (event->type() == QEvent::MouseButtonRelease)
        return std::exchange(m_dragging, false);
    const auto *mouse = dynamic_cast<QMouseEvent *>(event); // null: another kind of event
    if (!mouse || (event->type() != QEvent::MouseMove && event->type() != QEvent::MouseButtonPress))
        return false;
    if (event->type() == QEvent::MouseMove && m_dragging) {
        drawFront(mouse->pos());
        return true;
    }
    const PlaneLayout layout = editedLayout();
    const PlaneGeometry shown = geometry(), edited(layout, shown.plane(), shown.area());
    const std::optional<FrontPoint> point = m_state.fronts->at(mouse->position(), edited);
    if (event->type() == QEvent::MouseMove) {
        m_plot->setCursor(point ? Qt::SizeVerCursor : Qt::ArrowCursor);
        setHandleActive(point || hasFocus());
        return point.has_value();
    }
    if (!point || mouse->button() != Qt::LeftButton)
        return false;
    m_dragging = true;
    m_drawnTo = mouse->pos();
    chooseFront(*point);
    setFocus(Qt::MouseFocusReason);
    return true;
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
    if (m_state.layout.isEmpty())
        return false;
    if (!m_state.handle)
        return m_state.fronts && frontsEvent(event);
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
