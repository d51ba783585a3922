// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SheetTable: the cells of a contact sheet as tiles that fill the room there is, with heads that stay in sight. Arrows move, Enter
// and a click open, with Shift beside the lanes that are there.
#include "models/SheetModel.h"
#include "views/sheet/SheetPictures.h"
#include <QHeaderView>
#include <QPointer>
#include <QStyledItemDelegate>
#include <QTableView>

namespace ard::ui {

class SheetDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    SheetDelegate(SheetPictures *pictures, QObject *parent) : QStyledItemDelegate(parent), m_pictures(pictures) { }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    SheetPictures *m_pictures;
};

/// Timestep schedule, and seed under it.
class SheetRowHeader : public QHeaderView {
    Q_OBJECT

public:
    SheetRowHeader(const SheetModel *model, QWidget *parent);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    QPointer<const SheetModel> m_sheet; ///< gone before the header when the view is taken down
};

class SheetTable : public QTableView {
    Q_OBJECT

public:
    /// Both must outlive the table.
    SheetTable(SheetModel *model, SheetPictures *pictures, QWidget *parent = nullptr);

Q_SIGNALS:
    void opened(const QModelIndex &index, bool inAnotherLane);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();

    SheetModel *m_model;
    QPersistentModelIndex m_pressed;
};

} // namespace ard::ui
