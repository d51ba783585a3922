// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlanePanel: the plane of one lane, following the cursor; without a run, the plan of the form's settings with
// the lane's changes.
#include "paint/PlaneState.h"
#include "session/Session.h"
#include <QWidget>

namespace ard::ui {

class PlaneView;

class PlanePanel : public QWidget {
    Q_OBJECT

public:
    /// lane: one of the session's board. Both must outlive the panel.
    PlanePanel(Session *session, Lane *lane, QWidget *parent = nullptr);

    PlaneView *view() const { return m_view; }
    QString tooltip(PlaneCell cell) const;

public Q_SLOTS:
    void setQuantity(ard::ui::Quantity quantity);
    void setTailZoom(bool on);
    void setBeside(bool beside); ///< PlaneView::setBeside, and a plan is not explained

private:
    void linkCursor();
    void showFilm();
    void showPlan();
    void addFrames(int first, int last);
    void showMoment();
    void showCells();
    void describe();

    GenerationRequest planned() const; ///< what the lane would be asked next

    Session *m_session;
    PlaneView *m_view;
    Lane *m_lane;
    bool m_beside = false;
};

/// What stands under the plane at a moment; empty at the starting noise.
std::vector<PlaneWord> planeWords(const Film &film, Moment now, Sight sight);

} // namespace ard::ui
