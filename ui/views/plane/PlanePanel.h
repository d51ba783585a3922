// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlanePanel: the plane of one lane, following the cursor; without a run, the plan of the form's settings with
// the lane's changes.
#include "paint/PlaneFacts.h"
#include "session/Session.h"
#include <QWidget>

namespace ard::ui {

class LengthNote;
class PlaneView;
class RulerPanel;

class PlanePanel : public QWidget {
    Q_OBJECT

public:
    /// lane: one of the session's board. Both must outlive the panel.
    PlanePanel(Session *session, Lane *lane, QWidget *parent = nullptr);

    PlaneView *view() const { return m_view; }
    QString tooltip(PlaneCell cell) const;

    LengthNote *lengthNote() const { return m_length; }
    RulerPanel *ruler() const { return m_ruler; }

    QSize minimumSizeHint() const override; ///< without the ruler, which goes where there is little room

public Q_SLOTS:
    void setQuantity(ard::ui::Quantity quantity);
    void setTailZoom(bool on);
    void setBeside(bool beside); ///< PlaneView::setBeside, and a plan is not explained

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void linkCursor();
    void linkOptions();
    void showColumns();
    void showOptions();
    void showHandle();
    void moveHandle(double value);
    void showFronts(const TimestepScheduleSpec &spec);
    void moveFront(const FrontPoint &point, int timestep);
    QString frontsLabel() const;
    void showFilled();
    void showCellMenu(int position, int call, const QPoint &global);
    void fitRuler();
    void showFilm();
    void showPlan();
    void addFrames(int first, int last);
    void showMoment();
    void showLength();
    std::optional<PlaneCell> cellHere(Cell cell) const;
    void showCells();
    QString description() const;

    GenerationRequest planned() const; ///< what the lane would be asked next

    Session *m_session;
    PlaneView *m_view;
    Lane *m_lane;
    bool m_beside = false;
    RulerPanel *m_ruler = nullptr;
    LengthNote *m_length;
    // Of a timestep schedule that is a table: what its points are, and the table that was made of them last.
    std::optional<DrawnFronts> m_fronts;
    std::shared_ptr<const ScheduleTable> m_drawn;
    std::shared_ptr<const ScheduleTable> m_loaded; ///< the custom table that the drawing began with, none: learned
    std::optional<DrawnFronts> m_loadedFronts;     ///< of it
    int m_sentenceSteps = 2;                       ///< S of it
    bool m_wasLearned = false;
};

/// What stands under the plane at a moment; empty at the starting noise.
std::vector<PlaneWord> planeWords(const Film &film, Moment now, Sight sight);

/// What stands in the cells; while the run lives.
WordOf cellWordsOf(const Run &run);

} // namespace ard::ui
