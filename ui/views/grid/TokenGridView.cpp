// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/grid/TokenGridView.h"
#include "paint/Tones.h"
#include "session/FollowLane.h"
#include "views/common/KeptHeader.h"
#include "views/grid/GridDelegate.h"
#include "views/whatif/WhatIfMenu.h"
#include <QHash>
#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <numeric>
#include <utility>

namespace ard::ui {

TokenGridView::TokenGridView(Session *session, QWidget *parent)
    : QTableView(parent), m_session(session), m_lane(session->cursor()->lane()), m_steps(m_lane, session->cursor())
{
    setAccessibleName(tr("Table of executed steps by position"));
    setHorizontalHeader(new KeptHeader(Qt::Horizontal, this));
    setVerticalHeader(new KeptHeader(Qt::Vertical, this));
    setModel(&m_steps);
    setItemDelegate(new GridDelegate(&m_scale, this));
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setShowGrid(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    followLane(session->cursor(), this, [this](Lane *lane) {
        m_lane = lane;
        m_steps.setLane(lane);
        connect(lane->film(), &Film::runChanged, this, [this] {
            setFollowing(true);
            showFilm();
        });
        connect(lane->film(), &Film::planChanged, this, &TokenGridView::showFilm);
        connect(lane->film(), &Film::grew, this, &TokenGridView::absorb);
        showFilm();
    });
    connect(session->cursor(), &Cursor::momentChanged, this, &TokenGridView::showMoment);
    connect(session->cursor(), &Cursor::selectedChanged, this, &TokenGridView::showSelection);
    connect(session->positions(), &ShownPositions::changed, this, &TokenGridView::applySizes);
    connect(verticalScrollBar(), &QScrollBar::sliderPressed, this, [this] { setFollowing(false); });
}

void TokenGridView::showFilm()
{
    m_scale.entropyMaximum = 1;
    m_widest.clear();
    applySizes();
    const Run *run = m_lane->run();
    if (!run)
        return;
    m_scale.diffusionSteps = run->diffusionSteps();
    absorb(1, run->frameCount());
    showMoment();
    showSelection();
}

QString TokenGridView::tableText() const
{
    const int columns = m_steps.columnCount();
    QStringList head{tr("call")}, lines;
    for (int column = 0; column < columns; ++column)
        head << m_steps.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    lines << head.join(QLatin1Char('\t'));
    for (int row = 0; row < m_steps.rowCount(); ++row) {
        QStringList words{m_steps.headerData(row, Qt::Vertical, Qt::DisplayRole).toString()};
        for (int column = 0; column < columns; ++column)
            words << m_steps.index(row, column).data().toString();
        lines << words.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void TokenGridView::absorb(int first, int last)
{
    const Film &film = *m_lane->film();
    QFont bold = font();
    bold.setBold(true); // settled words
    const QFontMetrics fm(bold);
    QHash<std::int32_t, int> widths; // a word comes again and again
    const std::vector<int> before = m_widest;
    m_widest.resize(static_cast<std::size_t>(film.length()));
    for (int call = first; call <= last; ++call)
        for (int n = 0; n < film.length(); ++n) {
            const TokenState &token = *film.token(call, n);
            const double entropy = static_cast<double>(token.entropy);
            m_scale.entropyMaximum = std::max(m_scale.entropyMaximum, roundedEntropyMaximum(entropy));
            int &widest = m_widest[static_cast<std::size_t>(n)];
            auto width = widths.find(token.wordId);
            if (width == widths.end()) // PAD is shown as a point
                width = widths.insert(token.wordId,
                                      film.isPadding(call, n) ? 0 : fm.horizontalAdvance(film.label(call, n)));
            widest = std::max(widest, *width);
        }
    if (m_widest != before)
        applySizes();
}

void TokenGridView::setQuantity(Quantity quantity)
{
    m_scale.quantity = quantity;
    viewport()->update();
}

void TokenGridView::setFollowing(bool following)
{
    if (following == m_following)
        return;
    m_following = following;
    Q_EMIT followingChanged(following);
    if (following)
        showMoment();
}

void TokenGridView::showMoment()
{
    if (!isVisible()) // scrolling lays the whole table out; when it is shown
        return;
    const int row = m_steps.rowOf(m_steps.moment());
    if (m_following && row >= 0 && row < m_steps.rowCount())
        scrollTo(m_steps.index(row, std::max(0, columnAt(1))), EnsureVisible);
    viewport()->update();
}

void TokenGridView::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    showMoment();
}

void TokenGridView::showSelection()
{
    const bool before = std::exchange(m_linking, true);
    const int position = m_session->cursor()->position();
    const QModelIndex index = position >= 0 ? m_steps.index(m_steps.rowOf(m_steps.moment()), position) : QModelIndex();
    if (index.isValid())
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    else
        selectionModel()->clear();
    m_linking = before;
}

void TokenGridView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    // The table of Qt tells that a new current cell has the keyboard, wherever that is.
    if (hasFocus())
        QTableView::currentChanged(current, previous);
    else
        QAbstractItemView::currentChanged(current, previous);
    if (!m_linking && current.isValid())
        m_session->cursor()->select({current.column(), m_steps.momentOfRow(current.row()), laneIndex()});
}

void TokenGridView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(viewport()); // as round plane and strip
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tonesOf(palette()).accent, 2));
    painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(2, 2, -2, -2), 4, 4);
}

