// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PictureExport: the actions that make pictures: of the board as a page (PNG, SVG, PDF, in a size that is asked for), of the
// window as it is. Pages are written off this thread; what fails is told by the session. GUI thread.
#include "paint/Page.h"
#include "session/Session.h"
#include "shell/FileQuestions.h"
#include <QObject>

class QWidget;

namespace ard::ui {

class Actions;

class PictureExport : public QObject {
    Q_OBJECT

public:
    /// All must outlive the object but window, which owns it.
    PictureExport(Session *session, Actions *actions, QWidget *window);

    QList<PictureSize> sizes() const;
    PageState
    page(QSize size) const; ///< of the board as it is now, with the window's tones and letters for such a size

Q_SIGNALS:
    void written(const QString &path); ///< also when it failed

private:
    void exportPage();
    void exportWindow();
    void conclude(const QString &path, const Status &saved);

    Session *m_session;
    Actions *m_actions;
    QWidget *m_window;
};

} // namespace ard::ui
