// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BranchHistory: the branches that were made, in order: undo goes back to the run and the place from which one was made, redo to the
// branch. No run is lost by either. It has no texts: the window, which is made anew with the language, says what is undone.
// GUI thread.
#include "session/WhatIf.h"
#include <QList>
#include <QObject>

namespace ard::ui {

class BranchHistory : public QObject {
    Q_OBJECT

public:
    static constexpr int kMost = 100; ///< branches that are kept

    /// whatIf must outlive it.
    explicit BranchHistory(WhatIf *whatIf, QObject *parent = nullptr);

    bool canUndo() const { return m_done > 0; }
    bool canRedo() const { return m_done < m_branches.size(); }
    /// The branch that undo leaves, and the one that redo comes to; nullptr: none, or its run was deleted.
    const Run *undoes() const { return canUndo() ? m_branches[m_done - 1].made.data() : nullptr; }
    const Run *redoes() const { return canRedo() ? m_branches[m_done].made.data() : nullptr; }

public Q_SLOTS:
    /// A branch whose runs were closed is forgotten instead.
    void undo();
    void redo();

Q_SIGNALS:
    void changed();

private:
    void push(const Branch &branch);
    void onRefused(const Run *run);

    WhatIf *m_whatIf;
    QList<Branch> m_branches;
    qsizetype m_done = 0; ///< so many of them are done, the others undone
};

} // namespace ard::ui