void TokenGridView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    viewport()->update();
}

void TokenGridView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void TokenGridView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid() || !m_lane->run())
        return;
    setCurrentIndex(index);
    const QPoint place = isKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos();
    showWhatIf(m_session, {index.column(), m_steps.momentOfRow(index.row()), laneIndex()}, this, place);
}

void TokenGridView::wheelEvent(QWheelEvent *event)
{
    setFollowing(false);
    QTableView::wheelEvent(event);
}

void TokenGridView::mouseMoveEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid())
        m_session->cursor()->hover(index.column(), m_steps.momentOfRow(index.row()), laneIndex());
    else
        m_session->cursor()->clearHover();
    QTableView::mouseMoveEvent(event);
}

void TokenGridView::leaveEvent(QEvent *event)
{
    m_session->cursor()->clearHover();
    QTableView::leaveEvent(event);
}

void TokenGridView::applySizes()
{
    const QFontMetrics fm(font());
    // Each column as wide as its longest word, and where the window has room left, all a little wider.
    const int narrow = fm.horizontalAdvance(QStringLiteral("00")) + 14;
    const int wide = fm.horizontalAdvance(QStringLiteral("neighbourhoods")) + 14;
    const int positions = static_cast<int>(m_widest.size()), columns = m_session->positions()->shown(positions);
    for (int column = 0; column < m_steps.columnCount(); ++column)
        setColumnHidden(column, column >= columns && positions > 0);
    std::vector<int> widths(static_cast<std::size_t>(columns));
    std::transform(m_widest.begin(), m_widest.begin() + columns, widths.begin(),
                   [&](int width) { return std::clamp(width + 14, narrow, wide); });
    const int left = viewport()->width() - std::accumulate(widths.begin(), widths.end(), 0);
    const int more = columns > 0 ? std::clamp(left / columns, 0, wide) : 0;
    horizontalHeader()->setMinimumSectionSize(16);
    for (int column = 0; column < columns; ++column)
        horizontalHeader()->resizeSection(column, std::min(widths[static_cast<std::size_t>(column)] + more, wide));
    verticalHeader()->setMinimumSectionSize(12);
    verticalHeader()->setDefaultSectionSize(fm.height() + 9);
}

void TokenGridView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    applySizes();
}

void TokenGridView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    m_widest.clear();
    if (const Run *run = m_lane->run())
        absorb(1, run->frameCount());
    applySizes();
}

} // namespace ard::ui

#include "moc_TokenGridView.cpp"
