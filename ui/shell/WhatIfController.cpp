// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/WhatIfController.h"
#include "models/RunNames.h"
#include "shell/Actions.h"
#include "views/whatif/BranchDialog.h"

namespace ard::ui {

WhatIfController::WhatIfController(Session *session, const Actions *actions, QWidget *window)
    : QObject(window), m_session(session), m_window(window)
{
    connectActions(*actions);
    connectHistory(*actions);
    const auto follow = [this] { update(); };
    connect(session->cursor(), &Cursor::selectedChanged, this, follow);
    connect(session->cursor(), &Cursor::momentChanged, this, follow);
    connect(session->cursor(), &Cursor::runChanged, this, follow);
    connect(session->cursor(), &Cursor::laneChanged, this, follow);
    connect(session->runs(), &RunStore::changed, this, follow);
    connect(session, &Session::canRunChanged, this, follow);
    update();
}

void WhatIfController::connectActions(const Actions &actions)
{
    WhatIf *whatIf = m_session->whatIf();
    const auto on = [&](const char *id, bool needsPosition, auto act) {
        QAction *action = actions.action(QString::fromLatin1(id));
        connect(action, &QAction::triggered, this, act);
        (needsPosition ? m_ofPosition : m_ofRun) << action;
    };
    for (const bool beside : {false, true}) {
        const WhatIf::Place place = beside ? WhatIf::Place::Beside : WhatIf::Place::Here;
        on(beside ? "whatif.pinBeside" : "whatif.pin", true, [=] { whatIf->pin(whatIf->cell(), place); });
        on(beside ? "whatif.renoiseBeside" : "whatif.renoise", true, [=] { whatIf->renoise(whatIf->cell(), place); });
        on(beside ? "whatif.seedBeside" : "whatif.seed", false, [=] { whatIf->otherSeed(whatIf->cell(), place); });
    }
    on("whatif.replace", true,
       [this, whatIf] { askForBranch(m_session, whatIf->cell(), BranchDialog::Asks::Word, m_window); });
    on("whatif.branch", false,
       [this, whatIf] { askForBranch(m_session, whatIf->cell(), BranchDialog::Asks::Anything, m_window); });
}

void WhatIfController::connectHistory(const Actions &actions)
{
    QAction *undo = actions.action(QStringLiteral("edit.undo")), *redo = actions.action(QStringLiteral("edit.redo"));
    BranchHistory *history = m_session->branchHistory();
    connect(undo, &QAction::triggered, history, &BranchHistory::undo);
    connect(redo, &QAction::triggered, history, &BranchHistory::redo);
    const auto show = [history, undo, redo] {
        const Run *undoes = history->undoes(), *redoes = history->redoes();
        undo->setEnabled(history->canUndo());
        redo->setEnabled(history->canRedo());
        undo->setText(undoes ? tr("&Undo: %1").arg(branchChange(*undoes)) : tr("&Undo"));
        redo->setText(redoes ? tr("Re&do: %1").arg(branchChange(*redoes)) : tr("Re&do"));
    };
    connect(history, &BranchHistory::changed, this, show);
    show();
}

void WhatIfController::update()
{
    const Cell cell = m_session->whatIf()->cell();
    const bool canBranch = m_session->whatIf()->whyNot(cell).isEmpty();
    for (QAction *action : std::as_const(m_ofRun))
        action->setEnabled(canBranch);
    for (QAction *action : std::as_const(m_ofPosition))
        action->setEnabled(canBranch && cell.position >= 0);
}

} // namespace ard::ui

#include "moc_WhatIfController.cpp"
