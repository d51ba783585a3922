// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlaneAccessible: the plane for those who hear it: a table with a row for each model call and a column for each position that is
// shown. What a cell says is made when somebody asks: a sentence of each cell would be made at every step of every film otherwise. The
// focus is the chosen cell. A plan without a run has no rows: it has no words yet.
#include "paint/PlaneLayout.h"
#include <QAccessibleWidget>
#include <QHash>

namespace ard::ui {

class PlaneView;

class PlaneAccessible : public QAccessibleWidget, public QAccessibleTableInterface {
public:
    explicit PlaneAccessible(PlaneView *view);
    ~PlaneAccessible() override;

    /// Once in a program: planes are known to QAccessible.
    static void install();
    /// To those who listen: the chosen cell has the focus now; nothing where none is chosen.
    static void tellFocus(PlaneView *view);
    /// To those who listen: it has other rows and columns.
    static void tellReset(PlaneView *view);

    QString text(QAccessible::Text kind) const override;
    void *interface_cast(QAccessible::InterfaceType type) override;
    /// The widgets in the plane (title, legend ..), then the cells, row by row.
    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override;
    int rowCount() const override;
    int columnCount() const override;
    QString rowDescription(int row) const override;
    QString columnDescription(int column) const override;
    int selectedCellCount() const override;
    QList<QAccessibleInterface *> selectedCells() const override;
    int selectedRowCount() const override { return 0; }
    int selectedColumnCount() const override { return 0; }
    QList<int> selectedRows() const override { return {}; }
    QList<int> selectedColumns() const override { return {}; }
    bool isRowSelected(int) const override { return false; }
    bool isColumnSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *event) override;

private:
    PlaneView *view() const;
    QAccessibleInterface *chosen() const; ///< nullptr: none
    void forget();

    mutable QHash<qint64, QAccessible::Id> m_cells; ///< those that somebody asked for, by row and column
};

} // namespace ard::ui
