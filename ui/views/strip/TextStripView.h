// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TextStripView: the words of the moment, painted by StripPainter, with scroll bar, selection and keys.
#include "session/Session.h"
#include "views/strip/StripWords.h"
#include <QAbstractScrollArea>

namespace ard::ui {

class TextStripView : public QAbstractScrollArea {
    Q_OBJECT

public:
    static constexpr double kMostOfLane =
        0.12; ///< of the height of the window, where words stand under the planes, too

    /// lane: one of the session's board. Both must outlive the view.
    TextStripView(Session *session, Lane *lane, QWidget *parent = nullptr);

    TextStripModel *model() { return &m_model; }
    /// One of several lanes: smaller words without settle steps, mostLines of them without scrolling.
    void setCompact(bool compact, int mostLines = 3);
    static constexpr double kLeastScale = 0.8; ///< of the words of a long sentence in one of several lanes
    /// A compact strip takes no more than this share of the height of the window, with words no smaller than this of their size.
    void setMostOfWindow(double share, double leastScale = kLeastScale);
    /// Room that its words take, pixels; not less in one run, so that the strip does not jump.
    int wantedHeight() const { return sizeHint().height(); }
    // For those who hear it (StripAccessible); made when they ask.
    QString spokenName() const;
    QString spokenSelection() const; ///< of the chosen position, else how one is chosen
    SpokenWords spoken() const { return spokenWords(m_words); }
    int selectedPosition() const { return m_session->cursor()->position(); }
    void selectPosition(int position); ///< the nearest there is
    void scrollTo(int position);
    int positionAt(const QPoint &point) const; ///< in viewport coordinates; -1: none
    /// Box of a position in viewport coordinates; empty when there is none.
    QRect tokenRect(int position) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void wantedHeightChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    static constexpr int kMargin = 14;

    void reload();
    void relayout();
    void startAnew(); ///< room and size of words are found again
    void shrinkToFit();
    int linesWithRoom() const;
    StripPainter stripAt(double scale) const;
    QPointF stripTopLeft() const; ///< in the viewport
    int laneIndex() const { return m_session->board()->indexOf(m_lane); }

    Session *m_session;
    Lane *m_lane;
    TextStripModel m_model;
    std::vector<StripWord> m_words;
    StripPainter m_strip;
    bool m_compact = false;
    bool m_leavesStepsOut = false; ///< in this run: with the settle steps the sentence had no room
    int m_mostLines = 3;
    double m_mostOfWindow = kMostOfLane;
    double m_leastScale = kLeastScale;
    double m_scale = 1;    ///< of the words; in one run it only falls, so that they do not grow and shrink
    double m_reserved = 0; ///< height taken so far in this run: the strip does not shrink and grow while words change
};

} // namespace ard::ui
