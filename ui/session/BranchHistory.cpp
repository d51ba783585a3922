// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/BranchHistory.h"

namespace ard::ui {

BranchHistory::BranchHistory(WhatIf *whatIf, QObject *parent) : QObject(parent), m_whatIf(whatIf)
{
    connect(whatIf, &WhatIf::branched, this, &BranchHistory::push);
    connect(whatIf, &WhatIf::refused, this, &BranchHistory::onRefused);
}

void BranchHistory::push(const Branch &branch)
{
    m_branches.resize(m_done); // what was undone is not redone any more
    m_branches << branch;
    if (m_branches.size() > kMost)
        m_branches.removeFirst();
    m_done = m_branches.size();
    Q_EMIT changed();
}

/// It has left its lane already.
void BranchHistory::onRefused(const Run *run)
{
    if (!canUndo() || undoes() != run)
        return;
    m_branches.removeAt(--m_done);
    Q_EMIT changed();
}

void BranchHistory::undo()
{
    if (!canUndo())
        return;
    const Branch branch = m_branches[--m_done];
    if (!m_whatIf->goBack(branch))
        m_branches.removeAt(m_done);
    Q_EMIT changed();
}

void BranchHistory::redo()
{
    if (!canRedo())
        return;
    const Branch branch = m_branches[m_done];
    if (m_whatIf->goForth(branch))
        ++m_done;
    else
        m_branches.removeAt(m_done);
    Q_EMIT changed();
}

} // namespace ard::ui

#include "moc_BranchHistory.cpp"
