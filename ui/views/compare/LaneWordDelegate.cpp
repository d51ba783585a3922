// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare/LaneWordDelegate.h"
#include "paint/CachedText.h"
#include "paint/Pens.h"
#include "paint/Tones.h"
#include <QPainter>

namespace ard::ui {

namespace {

void paintWord(QPainter &painter, const QRectF &line, const QModelIndex &index, const QFont &base, const Tones &tones)
{
    const bool isReference = index.data(LaneWordsModel::LaneRole).toInt() < 0;
    const bool isFinal = isReference || index.data(LaneWordsModel::FinalRole).toBool();
    const WordStyle style = wordStyle(tones, isFinal, false);
    QFont font = base;
    font.setBold(style.bold && !isReference);
    painter.setPen(isReference ? tones.muted : style.ink);
    const CachedText words(font);
    const QString word = words.elided(index.data().toString(), line.width());
    words.paintCentred(painter, line, word);
    const double half = words.width(word) / 2, y = line.center().y() + words.height() / 2 - 1;
    const double left = line.center().x() - half, right = line.center().x() + half;
    if (!isReference && index.data(LaneWordsModel::DiffersRole).toBool()) {
        painter.setPen(QPen(tones.accent, 2));
        painter.drawLine(QPointF(left, y), QPointF(right, y));
    } else if (style.dotted) {
        paintDottedLine(painter, left, right, y, tones.unsettled, 1.4);
    }
}

/// The call, in a filled pill where no other lane was earlier.
void paintSince(QPainter &painter, const QRectF &line, const QModelIndex &index, const Tones &tones)
{
    const int since = index.data(LaneWordsModel::SinceRole).toInt();
    if (since <= 0)
        return;
    const QString text = QString::number(since);
    if (!index.data(LaneWordsModel::FirstRole).toBool()) {
        painter.setPen(tones.muted);
        painter.drawText(line, Qt::AlignCenter, text);
        return;
    }
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 12;
    QRectF pill(0, 0, width, line.height() - 1);
    pill.moveCenter(line.center());
    painter.setPen(Qt::NoPen);
    painter.setBrush(tones.accent);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setPen(tones.onAccent);
    painter.drawText(pill, Qt::AlignCenter, text);
}

} // namespace

void LaneWordDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tones &tones = tonesOf(option.palette);
    const QRectF rect(option.rect);
    const bool isReference = index.data(LaneWordsModel::LaneRole).toInt() < 0;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(rect, faded(tones.accent, 0.2));
    else if (!isReference && index.data(LaneWordsModel::DiffersRole).toBool())
        painter->fillRect(rect, faded(tones.accent, 0.08));
    const QFont small = scaledFont(option.font, 0.82);
    const double word = QFontMetricsF(option.font).height() + 4, height = QFontMetricsF(small).height() + 1;
    paintWord(*painter, isReference ? rect : QRectF(rect.left() + 2, rect.top() + 2, rect.width() - 4, word), index,
              option.font, tones);
    painter->setFont(small);
    QRectF line(rect.left(), rect.top() + word + 1, rect.width(), height);
    if (!isReference)
        paintSince(*painter, line, index, tones);
    if (const int first = index.data(LaneWordsModel::ReferenceFirstRole).toInt(); first > 0 && !isReference) {
        line.translate(0, height);
        const int since = index.data(LaneWordsModel::ReferenceSinceRole).toInt();
        painter->setPen(since > 0 ? tones.good : tones.muted);
        painter->drawText(line, Qt::AlignCenter, since > 0 ? tr("✓ %1").arg(since) : tr("%1 lost").arg(first));
    }
    painter->restore();
}

} // namespace ard::ui

#include "moc_LaneWordDelegate.cpp"
