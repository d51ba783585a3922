// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Cursor: the place that all views show: which lane, which position, which moment; and the cell under the pointer. The only
// owner of it: views read it here and move it here. In the other lanes the moment follows along a shared axis, unless they
// are not linked. GUI thread.
#include "session/Lane.h"
#include <QHash>
#include <QSet>

namespace ard::ui {

class Cursor : public QObject {
    Q_OBJECT

public:
    /// How the moments of other lanes follow.
    enum class Link {
        Call,  ///< the same model call
        Share, ///< the same share of all model calls
        Noise, ///< the last moment that is not cleaner: by the mean of t/(T-1) over all positions
        None   ///< they do not: each keeps its own
    };
    Q_ENUM(Link)

    /// board must outlive the cursor.
    explicit Cursor(Board *board, QObject *parent = nullptr);

    Board *board() const { return m_board; }
    int laneIndex() const { return m_lane; }
    Lane *lane() const { return m_board->at(m_lane); }
    Film *film() const { return lane()->film(); }
    Run *run() const { return lane()->run(); }  ///< the current run; nullptr: the plan is shown
    Moment moment() const { return m_moment; }  ///< of lane()
    Moment momentIn(const Lane *lane) const;    ///< as far as the lane has it
    int position() const { return m_position; } ///< -1: none
    Cell selected() const;                      ///< position and moment; invalid while there is no position
    Cell hovered() const { return m_hovered; }
    Link link() const { return m_link; }
    /// There is more to show: behind the moment, or, where the run of lane() has ended, in a lane that is linked to it.
    bool canAdvance() const { return film()->last() > m_moment || doOthersGoOn(); }
    /// Views may show what is known only later than the moment.
    bool showsFuture() const { return m_showsFuture; }
    Sight sight() const { return m_showsFuture ? Sight::WholeRun : Sight::UpToMoment; }

public Q_SLOTS:
    void setLane(int index);                ///< nothing where there is none
    void setMoment(ard::ui::Moment moment); ///< the nearest there is
    bool advance(int moments = 1);          ///< along the film; false: it stands at its end
    bool playOn(); ///< one moment of the film, then of the lanes that are longer; false: nothing is left
    void toEnd();  ///< the last moment, in all lanes that are linked
    void select(int position, ard::ui::Moment moment);
    void select(ard::ui::Cell cell); ///< invalid: no position
    void hover(int position, ard::ui::Moment moment, int lane = 0);
    void clearHover();
    void clear(); ///< position and hover
    void setLink(ard::ui::Cursor::Link link);
    void setShowsFuture(bool shows);

Q_SIGNALS:
    void laneChanged(int index);
    void runChanged(ard::ui::Run *run); ///< another one in lane(), or lane() is another
    void momentChanged(ard::ui::Moment moment);
    void selectedChanged(ard::ui::Cell cell); ///< position or, with one, moment or lane
    void hoveredChanged(ard::ui::Cell cell);
    void linkChanged();
    void sightChanged();

private:
    void watch(Lane *lane);
    void onRunChanged(const Lane *lane);
    void onRemoved(int index);
    void onSwapped(int a, int b);
    void move(int position, Moment moment, bool laneMoved = false);
    bool doOthersGoOn() const;
    /// Calls on the shared axis: those of the moment, and those that other lanes are shown beyond the end of this one.
    int reach() const { return m_moment.call + m_beyond; }
    double meanNoise() const; ///< at reach()

    Board *m_board;
    int m_lane = 0;
    int m_position = -1;
    Moment m_moment;
    int m_beyond = 0;
    QHash<const Lane *, Moment> m_own; ///< of the other lanes while they are not linked
    Cell m_hovered;
    Link m_link = Link::Call;
    bool m_showsFuture = false;
    bool m_hadRun = false; ///< the moment is one of a run
    QSet<int> m_knownRuns; ///< numbers of the runs that were shown before
};

} // namespace ard::ui
