// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlaneView: the plane of position by timestep, with title, colour bar and legend. It is told what to show and says
// what was clicked; it knows neither engine nor session. However fast it is told, at most one repaint is pending.
#include "paint/PlaneFacts.h"
#include "paint/PlanePainter.h"
#include "trace/StepFrame.h"
#include <QTimer>
#include <QWidget>
#include <functional>

class QCustomPlot;
class QLabel;

namespace ard::ui {

class ColorBar;
class ElidedLabel;
class FoldChip;
class PlaneLegend;

class PlaneView : public QWidget {
    Q_OBJECT

public:
    explicit PlaneView(QWidget *parent = nullptr);

    /// Forgets the frames. preview: there is no run yet, the plan is drawn pale with ghost lines. An empty plan clears
    /// the plane.
    void setPlan(const SamplingPlan &plan, int diffusionSteps, bool preview);
    void setNoiseAtZero(double noise); ///< sqrt(1 - alphaBar[0]) of the run, for the legend; kept until it is set anew
    /// Frames in order, of N tokens; others are ignored. wordOf: what a word id is called, for the words in the cells.
    void addFrame(const StepFrame &frame, const WordOf &wordOf = {});
    void setShownCalls(int calls); ///< 0..M
    /// Shows so many of the plan's positions. foldable: how many of all can be folded away; 0: nothing to fold.
    void setColumns(int columns, int foldable);
    void setFigureMarks(bool on);
    /// Why the plan is not one the model was trained for, one sentence; empty: it is, or nobody knows.
    void setOffTraining(const QString &why);
    void setWords(std::vector<PlaneWord> words);
    void setTitle(const QString &title);
    void setNotice(
        const QString &notice); ///< rich text under the title instead of the step, for preview and trouble; empty: none
    void setExplanation(const QString &text); ///< under the axis while there is only a plan
    void setQuantity(Quantity quantity);
    void setEntropyMaximum(double nats); ///< of the scale, at least; beside others it is the same for all
    void setTimestepScale(TimestepScale scale);
    /// One of several planes: the title and what is the same for all, colour bar and legend, stand elsewhere.
    void setBeside(bool beside);
    bool isBare() const { return m_bare; }
    void setBare(
        bool
            bare); ///< without title, colour bar and legend, at least half as high as the window: for a lecture; beside others without words under it
    void setDense(bool dense); ///< beside others with little height: no words under it
    /// What of the timestep schedule can be moved here; nothing: nothing. Follows where it is set, not where it is dragged.
    void setHandle(const std::optional<ScheduleHandle> &handle);
    /// The points of a timestep schedule that is a table; nothing: none. The chosen point stays while there are such.
    void setFronts(std::optional<FrontHandles> fronts);
    QPoint frontPoint(const FrontPoint &point) const; ///< in coordinates of this widget; of the fronts there are
    bool isDragging() const { return m_dragging; }    ///< the handle
    QPoint handlePoint() const;                       ///< in coordinates of this widget; of the handle there is
    /// The plan of the next run over that of this one; an empty plan: none.
    void setGhost(const SamplingPlan &plan);
    /// What a branch changes, and how many model calls it has of the run that it goes on from.
    void setChanges(std::vector<MadeChange> changes, int callsBefore);
    void setFilled(std::vector<FilledJump> filled);
    void setBetween(std::vector<int> timesteps); ///< PlaneState::between
    void setSelected(std::optional<PlaneCell> cell);
    void setHovered(std::optional<PlaneCell> cell);
    /// Text shown when the pointer rests on a cell.
    void setTooltip(std::function<QString(PlaneCell)> tooltip) { m_tooltip = std::move(tooltip); }

    /// What is said of the plane to those who hear it, made when they ask.
    void setDescription(std::function<QString()> description) { m_description = std::move(description); }
    QString description() const { return m_description ? m_description() : QString(); }

    /// What is said of a cell, made when somebody asks.
    void setCellText(std::function<QString(PlaneCell)> text) { m_cellText = std::move(text); }
    QString cellText(PlaneCell cell) const { return m_cellText ? m_cellText(cell) : QString(); }

    const PlaneState &state() const { return m_state; }
    QString title() const { return m_titleText; }
    QString notice() const { return m_notice; }
    QString subtitle() const; ///< "model call 13 of 20 · sentence step 712 of 2012 · next jump to 612"
    /// Middle of a cell in coordinates of this widget.
    QPoint cellCentre(PlaneCell cell) const;
    QRect cellRect(PlaneCell cell) const;                       ///< in coordinates of this widget
    std::optional<PlaneCell> cellUnder(const QPoint &at) const; ///< the same
    /// What is pending is painted now.
    void flush();

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void cellSelected(int position, int call);
    void cellHovered(int position, int call);
    void hoverEnded();
    void keyChanged();                      ///< planeLegend() or the colour scale of state()
    void headerChanged();                   ///< title() or subtitle()
    void wordsBelowChanged();               ///< state().wordsBelow
    void handleMoved(double value);         ///< by the mouse or an arrow key
    void handleRefused(const QString &why); ///< it cannot be where it was wanted; one sentence
    /// A point was moved, by the mouse or an arrow key.
    void frontDrawn(const ard::ui::FrontPoint &point, int timestep);
    void cellMenuWanted(int position, int call, const QPoint &global);
    void allPositionsWanted(bool all); ///< the edge at the right was pressed

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override; ///< by the keyboard
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum Part { Cells = 1, Front = 2, Marks = 4, Margins = 8, All = 15 };

    void buildPlot();
    PlaneGeometry geometry() const;
    void schedule(int parts);
    void refresh();
    void applyTones();
    void applyMargins();
    void placeWords(double planeWidth);
    void applyBadge();
    void updateHeader();
    void updateLegend();
    void checkLegend(); ///< updated where it is another
    void updateScale();
    void fitParts(); ///< those there is room for
    std::optional<PlaneCell> cellAt(const QPoint &plotPosition) const;
    void moveSelection(int dx, int dCalls);
    PlaneLayout editedLayout() const; ///< that the handle is of
    bool handleEvent(QEvent *event);  ///< true: the handle took it
    bool frontsEvent(QEvent *event);  ///< true: the points took it
    bool frontsKey(const QKeyEvent &event);
    void drawFront(const QPoint &to);
    void chooseFront(const FrontPoint &point);
    bool dragHandle(const QPoint &plotPosition);
    void putHandle(const HandlePlace &place, const QPoint &global);
    void setHandleActive(bool active);

    PlaneState m_state;
    QCustomPlot *m_plot;
    ElidedLabel *m_title;
    ElidedLabel *m_subtitle;
    ColorBar *m_colorBar;
    PlaneLegend *m_legend;
    QLabel *m_badge; ///< off the model's training
    FoldChip *m_fold;
    PlanePainter m_painter;
    std::function<QString(PlaneCell)> m_tooltip;
    std::function<QString()> m_description;
    std::function<QString(PlaneCell)> m_cellText;
    QString m_titleText;
    QString m_notice;
    QTimer m_timer;
    int m_pending = 0;
    bool m_beside = false;
    bool m_bare = false;
    bool m_dense = false;
    bool m_dragging = false;
    QPoint m_drawnTo; ///< where the pointer was last, of a stroke along a front
};

} // namespace ard::ui
