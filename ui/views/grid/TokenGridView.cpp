// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/grid/TokenGridView.h"
#include "views/grid/GridDelegate.h"
#include <QHeaderView>
#include <QMouseEvent>
#include <QScrollBar>
#include <algorithm>
#include <numeric>
#include <utility>

namespace ard::ui {

TokenGridView::TokenGridView(Session *session, QWidget *parent)
    : QTableView(parent), m_session(session), m_delegate(new GridDelegate(&m_scale, this))
{
    setAccessibleName(tr("Table of executed steps by position"));
    setModel(&m_steps);
    setItemDelegate(m_delegate);
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
    horizontalHeader()->setHighlightSections(true);
    connect(session->playback(), &Playback::runChanged, this, &TokenGridView::setRun);
    connect(session->playback(), &Playback::stepChanged, this, &TokenGridView::showStep);
    connect(session->selection(), &Selection::selectedChanged, this, &TokenGridView::showSelection);
    connect(verticalScrollBar(), &QScrollBar::sliderPressed, this, [this] { setFollowing(false); });
    applySizes();
    setRun(session->playback()->run());
}

void TokenGridView::setRun(Run *run)
{
    if (m_steps.run())
        m_steps.run()->disconnect(this);
    m_steps.setRun(run);
    m_scale.entropyMaximum = 1;
    m_widest.clear();
    setFollowing(true);
    if (!run)
        return;
    const auto takeNumbers = [this, run] {
        m_scale.diffusionSteps = run->diffusionSteps();
        applySizes();
    };
    takeNumbers();
    const auto takeState = [this, run] {
        m_delegate->setProvisional(run->state() != Run::State::Complete);
        viewport()->update();
    };
    takeState();
    connect(run, &Run::stateChanged, this, takeState);
    connect(run, &Run::started, this, takeNumbers);
    connect(run, &Run::frameAdded, this, &TokenGridView::absorb);
    for (int call = 1; call <= run->frameCount(); ++call)
        absorb(call);
    showStep(m_session->playback()->step());
    showSelection(m_session->selection()->selected());
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

void TokenGridView::absorb(int call)
{
    const StepFrame *frame = m_steps.run() ? m_steps.run()->frame(call) : nullptr;
    if (!frame)
        return;
    for (const TokenState &token : frame->tokens)
        m_scale.entropyMaximum = std::max(m_scale.entropyMaximum, roundedEntropyMaximum(token.entropy));
    QFont bold = font();
    bold.setBold(true); // settled words
    const QFontMetrics fm(bold);
    bool grew = false;
    m_widest.resize(frame->tokens.size());
    for (std::size_t n = 0; n < frame->tokens.size(); ++n) {
        if (m_steps.run()->isPadding(frame->tokens[n].wordId)) // shown as a point
            continue;
        const int width = fm.horizontalAdvance(m_steps.run()->label(frame->tokens[n].wordId));
        grew = grew || width > m_widest[n];
        m_widest[n] = std::max(m_widest[n], width);
    }
    if (grew)
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
        showStep(m_session->playback()->step());
}

void TokenGridView::showStep(int step)
{
    m_steps.setCurrentStep(step);
    if (m_following && step >= 1 && step <= m_steps.rowCount())
        scrollTo(m_steps.index(step - 1, std::max(0, columnAt(1))), EnsureVisible);
    viewport()->update();
}

void TokenGridView::showSelection(Cell cell)
{
    const bool before = std::exchange(m_linking, true);
    const QModelIndex index = cell.isValid() ? m_steps.index(cell.call - 1, cell.position) : QModelIndex();
    if (index.isValid())
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    else
        selectionModel()->clear();
    m_linking = before;
}

void TokenGridView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (!m_linking && current.isValid())
        m_session->selection()->select(current.column(), current.row() + 1);
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
        m_session->selection()->hover(index.column(), index.row() + 1);
    else
        m_session->selection()->clearHover();
    QTableView::mouseMoveEvent(event);
}

void TokenGridView::leaveEvent(QEvent *event)
{
    m_session->selection()->clearHover();
    QTableView::leaveEvent(event);
}

void TokenGridView::applySizes()
{
    const QFontMetrics fm(font());
    // Each column as wide as its longest word, and where the window has room left, all a little wider.
    const int narrow = fm.horizontalAdvance(QStringLiteral("00")) + 14;
    const int wide = fm.horizontalAdvance(QStringLiteral("neighbourhoods")) + 14;
    const int columns = static_cast<int>(m_widest.size());
    std::vector<int> widths(m_widest.size());
    std::transform(m_widest.begin(), m_widest.end(), widths.begin(),
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
    for (int call = 1; m_steps.run() && call <= m_steps.run()->frameCount(); ++call)
        absorb(call);
    applySizes();
}

} // namespace ard::ui
