// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlanePanel: the plane of one lane, following the cursor; without a run, the plan of the form's settings.
#include "paint/PlaneState.h"
#include "session/Session.h"
#include <QWidget>

namespace ard::ui {

class PlaneView;

class PlanePanel : public QWidget {
    Q_OBJECT

public:
    /// session must outlive the panel.
    explicit PlanePanel(Session *session, QWidget *parent = nullptr);

    PlaneView *view() const { return m_view; }
    QString tooltip(PlaneCell cell) const;

public Q_SLOTS:
    void setQuantity(ard::ui::Quantity quantity);
    void setTailZoom(bool on);

private:
    void linkCursor();
    void showFilm();
    void showPlan();
    void addFrames(int first, int last);
    void showMoment();
    void showCells();
    void describe();

    Session *m_session;
    PlaneView *m_view;
    Lane *m_lane;
};

/// "AR-Diffusion (the paper), anchor scale 2": the kind's title and its parameters.
QString scheduleTitle(const TimestepScheduleSpec &spec);
/// What stands under the plane at a moment; empty at the starting noise.
std::vector<PlaneWord> planeWords(const Film &film, Moment now, Sight sight);

} // namespace ard::ui
