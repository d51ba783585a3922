// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// TextStripView: how the words and their settle steps look.
#include "paint/Tones.h"
#include "views/strip/TextStripView.h"
#include <QPainter>
#include <QScrollBar>

namespace ard::ui {

namespace {
constexpr double kWordScale = 1.75; ///< size of the words in base font sizes: read from the last row
constexpr double kSmallScale = 0.82;
} // namespace

QFont TextStripView::smallFont() const
{
    QFont small = font();
    small.setPointSizeF(font().pointSizeF() * kSmallScale);
    return small;
}

QFont TextStripView::wordFont(const Token &token) const
{
    QFont large = font();
    large.setPointSizeF(font().pointSizeF() * kWordScale);
    const bool settled = token.phase == TextStripModel::TokenPhase::Settled;
    large.setBold(settled && !token.padding);
    large.setItalic(!settled && !token.padding);
    return large;
}

double TextStripView::wordHeight() const
{
    return QFontMetricsF(wordFont({})).height() + 6;
}

double TextStripView::titleWidth() const
{
    const QFontMetricsF fm(smallFont());
    return std::max(fm.horizontalAdvance(tr("settled by word")), fm.horizontalAdvance(tr("by schedule"))) + 16;
}

void TextStripView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const Tones &tones = tonesOf(palette());
    painter.fillRect(viewport()->rect(), tones.surface);
    if (m_tokens.empty()) {
        painter.setPen(tones.muted);
        painter.drawText(viewport()->rect().adjusted(kMargin, 0, -kMargin, 0), Qt::AlignVCenter | Qt::TextWordWrap,
                         tr("The words appear here: type a source on the left and press Run (F5)."));
    } else {
        painter.translate(kMargin, kMargin / 2 - verticalScrollBar()->value());
        double lastTop = -1;
        for (int n = 0; n < static_cast<int>(m_tokens.size()); ++n) {
            const QRectF &box = m_layout.boxes[static_cast<std::size_t>(n)];
            if (box.top() != lastTop)
                drawRowTitles(painter, lastTop = box.top());
            drawToken(painter, n);
        }
        painter.resetTransform();
    }
    if (hasFocus()) {
        painter.setPen(QPen(tones.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(2, 2, -2, -2), 4, 4);
    }
}

void TextStripView::drawRowTitles(QPainter &painter, double top) const
{
    const QFontMetricsF small(smallFont());
    painter.setFont(smallFont());
    painter.setPen(tonesOf(palette()).muted);
    const double y = top + wordHeight(), width = titleWidth() - 16;
    painter.drawText(QRectF(0, y, width, small.height()), Qt::AlignLeft | Qt::AlignVCenter, tr("settled by word"));
    painter.drawText(QRectF(0, y + small.height(), width, small.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("by schedule"));
}

void TextStripView::drawToken(QPainter &painter, int position) const
{
    const Tones &tones = tonesOf(palette());
    const Token &token = m_tokens[static_cast<std::size_t>(position)];
    const QRectF box = m_layout.boxes[static_cast<std::size_t>(position)].translated(titleWidth(), 0);
    const QRectF word(box.left(), box.top(), box.width(), wordHeight());
    const QRectF frame = box.adjusted(-3, 1, 3, -5);
    painter.setBrush(Qt::NoBrush);
    if (m_session->selection()->selected().position == position) {
        QColor fill = tones.accent;
        fill.setAlphaF(0.14f);
        painter.setBrush(fill);
        painter.setPen(QPen(tones.accent, 2));
        painter.drawRoundedRect(frame, 4, 4);
    } else if (m_session->selection()->hovered().position == position) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tones.raised);
        painter.drawRoundedRect(frame, 4, 4);
    }
    if (token.phase == TextStripModel::TokenPhase::Noise && token.text.isEmpty()) {
        painter.setPen(QPen(tones.outline, 1));
        painter.setBrush(QBrush(tones.outline, Qt::Dense6Pattern));
        painter.drawRoundedRect(word.adjusted(1, word.height() * 0.28, -1, -word.height() * 0.2), 3, 3);
        return;
    }
    painter.setFont(wordFont(token));
    if (token.padding) {
        painter.setPen(tones.outline);
        painter.drawText(word, Qt::AlignCenter, QStringLiteral("·"));
        return;
    }
    const bool settled = token.phase == TextStripModel::TokenPhase::Settled;
    painter.setPen(settled ? tones.text : tones.unsettled);
    painter.drawText(word, Qt::AlignCenter | Qt::TextDontClip, token.text);
    const double line = word.bottom() - 3;
    if (!settled) {
        painter.setPen(QPen(tones.unsettled, 1.6, Qt::DotLine));
        painter.drawLine(QPointF(word.left() + 1, line), QPointF(word.right() - 1, line));
    }
    if (token.changed) { // changed in this very step: a thick line, seen without colour
        painter.setPen(QPen(tones.front, 3.2, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(word.left() + 2, line), QPointF(word.right() - 2, line));
    }
    drawSettleSteps(painter, token, box);
}

void TextStripView::drawSettleSteps(QPainter &painter, const Token &token, const QRectF &box) const
{
    const Tones &tones = tonesOf(palette());
    const int step = m_model.step();
    const QFontMetricsF small(smallFont());
    QRectF row(box.left() - 4, box.top() + wordHeight(), box.width() + 8, small.height());
    const int settles[] = {token.byWord, token.bySchedule};
    for (const int &settle : settles) {
        const bool reached = settle > 0 && settle <= step;
        painter.setFont(smallFont());
        const bool known = reached && (!token.provisional || &settle == &settles[1]);
        painter.setPen(known ? tones.text : tones.outline);
        painter.drawText(row, Qt::AlignCenter, known ? QString::number(settle) : QStringLiteral("–"));
        row.translate(0, small.height());
    }
}

} // namespace ard::ui
