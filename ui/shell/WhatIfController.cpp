// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/WhatIfController.h"
#include "models/RunNames.h"
#include "shell/Actions.h"
#include "views/whatif/BranchDialog.h"
#include <utility>

namespace ard::ui {

namespace {

constexpr int kMostUndone = 100;

class BranchCommand : public QUndoCommand {
public:
    BranchCommand(WhatIf *whatIf, const Branch &branch)
        : QUndoCommand(branchChange(*branch.made)), m_whatIf(whatIf), m_branch(branch)
    {
    }
    const Run *made() const { return m_branch.made; }

    void undo() override
    {
        if (!isObsolete() && !m_whatIf->goBack(m_branch))
            setObsolete(true); // its run was closed: nothing to go back to
    }
    void redo() override
    {
        if (std::exchange(m_isNew, false))
            return; // it is there already
        if (!m_whatIf->goForth(m_branch))
            setObsolete(true);
    }

private:
    WhatIf *m_whatIf;
    Branch m_branch;
    bool m_isNew = true;
};

} // namespace

WhatIfController::WhatIfController(Session *session, const Actions *actions, QWidget *window)
    : QObject(window), m_session(session), m_window(window)
{
    m_history.setUndoLimit(kMostUndone);
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
    connect(undo, &QAction::triggered, &m_history, &QUndoStack::undo);
    connect(redo, &QAction::triggered, &m_history, &QUndoStack::redo);
    const auto show = [this, undo, redo] {
        undo->setEnabled(m_history.canUndo());
        redo->setEnabled(m_history.canRedo());
        undo->setText(m_history.canUndo() ? tr("&Undo: %1").arg(m_history.undoText()) : tr("&Undo"));
        redo->setText(m_history.canRedo() ? tr("Re&do: %1").arg(m_history.redoText()) : tr("Re&do"));
    };
    connect(&m_history, &QUndoStack::indexChanged, this, show);
    show();
    WhatIf *whatIf = m_session->whatIf();
    connect(whatIf, &WhatIf::branched, this,
            [this, whatIf](const Branch &branch) { m_history.push(new BranchCommand(whatIf, branch)); });
    connect(whatIf, &WhatIf::refused, this, [this](const Run *run) {
        const int last = m_history.index() - 1;
        const auto *command = static_cast<const BranchCommand *>(m_history.command(last));
        if (!command || command->made() != run)
            return;
        const_cast<BranchCommand *>(command)->setObsolete(true); // the stack gives no other way to take it away
        m_history.undo();
    });
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
