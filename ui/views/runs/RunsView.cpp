// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/runs/RunsView.h"
#include <QAction>

namespace ard::ui {

RunsView::RunsView(RunStore *store, const Actions &actions, QWidget *parent)
    : QListView(parent), m_store(store), m_model(store)
{
    setAccessibleName(tr("Runs of this session"));
    setModel(&m_model);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    setEditTriggers(DoubleClicked);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    addActions({actions.takeSettings, actions.rename, actions.save, actions.saveAs, actions.remove, actions.saveAll});
    connect(actions.rename, &QAction::triggered, this, [this] {
        if (currentIndex().isValid())
            edit(currentIndex());
    });
    connect(store, &RunStore::currentChanged, this, [this](Run *run) {
        const QModelIndex index = m_model.index(m_store->indexOf(run), 0);
        if (index.isValid() && index != currentIndex())
            setCurrentIndex(index);
    });
}

void RunsView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (Run *run = m_store->at(current.row()); current.isValid() && run && run != m_store->current())
        m_store->setCurrent(run);
}

} // namespace ard::ui
