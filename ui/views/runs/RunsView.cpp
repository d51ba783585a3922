// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/runs/RunsView.h"
#include <QAction>

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
        if (currentIndex().isValid())
            edit(currentIndex());
    });
    connect(session->cursor(), &Cursor::runChanged, this, [this](const Run *run) {
        const QModelIndex index = m_model.index(m_session->runs()->indexOf(run), 0);
        if (index != currentIndex()) // no row where there is none, so that each can be chosen again
            setCurrentIndex(index);
    });
}

void RunsView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (Run *run = m_session->runs()->at(current.row()); current.isValid() && run)
        m_session->show(run);
}

} // namespace ard::ui
