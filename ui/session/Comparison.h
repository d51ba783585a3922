// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Comparison: the runs of a board as far as they may be known at the cursor's place, for the functions of core/facts; and when
// that changes: told at once where the cursor moves, and otherwise once a turn of the event loop however much does. GUI thread.
#include "facts/Differences.h"
#include "facts/SettleHistory.h"
#include "session/Cursor.h"
#include <QTimer>
#include <map>

namespace ard::ui {

class Comparison : public QObject {
    Q_OBJECT

public:
    /// board and cursor must outlive the comparison.
    Comparison(const Board *board, const Cursor *cursor, QObject *parent = nullptr);

    const Board *board() const { return m_board; }
    const Cursor *cursor() const { return m_cursor; }
    int size() const { return m_board->size(); } ///< lanes
    /// A lane without a run is a run of no positions. Not to be kept: the run may grow or go, and its history with it.
    SeenRun seen(int lane) const;
    std::vector<SeenRun> seen() const; ///< all
    /// Where the runs of two lanes part, as far as they are seen.
    Divergence divergence(int laneA, int laneB) const;
    int positions() const;  ///< N of the longest, 0: there is no run
    int modelCalls() const; ///< M of the longest, as planned
    bool hasRuns() const { return positions() > 0; }

Q_SIGNALS:
    void changed();

private:
    void watch(const Lane *lane);
    void tellNow();
    const Run *run(int lane) const;

    const Board *m_board;
    const Cursor *m_cursor;
    QTimer m_soon;
    // What was found out once of runs that only grow, by their numbers.
    mutable std::map<int, SettleHistory> m_histories;
    mutable std::map<std::pair<int, int>, PartingTrace> m_partings;
};

} // namespace ard::ui
