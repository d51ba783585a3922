// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PictureExport: the actions that make files of what is shown: of the board as a page (PNG, SVG, PDF, in a size that is asked
// for), as a page that plays in a browser (HTML), as data (CSV, JSON), and of the window as it is. Files are written off this
// thread; what fails is told by the session. GUI thread.
#include "paint/Page.h"
#include "session/Session.h"
#include "shell/FileQuestions.h"
#include <QObject>
#include <functional>

class QMainWindow;

namespace ard::ui {

class Actions;
struct OpenView;
struct PageLook;

class PictureExport : public QObject {
    Q_OBJECT

public:
    /// All must outlive the object but window, which owns it.
    PictureExport(Session *session, Actions *actions, QMainWindow *window);

    QList<PictureSize> sizes() const;
    static bool canWrite(const QString &path); ///< its suffix is one of those below
    static QString exportKinds();              ///< one sentence that names them
    /// What writes the board as it is now to a file, of the kind that the suffix says: png, svg, pdf, gif, html, csv or json. It may be
    /// called on any thread. Error: another suffix, or there is nothing to write.
    Result<std::function<Status()>> writer(const QString &path) const;
    /// Of the board as it is now with the charts that are open, with the window's tones and letters for such a size.
    PageState page(QSize size) const;

Q_SIGNALS:
    void written(const QString &path); ///< also when it failed

private:
    void exportPage();
    PageState pageOf(const OpenView &view, QSize size) const; ///< of it alone
    void writePicture(const PageState &state, QSize size);
    void exportAs(const SaveQuestion &question);
    void exportPlayer();
    void exportFilm();
    PageLook look(QSize size) const;
    void exportData();
    void write(const QString &path, const std::function<Status()> &write);
    void exportWindow();
    void conclude(const QString &path, const Status &saved);

    Session *m_session;
    Actions *m_actions;
    QMainWindow *m_window;
};

} // namespace ard::ui
