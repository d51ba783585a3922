// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/strip/TextStripView.h"
#include "models/CellSentence.h"
#include "views/common/KeyNote.h"
#include "views/strip/StripAccessible.h"
#include "views/strip/StripWords.h"
#include "views/whatif/WhatIfMenu.h"
#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

namespace ard::ui {

namespace {
constexpr double kMostOfWindow = 0.22; ///< no more than this share of the height of the window
constexpr double kScaleStep = 0.05;
} // namespace

TextStripView::TextStripView(Session *session, Lane *lane, QWidget *parent)
    : QAbstractScrollArea(parent), m_session(session), m_lane(lane), m_model(m_lane, session->cursor())
{
    StripAccessible::install();
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("The sentence at this step"));
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &TextStripView::reload);
    const auto reloadAnew = [this] {
        startAnew();
        reload();
    };
    connect(&m_model, &QAbstractItemModel::modelReset, this, reloadAnew);
    connect(session->positions(), &ShownPositions::changed, this, reloadAnew);
    const auto repaint = [this] { viewport()->update(); };
    connect(session->cursor(), &Cursor::selectedChanged, this, repaint);
    connect(session->cursor(), &Cursor::hoveredChanged, this, repaint);
    connect(session->shares(), &TokenShares::changed, this, repaint);
    reload();
}

void TextStripView::reload()
{
    m_words = stripWords(m_model, m_session->positions()->shown(m_model.rowCount()));
    relayout();
    viewport()->update();
}

QString TextStripView::spokenName() const
{
    const QString told = momentSentence(*m_lane->film(), m_model.moment());
    return told.isEmpty() ? accessibleName() : told;
}

QString TextStripView::spokenSelection() const
{
    const Cell cell{selectedPosition(), m_model.moment(), laneIndex()};
    const QString told = cellSentence(*m_lane->film(), cell, m_model.moment(), m_model.sight());
    return told.isEmpty() ? tr("Left and right choose a position") : told;
}

void TextStripView::startAnew()
{
    m_reserved = 0;
    m_scale = 1;
    m_leavesStepsOut = false;
}

StripPainter TextStripView::stripAt(double scale) const
{
    return {{m_words, &tonesOf(palette()), font(), m_compact || m_leavesStepsOut, scale},
            viewport()->width() - 2.0 * kMargin};
}

int TextStripView::linesWithRoom() const
{
    const double room = window()->height() * (m_compact ? m_mostOfWindow : kMostOfWindow);
    return std::clamp(static_cast<int>(room / m_strip.lineHeight()), 1, m_mostLines);
}

/// A whole sentence in smaller words, without the calls after which they settled, says more than its first half with them.
void TextStripView::shrinkToFit()
{
    if (!m_compact && !m_leavesStepsOut && m_strip.lines() > linesWithRoom()) {
        m_leavesStepsOut = true;
        m_reserved = 0;
        m_strip = stripAt(m_scale);
    }
    while (m_compact && m_strip.lines() > linesWithRoom() && m_scale > m_leastScale)
        m_strip = stripAt(m_scale = std::max(m_leastScale, m_scale - kScaleStep));
}

void TextStripView::relayout()
{
    m_strip = stripAt(m_scale);
    shrinkToFit();
    const double line = m_strip.lineHeight();
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(static_cast<int>(line));
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_strip.height()) + kMargin - viewport()->height()));
    const double wanted = std::clamp(m_strip.lines(), 1, linesWithRoom()) * line;
    if (wanted > m_reserved || m_words.empty()) {
        m_reserved = wanted;
        updateGeometry();
        Q_EMIT wantedHeightChanged();
    }
}

void TextStripView::setCompact(bool compact, int mostLines)
{
    if (compact == m_compact && mostLines == m_mostLines)
        return;
    m_compact = compact;
    m_mostLines = mostLines;
    startAnew();
    relayout();
}

void TextStripView::setMostOfWindow(double share, double leastScale)
{
    if (share == m_mostOfWindow && leastScale == m_leastScale)
        return;
    m_mostOfWindow = share;
    m_leastScale = leastScale;
    startAnew();
    relayout();
}

