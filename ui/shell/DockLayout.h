// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// DockLayout: the panels around the middle: where they stand at first, how they are hidden, and how their places are
// remembered. Which there are is said by the ViewRegistry.
#include "shell/ViewRegistry.h"
#include <QDockWidget>
#include <QHash>
#include <QList>
#include <QObject>
#include <optional>

class QMainWindow;

namespace ard::ui {

class Actions;
class SamplingPanel;
class SourcePanel;
class TokenCardView;

class DockLayout : public QObject {
    Q_OBJECT

public:
    /// Raised when panels are added or renamed: an older saved layout is then ignored.
    static constexpr int kVersion = 2;
    static constexpr int kNarrow = 172; ///< window widths below this many letters are narrow

    DockLayout(Session *session, Actions *actions, QMainWindow *window);

    const QList<QDockWidget *> &docks() const { return m_docks; }
    QDockWidget *dock(const QString &id) const; ///< nullptr: none of that id
    SourcePanel *source() const;
    SamplingPanel *sampling() const;
    TokenCardView *card() const;

    void reset();   ///< places of the first start
    void restore(); ///< from the settings; places of the first start when there are none that fit
    void store() const;
    /// Lecture and Compare leave the room to the planes, Student has the form and the token, Research all panels; those that were there
    /// come back with Standard.
    /// What is stored is the standard layout.
    void setLayout(AppSettings::Layout layout);
    AppSettings::Layout layout() const { return m_layout; }
    /// The contact sheet has the whole window. What was there comes back as it was, at the latest when lanes or the layout change.
    void setSheet(bool on);
    /// In a narrow window the panel on the right becomes a tab beside the one on the left, so that the middle keeps its
    /// room.
    void adapt(int windowWidth);
    void applySizes(); ///< widths of the first start, in proportion to the text

private:
    QDockWidget *addDock(const ViewKind &kind, QWidget *content);
    /// For the first that is opened under the middle; with others there that place keeps the height that it was given.
    void giveRoom(QDockWidget *opened);
    QList<QDockWidget *> docksIn(Qt::DockWidgetArea area) const;
    /// The action's tick is what is on screen; switching it hides the docks of a side, or brings back what it hid.
    void linkSide(QAction *action, Qt::DockWidgetArea area);
    void showSide(Qt::DockWidgetArea area, bool on);
    void syncSides();
    QList<QDockWidget *> docksOfLanes() const;
    QStringList panelsOf(AppSettings::Layout layout) const; ///< without those of lanes
    void tabBottom();
    void tabLanes();              ///< the views of several lanes are tabs of one place, under the middle
    void rememberLanes();         ///< which of them are open
    void showLanes();             ///< those that were open last, while there are several lanes
    void onLanesChanged();        ///< they come with a second lane and go with it
    bool wantsLanePanels() const; ///< as chosen; else where the window has room for them and the planes
    void setLanePanels(bool on);  ///< of the action

    Session *m_session;
    QMainWindow *m_window;
    QList<QDockWidget *> m_docks;
    QHash<Qt::DockWidgetArea, QAction *> m_sides;
    QHash<Qt::DockWidgetArea, QList<QDockWidget *>> m_hidden; ///< by the action of that side
    QList<QDockWidget *> m_ofLanes;                           ///< shown when there were several lanes last
    bool m_hasLanes = false;                                  ///< more than one
    std::optional<bool> m_lanePanels;                         ///< what was chosen by the action
    QAction *m_lanePanelsAction;
    AppSettings::Layout m_layout = AppSettings::Layout::Standard;
    QByteArray m_standard;    ///< the state of the docks to come back to; empty: in the standard layout
    QByteArray m_beforeSheet; ///< the same of the contact sheet; empty: it is not shown
    bool m_isNarrow = false;
    bool m_syncing = false;
};

} // namespace ard::ui
