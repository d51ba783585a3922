// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LaneWordDelegate: a word of a lane: bold when it can change no more; underlined and on a tint where the lanes differ; below it
// the model call since which it stands, in a pill where no other lane had it earlier; and when the lane had the reference's word.
#include "models/LaneWordsModel.h"
#include <QStyledItemDelegate>

namespace ard::ui {

class LaneWordDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace ard::ui
