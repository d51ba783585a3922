// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LaneController: what the actions of comparing do: one lane or three, one more, changed, closed, moved, swapped in place.
#include "session/Session.h"
#include <QObject>
#include <QPointer>
#include <QStringList>

class QMenu;
class QWidget;

namespace ard::ui {

class Actions;

class LaneController : public QObject {
    Q_OBJECT

public:
    /// All must outlive the controller. window: parent of menus and dialogs.
    LaneController(Session *session, Actions *actions, QWidget *window);

    /// One lane becomes the three of the paper's figure, which run if they can; or several become one again.
    void setComparing(bool on);
    /// Lanes that are shown until something else is asked; they run where run is true and they can.
    void compare(const std::vector<LaneChanges> &lanes, bool run);
    /// One more lane, which runs where the others have. Nothing when there are 8.
    void add(const LaneChanges &changes);
    void change(Lane *lane); ///< asks
    /// Recorded runs, a lane each, in this order, played slowly from their first step when all are there.
    void openComparison(const QStringList &paths);
    void update(); ///< what the actions say
    void swapInPlace();

Q_SIGNALS:
    void comparingChanged(bool on);

private:
    void connectActions();
    void askWhatToAdd();
    void fillMenu();
    void addModels();
    void goTo(int by);
    void move(int by);
    void close();
    void openNext();
    void onOpened(const QString &path);

    Session *m_session;
    Actions *m_actions;
    QWidget *m_window;
    QMenu *m_addMenu;
    QStringList m_opening; ///< run files that are not there yet
    int m_opened = 0;
    bool m_isComparing = false;
    QPointer<Lane> m_swapped, m_with; ///< the last two that changed places
};

} // namespace ard::ui
