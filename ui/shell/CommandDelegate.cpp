// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/CommandDelegate.h"
#include "models/CommandModel.h"
#include "paint/Tones.h"
#include <QApplication>
#include <QPainter>

namespace ard::ui {

namespace {

constexpr int kMargin = 8, kGap = 14; ///< pixels
const QChar kTick(0x2713);

/// At the right end of the room; what is left of it.
QRect paintAtRight(QPainter &painter, const QRect &room, const QString &text)
{
    if (text.isEmpty())
        return room;
    const QFontMetrics fm = painter.fontMetrics();
    const QString shown = fm.elidedText(text, Qt::ElideRight, room.width());
    painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, shown);
    return room.adjusted(0, 0, -fm.horizontalAdvance(shown) - kGap, 0);
}

} // namespace

void CommandDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget); // ground and marks of the style
    const Tones &tones = tonesOf(row.palette);
    const bool isEnabled = index.data(CommandModel::IsEnabledRole).toBool();
    painter->save();
    painter->setFont(row.font);
    const QFontMetrics fm(row.font);
    const int tick = fm.horizontalAdvance(kTick) + kMargin;
    QRect room = row.rect.adjusted(kMargin, 0, -kMargin, 0);
    const QString name = index.data().toString();
    const QRect words = room.adjusted(tick, 0, 0, 0);
    painter->setPen(isEnabled ? tones.text : tones.muted);
    if (index.data(CommandModel::IsOnRole).toBool())
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter, kTick);
    painter->setPen(tones.muted);
    room = paintAtRight(*painter, words, index.data(CommandModel::KeysRole).toString());
    // The name first: the menu has what it leaves.
    const int wanted = std::min(fm.horizontalAdvance(name), room.width());
    if (room.width() - wanted > kGap)
        room = paintAtRight(*painter, room.adjusted(wanted + kGap, 0, 0, 0),
                            index.data(CommandModel::PlaceRole).toString())
                   .adjusted(-wanted - kGap, 0, 0, 0);
    painter->setPen(isEnabled ? tones.text : tones.muted);
    painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter, fm.elidedText(name, Qt::ElideRight, room.width()));
    painter->restore();
}

QSize CommandDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int height = option.fontMetrics.height();
    return {height * 10, height + height * 2 / 3};
}

} // namespace ard::ui

#include "moc_CommandDelegate.cpp"
