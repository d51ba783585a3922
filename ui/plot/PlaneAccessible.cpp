// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/PlaneAccessible.h"
#include "plot/PlaneCellAccessible.h"
#include "plot/PlaneView.h"
#include <utility>

namespace ard::ui {

namespace {
QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *view = qobject_cast<PlaneView *>(object);
    return view ? new PlaneAccessible(view) : nullptr;
}
} // namespace

PlaneAccessible::PlaneAccessible(PlaneView *view) : QAccessibleWidget(view, QAccessible::Table) { }

PlaneAccessible::~PlaneAccessible()
{
    forget();
}

PlaneView *PlaneAccessible::view() const
{
    return static_cast<PlaneView *>(widget());
}

void PlaneAccessible::install()
{
    static const bool once = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(once)
}

void PlaneAccessible::tellFocus(PlaneView *view)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleInterface *plane = QAccessible::queryAccessibleInterface(view);
    if (!plane || !view->hasFocus() || !plane->tableInterface() || plane->tableInterface()->selectedCellCount() == 0)
        return;
    QAccessibleEvent event(plane->focusChild(), QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

void PlaneAccessible::tellReset(PlaneView *view)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleTableModelChangeEvent event(view, QAccessibleTableModelChangeEvent::ModelReset);
    QAccessible::updateAccessibility(&event);
}

QString PlaneAccessible::text(QAccessible::Text kind) const
{
    if (kind == QAccessible::Description)
        if (const QString told = view()->description(); !told.isEmpty())
            return told;
    return QAccessibleWidget::text(kind);
}

void *PlaneAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this)
                                               : QAccessibleWidget::interface_cast(type);
}

int PlaneAccessible::rowCount() const
{
    const PlaneState &state = view()->state();
    return state.preview || state.layout.isEmpty() ? 0 : state.layout.modelCalls();
}

int PlaneAccessible::columnCount() const
{
    const PlaneState &state = view()->state();
    return state.preview || state.layout.isEmpty() ? 0 : state.layout.columns();
}

QString PlaneAccessible::rowDescription(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    return PlaneView::tr("model call %1, sentence step %2")
        .arg(row + 1)
        .arg(view()->state().layout.sentenceStep(row + 1));
}

QString PlaneAccessible::columnDescription(int column) const
{
    return column < 0 || column >= columnCount() ? QString() : PlaneView::tr("position %1").arg(column);
}

QAccessibleInterface *PlaneAccessible::cellAt(int row, int column) const
{
    if (row < 0 || row >= rowCount() || column < 0 || column >= columnCount())
        return nullptr;
    const qint64 key = qint64{row} << 32 | column;
    if (const auto known = m_cells.constFind(key); known != m_cells.constEnd())
        return QAccessible::accessibleInterface(*known);
    QAccessibleInterface *cell = new PlaneCellAccessible(view(), {column, row + 1});
    m_cells.insert(key, QAccessible::registerAccessibleInterface(cell));
    return cell;
}

QAccessibleInterface *PlaneAccessible::chosen() const
{
    const std::optional<PlaneCell> &cell = view()->state().selected;
    return cell ? cellAt(cell->call - 1, cell->position) : nullptr;
}

int PlaneAccessible::selectedCellCount() const
{
    return chosen() ? 1 : 0;
}

QList<QAccessibleInterface *> PlaneAccessible::selectedCells() const
{
    QAccessibleInterface *cell = chosen();
    return cell ? QList<QAccessibleInterface *>{cell} : QList<QAccessibleInterface *>();
}

int PlaneAccessible::childCount() const
{
    return QAccessibleWidget::childCount() + rowCount() * columnCount();
}

QAccessibleInterface *PlaneAccessible::child(int index) const
{
    const int widgets = QAccessibleWidget::childCount(), columns = columnCount();
    if (index < widgets || columns == 0)
        return QAccessibleWidget::child(index);
    return cellAt((index - widgets) / columns, (index - widgets) % columns);
}

int PlaneAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *cell = dynamic_cast<const PlaneCellAccessible *>(child);
    if (!cell)
        return QAccessibleWidget::indexOfChild(child);
    if (!cell->isValid() || cell->view() != view())
        return -1;
    return QAccessibleWidget::childCount() + cell->rowIndex() * columnCount() + cell->columnIndex();
}

QAccessibleInterface *PlaneAccessible::childAt(int x, int y) const
{
    if (const auto cell = view()->cellUnder(view()->mapFromGlobal(QPoint(x, y))))
        if (QAccessibleInterface *found = cellAt(cell->call - 1, cell->position))
            return found;
    return QAccessibleWidget::childAt(x, y);
}

QAccessibleInterface *PlaneAccessible::focusChild() const
{
    if (view()->hasFocus())
        if (QAccessibleInterface *cell = chosen())
            return cell;
    return QAccessibleWidget::focusChild();
}

void PlaneAccessible::modelChange(QAccessibleTableModelChangeEvent *)
{
    forget();
}

void PlaneAccessible::forget()
{
    for (const QAccessible::Id cell : std::exchange(m_cells, {}))
        QAccessible::deleteAccessibleInterface(cell);
}

} // namespace ard::ui