QSize TextStripView::sizeHint() const
{
    return {600, static_cast<int>(m_reserved) + kMargin};
}

QSize TextStripView::minimumSizeHint() const
{
    return {200, static_cast<int>(m_strip.lineHeight()) - 8 + kMargin};
}

QPointF TextStripView::stripTopLeft() const
{
    return {kMargin, kMargin / 2.0 - verticalScrollBar()->value()};
}

QRect TextStripView::tokenRect(int position) const
{
    return m_strip.wordRect(position).translated(stripTopLeft()).toRect();
}

int TextStripView::positionAt(const QPoint &position) const
{
    return m_strip.wordAt(position - stripTopLeft());
}

void TextStripView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const Tones &tones = tonesOf(palette());
    painter.fillRect(viewport()->rect(), tones.surface);
    if (m_strip.isEmpty()) {
        painter.setPen(tones.muted);
        painter.drawText(viewport()->rect().adjusted(kMargin, 0, -kMargin, 0), Qt::AlignVCenter | Qt::TextWordWrap,
                         (m_compact ? tr("The words appear here: press Run%1.")
                                    : tr("The words appear here: type a source on the left and press Run%1."))
                             .arg(keyNote(QStringLiteral("run.start"))));
    } else {
        const Cell hovered = m_session->cursor()->hovered();
        // Whole lines only: the upper edge of the next one would look like a fault.
        const double line = m_strip.lineHeight();
        const int lines = std::max(1, static_cast<int>((viewport()->height() - kMargin / 2.0) / line));
        painter.setClipRect(QRectF(0, 0, viewport()->width(), kMargin / 2.0 + lines * line));
        m_strip.paint(painter, stripTopLeft(), m_session->cursor()->position(),
                      hovered.lane == laneIndex() ? hovered.position : -1, m_session->shares()->of(m_lane));
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tones.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(2, 2, -2, -2), 4, 4);
    }
}

void TextStripView::selectPosition(int position)
{
    if (m_words.empty())
        return;
    const int n = std::clamp(position, 0, static_cast<int>(m_words.size()) - 1);
    m_session->cursor()->select({n, m_model.moment(), laneIndex()});
    scrollTo(n);
}

void TextStripView::scrollTo(int position)
{
    const QRect box = tokenRect(position);
    if (box.top() < 0 || box.bottom() > viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + box.top());
}

void TextStripView::keyPressEvent(QKeyEvent *event)
{
    const int now = m_session->cursor()->position();
    if (event->key() == Qt::Key_Left)
        selectPosition(now < 0 ? 0 : now - 1);
    else if (event->key() == Qt::Key_Right)
        selectPosition(now + 1);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void TextStripView::mouseMoveEvent(QMouseEvent *event)
{
    const int n = positionAt(event->pos());
    if (n >= 0)
        m_session->cursor()->hover(n, m_model.moment(), laneIndex());
    else
        m_session->cursor()->clearHover();
}

void TextStripView::mousePressEvent(QMouseEvent *event)
{
    const int n = positionAt(event->pos());
    if (event->button() == Qt::LeftButton && n >= 0)
        selectPosition(n);
}

void TextStripView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const int n = isKey ? m_session->cursor()->position() : positionAt(event->pos());
    if (n < 0 || !m_lane->run())
        return;
    selectPosition(n);
    const QPoint place = isKey ? viewport()->mapToGlobal(tokenRect(n).bottomLeft()) : event->globalPos();
    showWhatIf(m_session, {n, m_model.moment(), laneIndex()}, this, place);
}

void TextStripView::leaveEvent(QEvent *event)
{
    m_session->cursor()->clearHover();
    QAbstractScrollArea::leaveEvent(event);
}

void TextStripView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void TextStripView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void TextStripView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width() || m_strip.lines() > 1)
        startAnew();
    relayout();
    // Asked for again after this layout pass: a hint that changes inside it is not seen.
    QMetaObject::invokeMethod(
        this, [this] { updateGeometry(); }, Qt::QueuedConnection);
}

void TextStripView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) {
        startAnew();
        reload();
    } else if (event->type() == QEvent::PaletteChange) {
        relayout();
    }
}

} // namespace ard::ui

#include "moc_TextStripView.cpp"
