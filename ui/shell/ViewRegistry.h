// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ViewRegistry: the panels around the middle, each once: docks, the Window menu and the order of panels follow from this
// list. A new panel is one more row. Ids are object names, by which tests and, later, lessons find things.
#include "session/Session.h"
#include <QList>
#include <QString>
#include <QStringList>
#include <functional>

class QWidget;

namespace ard::ui {

class Actions;

struct ViewKind {
    enum class Scroll { None, Free, Fitted }; ///< Fitted: never narrower than the content

    QString id; ///< object name of the dock, and so of a saved layout: never renamed
    QString title;
    Qt::DockWidgetArea area = Qt::LeftDockWidgetArea;
    bool shownAtFirst = true;
    Scroll scroll = Scroll::None;
    std::function<QWidget *(Session *, Actions *)> make;
    QStringList stops; ///< object names inside that F6 goes to, in order; empty: the view itself
    /// A view of several lanes: away while there is one; such views are tabs of one place.
    bool ofLanes = false;
    bool isPicture = true; ///< can be exported alone: no form or list
};

/// In the order in which they stand at first, by area from top to bottom. Made anew each time: titles are in the language of that
/// moment.
QList<ViewKind> viewKinds();

/// Object names of the panels in the order of F6: the docks on the left, the middle from top to bottom, the other docks.
QStringList panelOrder();

} // namespace ard::ui
