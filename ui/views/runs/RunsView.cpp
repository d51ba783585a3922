// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/runs/RunsView.h"
#include <QAction>
#include <QFocusEvent>

namespace ard::ui {

RunsView::RunsView(Session *session, const Actions &actions, QWidget *parent)
    : QListView(parent), m_session(session), m_model(session->runs(), session->cursor())
{
    setAccessibleName(tr("Runs of this session"));
    setModel(&m_model);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    setEditTriggers(DoubleClicked);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    addActions({actions.takeSettings, actions.rename, actions.save, actions.saveAs, actions.remove, actions.reopen,
                actions.saveAll});
    connect(actions.rename, &QAction::triggered, this, [this] {
        if (const QModelIndex shown = m_model.index(m_session->runs()->indexOf(m_session->cursor()->run()), 0);
            shown.isValid())
            edit(shown);
    });
    connect(session->cursor(), &Cursor::runChanged, this, &RunsView::mark);
}

/// Where the keyboard is elsewhere the row is chosen, not current: Qt tells of a current row that the keyboard is in it.
void RunsView::mark()
{
    const QModelIndex index = m_model.index(m_session->runs()->indexOf(m_session->cursor()->run()), 0);
    if (hasFocus() && index != currentIndex()) // no row where there is none, so that each can be chosen again
        setCurrentIndex(index);
    else if (!hasFocus())
        selectionModel()->setCurrentIndex({}, QItemSelectionModel::NoUpdate);
    if (index.isValid())
        selectionModel()->select(index, QItemSelectionModel::ClearAndSelect);
    else
        clearSelection();
    if (index.isValid())
        scrollTo(index);
}

void RunsView::focusInEvent(QFocusEvent *event)
{
    if (const QModelIndexList chosen = selectedIndexes(); !chosen.isEmpty() && !currentIndex().isValid())
        selectionModel()->setCurrentIndex(chosen.first(), QItemSelectionModel::NoUpdate);
    QListView::focusInEvent(event);
}

void RunsView::focusOutEvent(QFocusEvent *event)
{
    QListView::focusOutEvent(event);
    const bool comesBack = state() == EditingState || event->reason() == Qt::PopupFocusReason ||
        event->reason() == Qt::ActiveWindowFocusReason;
    if (!comesBack)
        mark();
}

void RunsView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (Run *run = m_session->runs()->at(current.row()); current.isValid() && run)
        m_session->show(run);
}

} // namespace ard::ui

#include "moc_RunsView.cpp"
