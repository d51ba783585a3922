// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Markers: places of runs that were marked 1 to 9, to go back to. Each run has its own, for as long as the program runs. GUI
// thread.
#include "session/Cursor.h"
#include <QHash>
#include <array>

namespace ard::ui {

class Markers : public QObject {
    Q_OBJECT

public:
    static constexpr int kCount = 9;

    /// cursor and board must outlive the markers.
    Markers(Board *board, Cursor *cursor, QObject *parent = nullptr) : QObject(parent), m_board(board), m_cursor(cursor)
    {
    }

    /// Marker 1..9 is at the cursor's place; where it was there already, it is gone. Nothing without a run.
    void toggle(int number);
    /// The cursor goes to the marker of its own run, or else to that of the first lane that has it. False: there is none.
    bool goTo(int number);
    std::optional<Cell> place(const Run *run, int number) const; ///< the lane in it means nothing

Q_SIGNALS:
    void changed();

private:
    using Places = std::array<std::optional<Cell>, kCount>;

    Board *m_board;
    Cursor *m_cursor;
    QHash<int, Places> m_places; ///< by the number of the run
};

} // namespace ard::ui
