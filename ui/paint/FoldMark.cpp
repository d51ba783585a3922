// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/FoldMark.h"
#include "paint/Pens.h"
#include <QFontMetricsF>
#include <QPainter>

namespace ard::ui {

double FoldMark::width(const QFont &font)
{
    return std::ceil(QFontMetricsF(font).height() * 1.35);
}

QString FoldMark::text(int positions, bool folded)
{
    if (positions == 1)
        return folded ? tr("1 more position") : tr("fold 1 position");
    return (folded ? tr("%1 more positions") : tr("fold %1 positions")).arg(positions);
}

void FoldMark::paint(QPainter &painter, const FoldMarkState &state, const QRectF &rect)
{
    const Tones &tones = *state.tones;
    const SmoothLines smooth(painter);
    painter.setPen(QPen(state.active ? tones.accent : tones.outline, state.active ? 2 : 1));
    painter.setBrush(state.active ? tones.raised : tones.window);
    painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), 5, 5);
    painter.setPen(state.active ? tones.text : tones.muted);
    painter.setFont(state.font);
    painter.translate(rect.center());
    painter.rotate(90);
    painter.drawText(
        QRectF(-rect.height() / 2, -rect.width() / 2, rect.height(), rect.width()), Qt::AlignCenter,
        QFontMetricsF(state.font).elidedText(text(state.positions, state.folded), Qt::ElideRight, rect.height() - 8));
}

} // namespace ard::ui
