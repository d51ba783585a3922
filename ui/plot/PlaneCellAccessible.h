// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlaneCellAccessible: one cell of the plane for those who hear it: its sentence, its place, and that it can be chosen. Owned by
// QAccessible, made and dropped by PlaneAccessible.
#include "paint/PlaneLayout.h"
#include <QAccessible>
#include <QPointer>

namespace ard::ui {

class PlaneView;

class PlaneCellAccessible : public QAccessibleInterface,
                            public QAccessibleTableCellInterface,
                            public QAccessibleActionInterface {
public:
    PlaneCellAccessible(PlaneView *view, PlaneCell cell);

    const PlaneView *view() const;

    bool isValid() const override; ///< the plane has such a cell still
    QObject *object() const override { return nullptr; }
    QWindow *window() const override;
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::Cell; }
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QList<QAccessibleInterface *> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_cell.position; }
    int rowIndex() const override { return m_cell.call - 1; }
    bool isSelected() const override;
    QAccessibleInterface *table() const override { return parent(); }

    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override; ///< it becomes the chosen one
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<PlaneView> m_view;
    PlaneCell m_cell;
};

} // namespace ard::ui
