// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WhatIf: branches of runs: a word is pinned, replaced or made noise again, or the rest gets another seed, timestep schedule or
// ruler; what comes before stays, what comes after runs anew with the same noise. Every branch is a run that knows the run it goes
// on from. GUI thread.
#include "session/Lane.h"
#include <QObject>
#include <QPointer>

namespace ard::ui {

class Cursor;
class EngineCall;
class Engines;
class RunRequests;
class RunStore;

/// A branch that was made: enough to go back to what was there and forth again.
struct Branch {
    QPointer<Run> from, made;
    Cell cell;             ///< where: the place to come back to. position -1: of no position
    bool isBeside = false; ///< in a lane that was added for it
};

class WhatIf : public QObject {
    Q_OBJECT

public:
    enum class Place {
        Here,  ///< in the lane of the run that it goes on from
        Beside ///< in a further lane
    };

    /// All must outlive it.
    WhatIf(Board *board, Cursor *cursor, Engines *engines, RunRequests *requests, RunStore *runs,
           QObject *parent = nullptr);

    /// The cell that actions are about: the chosen one, else the cursor's moment without a position.
    Cell cell() const;
    /// Model calls that stay of the run of the cell's lane when a branch is made at the cell: those up to its moment, but not the
    /// last one, behind which nothing would run.
    int callsThatStay(const Cell &cell) const;
    int callsThatRun(const Cell &cell) const; ///< the others
    /// Why no branch can be made there, in one sentence; empty: one can.
    QString whyNot(const Cell &cell) const;
    /// The same of a change of its position.
    QString whyNotChange(const Cell &cell) const;
    /// The word that a pin would hold: the one at the cell; -1: none yet.
    std::int32_t wordAt(const Cell &cell) const;
    /// A seed that no branch of the run has there.
    std::uint64_t freeSeed(const Cell &cell) const;

    /// A branch at the cell with these changes (fromCall is the cell's). nullptr, and failed(), where none can be made. What the
    /// engine refuses later leaves nothing behind: the lane has the earlier run again, and failed() says why.
    Run *branch(const Cell &cell, Continuation changes, Place place = Place::Here);
    Run *pin(const Cell &cell, Place place = Place::Here); ///< its word
    /// word: as typed. With pin it stays, else it may change again.
    Run *replace(const Cell &cell, const QString &word, bool pin, Place place = Place::Here);
    Run *replace(const Cell &cell, std::int32_t word, bool pin, Place place = Place::Here);
    Run *renoise(const Cell &cell, Place place = Place::Here);
    Run *otherSeed(const Cell &cell, Place place = Place::Here);

    /// Back to the run that the branch goes on from, at its place; false: it is not in the list any more.
    bool goBack(const Branch &branch);
    /// To the branch again.
    bool goForth(const Branch &branch);

Q_SIGNALS:
    void branched(const ard::ui::Branch &branch); ///< it is in its lane, and followed
    void refused(ard::ui::Run *run);              ///< a branch that was made is not there any more
    void failed(const QString &sentence);

private:
    Run *runOf(const Cell &cell) const;
    Lane *laneFor(const Cell &cell, Place place);
    Run *change(const Cell &cell, PositionChange change, Place place);
    void onEnded(const Branch &branch);
    void leave(const Branch &branch);

    Board *m_board;
    Cursor *m_cursor;
    Engines *m_engines;
    RunRequests *m_requests;
    RunStore *m_runs;
};

} // namespace ard::ui
