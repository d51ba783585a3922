// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LaneView: one lane. Alone it is the plane and where the run comes from, and its words stand over the whole window. Beside
// others: letter and title, words, plane, and under it whether it began with the same noise, what it cost, and what one has to
// know of it not to be misled. A press in it makes it the cursor's lane; a run file or another lane can be dropped on it.
#include "session/Session.h"
#include <QWidget>

namespace ard::ui {

class ColorBar;
class ElidedLabel;
class LaneHeader;
class OriginLine;
class PlanePanel;
class TextStripView;

class LaneView : public QWidget {
    Q_OBJECT

public:
    /// Both must outlive the view. lane: one of the session's board.
    LaneView(Session *session, Lane *lane, QWidget *parent = nullptr);

    Lane *lane() const { return m_lane; }
    PlanePanel *plane() const { return m_plane; }
    TextStripView *strip() const { return m_strip; }
    LaneHeader *header() const { return m_header; }
    QString honesty() const;
    QString noise() const;
    QString cost() const;
    void setDense(bool on);   ///< beside others with little height: the planes come first
    void setLecture(bool on); ///< the plane without title and legend, the words once
    bool isAlone() const { return m_alone; }
    /// mostLines: of words beside others. Alone: whoever calls gives the words a place. Otherwise they are taken back.
    void setAlone(bool alone, int mostLines = 3);

Q_SIGNALS:
    void changeWanted(); ///< by the button of the header
    void closeWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void watchFilm();
    void watchPresses();
    void showCurrent();
    void describe();
    QString subtitle() const;
    void giveWordsRoom();
    void applyMargins();
    void startDrag();
    int index() const { return m_session->board()->indexOf(m_lane); }
    bool isCurrent() const { return m_session->cursor()->lane() == m_lane; }

    Session *m_session;
    Lane *m_lane;
    LaneHeader *m_header;
    TextStripView *m_strip;
    OriginLine *m_origin;
    PlanePanel *m_plane;
    ColorBar *m_bar; ///< in a lecture, where the plane has none
    QWidget *m_foot;
    ElidedLabel *m_noise;
    ElidedLabel *m_cost;
    ElidedLabel *m_honesty;
    bool m_alone = false;
    bool m_dense = false;
    bool m_lecture = false;
    int m_mostLines = 3; ///< of words
};

} // namespace ard::ui
