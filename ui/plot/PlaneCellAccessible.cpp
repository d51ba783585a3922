// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/PlaneCellAccessible.h"
#include "plot/PlaneView.h"

namespace ard::ui {

PlaneCellAccessible::PlaneCellAccessible(PlaneView *view, PlaneCell cell) : m_view(view), m_cell(cell) { }

const PlaneView *PlaneCellAccessible::view() const
{
    return m_view;
}

bool PlaneCellAccessible::isValid() const
{
    if (!m_view || m_view->state().preview)
        return false;
    const PlaneLayout &layout = m_view->state().layout;
    return m_cell.call <= layout.modelCalls() && m_cell.position < layout.columns();
}

QWindow *PlaneCellAccessible::window() const
{
    const QAccessibleInterface *plane = parent();
    return plane ? plane->window() : nullptr;
}

QAccessibleInterface *PlaneCellAccessible::parent() const
{
    return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
}

QString PlaneCellAccessible::text(QAccessible::Text kind) const
{
    return isValid() && kind == QAccessible::Name ? m_view->cellText(m_cell) : QString();
}

QRect PlaneCellAccessible::rect() const
{
    if (!isValid())
        return {};
    const QRect inView = m_view->cellRect(m_cell);
    return {m_view->mapToGlobal(inView.topLeft()), inView.size()};
}

bool PlaneCellAccessible::isSelected() const
{
    return isValid() && m_view->state().selected == m_cell;
}

QAccessible::State PlaneCellAccessible::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    state.focusable = state.selectable = true;
    state.readOnly = true;
    state.invisible = !m_view->isVisible();
    state.selected = isSelected();
    state.focused = state.selected && m_view->hasFocus();
    return state;
}

void *PlaneCellAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableCellInterface)
        return static_cast<QAccessibleTableCellInterface *>(this);
    if (type == QAccessible::ActionInterface)
        return static_cast<QAccessibleActionInterface *>(this);
    return nullptr;
}

void PlaneCellAccessible::doAction(const QString &name)
{
    if (isValid() && name == pressAction())
        Q_EMIT m_view->cellSelected(m_cell.position, m_cell.call);
}

} // namespace ard::ui
