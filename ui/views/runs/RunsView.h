// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RunsView: the runs of this session in a list; the chosen one is the one that all views show. What can be done with it is
// in its context menu and on its keys.
#include "models/RunListModel.h"
#include "session/Session.h"
#include <QListView>

class QAction;

namespace ard::ui {

class RunsView : public QListView {
    Q_OBJECT

public:
    /// Actions of the window, about the chosen run; rename opens the editor here.
    struct Actions {
        QAction *takeSettings, *rename, *save, *saveAs, *remove, *reopen, *saveAll;
    };

    /// session must outlive the view.
    RunsView(Session *session, const Actions &actions, QWidget *parent = nullptr);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void mark(); ///< the run on screen

    Session *m_session;
    RunListModel m_model;
};

} // namespace ard::ui
