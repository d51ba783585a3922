// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ShownPositions: how many positions the views show, the same in all lanes. What a finished sentence does not need, the PAD at
// its end, is folded away unless somebody asks for it. While a run grows nobody knows how long its sentence will be: all of
// its positions are shown then, so that no column comes or goes under the reader's eyes. GUI thread.
#include "session/Lane.h"

namespace ard::ui {

class ShownPositions : public QObject {
    Q_OBJECT

public:
    /// board must outlive it. Made before the views, so that it knows of a change when they hear of it.
    explicit ShownPositions(Board *board, QObject *parent = nullptr);

    /// Of a film of so many positions: how many are shown, and how many of all the sentences do not need.
    int shown(int length) const { return m_showsAll ? length : needed(length); }
    int foldable(int length) const { return length - needed(length); }
    bool showsAll() const { return m_showsAll; }

public Q_SLOTS:
    void setShowsAll(bool shows);

Q_SIGNALS:
    void changed();
    void showsAllChanged(bool shows);

private:
    void watch(Lane *lane);
    void update();
    int needed(int length) const { return std::min(length, std::max(1, m_needed)); }
    static int neededBy(const Film &film);

    Board *m_board;
    int m_needed = 0;
    bool m_showsAll = false;
};

} // namespace ard::ui
