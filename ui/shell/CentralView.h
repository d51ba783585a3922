// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CentralView: the middle of the window: banner, words, the lanes and the table with their switches, transport.
#include "paint/Quantity.h"
#include "session/Session.h"
#include <QWidget>

class QSplitter;
class QToolButton;
class QVBoxLayout;

namespace ard::ui {

class Actions;
class Banner;
class BoardView;
class ColorBar;
class FindBar;
class PlanePanel;
class SheetView;
class TextStripView;
class TokenGridView;
class TransportBar;
class WelcomeView;

class CentralView : public QWidget {
    Q_OBJECT

public:
    enum class Shown { Plane, Table, Both };

    /// session and actions must outlive the view.
    CentralView(Session *session, Actions *actions, QWidget *parent = nullptr);

    Banner *banner() const { return m_banner; }
    BoardView *board() const { return m_board; }
    TextStripView *strip() const; ///< of the cursor's lane
    PlanePanel *plane() const;    ///< the same
    TokenGridView *grid() const { return m_grid; }
    TransportBar *transport() const { return m_transport; }
    FindBar *findBar() const { return m_findBar; }
    WelcomeView *welcome() const { return m_welcome; }
    void setShown(Shown shown);
    void setLecture(bool on); ///< without switches; words and titles in fewer lines
    void setWelcome(bool on); ///< in the place of all but the banner
    SheetView *sheet() const { return m_sheet; }
    void setSheet(bool on); ///< the contact sheet, in the same place

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildSwitches();
    void addLaneSwitches(QWidget *row);
    void placeStrip(); ///< the words of a single lane
    void showParts();
    QWidget *buildTable();
    void connectColours();
    void setQuantity(AppSettings::ColourQuantity quantity);
    void applySizes();
    void fitSwitches(); ///< buttons without their words where the window is narrow

    Session *m_session;
    Actions *m_actions;
    Banner *m_banner;
    QSplitter *m_split;
    BoardView *m_board;
    QWidget *m_table;
    TokenGridView *m_grid;
    ColorBar *m_tableBar;
    FindBar *m_findBar;
    TransportBar *m_transport;
    QWidget *m_switches;
    WelcomeView *m_welcome;
    SheetView *m_sheet;
    QWidget *m_stripLine;
    QWidget *m_switchesLine;
    QToolButton *m_leaveLecture;
    bool m_lecture = false;
    bool m_welcoming = false, m_hasSheet = false;
    QList<QWidget *> m_laneSwitches; ///< shown where there are several lanes
};

} // namespace ard::ui
