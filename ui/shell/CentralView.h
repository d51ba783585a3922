// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CentralView: the middle of the window: banner, text strip, plane and table with their switches, transport.
#include "paint/Quantity.h"
#include "session/Session.h"
#include <QWidget>

class QSplitter;
class QVBoxLayout;

namespace ard::ui {

class Actions;
class Banner;
class ColorBar;
class FindBar;
class PlanePanel;
class TextStripView;
class TokenGridView;
class TransportBar;

class CentralView : public QWidget {
    Q_OBJECT

public:
    enum class Shown { Plane, Table, Both };

    /// session and actions must outlive the view.
    CentralView(Session *session, Actions *actions, QWidget *parent = nullptr);

    Banner *banner() const { return m_banner; }
    TextStripView *strip() const { return m_strip; }
    PlanePanel *plane() const { return m_plane; }
    TokenGridView *grid() const { return m_grid; }
    TransportBar *transport() const { return m_transport; }
    FindBar *findBar() const { return m_findBar; }
    void setShown(Shown shown);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildSwitches();
    QWidget *buildTable();
    void connectColours();
    void setQuantity(AppSettings::ColourQuantity quantity);
    void applySizes();
    void fitSwitches(); ///< buttons without their words where the window is narrow

    Session *m_session;
    Actions *m_actions;
    Banner *m_banner;
    TextStripView *m_strip;
    QSplitter *m_split;
    PlanePanel *m_plane;
    QWidget *m_table;
    TokenGridView *m_grid;
    ColorBar *m_tableBar;
    FindBar *m_findBar;
    TransportBar *m_transport;
    QWidget *m_switches;
};

} // namespace ard::ui
