// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// GridDelegate: one cell of the token grid, painted by GridPainter from the roles of StepTableModel.
#include "paint/Quantity.h"
#include <QStyledItemDelegate>

namespace ard::ui {

class GridDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// scale must outlive the delegate.
    GridDelegate(const QuantityScale *scale, QObject *parent) : QStyledItemDelegate(parent), m_scale(scale) { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QColor fill(const QModelIndex &index) const;

private:
    const QuantityScale *m_scale;
};

} // namespace ard::ui
