// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare/LaneRowHeader.h"
#include "models/LaneNames.h"
#include "paint/LaneMark.h"
#include "plot/TextWidth.h"
#include <QPainter>

namespace ard::ui {

namespace {
constexpr double kMostLetters = 26;
} // namespace

LaneRowHeader::LaneRowHeader(Session *session, const LaneWordsModel *model, QWidget *parent)
    : QHeaderView(Qt::Vertical, parent), m_session(session), m_words(model)
{
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

QString LaneRowHeader::titleOf(int section) const
{
    if (!m_words)
        return {};
    const int lane = m_words->laneOfRow(section);
    const Lane *shown = m_session->board()->at(lane);
    return shown ? laneTitle(*shown, *m_session) : m_words->headerData(section, Qt::Vertical).toString();
}

QSize LaneRowHeader::sizeHint() const
{
    int width = 0;
    for (int section = 0; section < count(); ++section)
        width = std::max(width, fontMetrics().horizontalAdvance(titleOf(section)));
    width = std::min(width, lettersWidth(fontMetrics(), kMostLetters));
    return {width + fontMetrics().height() * 3, QHeaderView::sizeHint().height()};
}

void LaneRowHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    if (!m_words)
        return;
    const Tones &tones = tonesOf(palette());
    const int lane = m_words->laneOfRow(section), side = fontMetrics().height() + 2;
    painter->save();
    painter->fillRect(rect, tones.window);
    painter->setPen(tones.hairline);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->drawLine(rect.topRight(), rect.bottomRight());
    QRect text = rect.adjusted(10, 0, -6, 0);
    if (const Lane *shown = m_session->board()->at(lane)) {
        const QRectF mark(text.left(), rect.center().y() - side / 2.0, side, side);
        paintLaneMark(*painter, shown->mark(), tones, font(), mark);
        text.setLeft(text.left() + side + 8);
    }
    painter->setFont(font());
    painter->setPen(lane < 0 ? tones.muted : tones.text);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                      fontMetrics().elidedText(titleOf(section), Qt::ElideRight, text.width()));
    painter->restore();
}

} // namespace ard::ui

#include "moc_LaneRowHeader.cpp"
