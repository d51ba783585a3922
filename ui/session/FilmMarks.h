// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FilmMarks: in which model calls of the cursor's film words flip or settle. Those behind the cursor's moment are told only
// where it shows the future. GUI thread.
#include "facts/SettleHistory.h"
#include "facts/Settled.h"
#include "session/Cursor.h"
#include <QPointer>

namespace ard::ui {

class FilmMarks : public QObject {
    Q_OBJECT

public:
    struct Mark {
        int step = 0;    ///< index of the moment after the call in the film
        int flips = 0;   ///< words that became others
        int settles = 0; ///< words that settled, as far as one can know at the moment
    };

    /// cursor must outlive the marks.
    explicit FilmMarks(Cursor *cursor, QObject *parent = nullptr);

    /// In order, only of calls in which something happened.
    std::vector<Mark> marks() const;
    /// The nearest moment behind (direction 1) or before (-1) the cursor's at which words flip or settle; also one that is not
    /// told yet: going there is what shows it. nullopt: none.
    std::optional<Moment> next(int direction) const;

Q_SIGNALS:
    void changed();

private:
    void watchLane();
    void reload();
    int settlesIn(int call, bool knowsAll) const;

    Cursor *m_cursor;
    QPointer<Film> m_watched;
    SettleHistory m_history;
    int m_number = 0;              ///< of the run that the history is of; 0: none
    std::vector<CallMark> m_calls; ///< of all frames there are
};

} // namespace ard::ui
