// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StartJob: what the command line asks of the window: open a file, type a source, run, take a picture, quit. Works
// without anybody in front of it: whatever cannot be done ends it with one sentence.
#include "session/Session.h"
#include "shell/MainWindow.h"
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <optional>

namespace ard::ui {

struct StartOptions {
    QString model;    ///< folder or name
    QString openFile; ///< .ardrun
    QString source;
    QStringList compare;                       ///< timestep schedules, a lane each; empty: one lane
    std::optional<AppSettings::Layout> layout; ///< nullopt: as it was
    bool run = false;
    QString screenshot;  ///< PNG
    QStringList exports; ///< files, of the kinds that PictureExport writes
    bool quit = false;
    int timeoutSeconds = 120; ///< for --screenshot and --quit
};

class StartJob : public QObject {
    Q_OBJECT

public:
    /// session must outlive the job, and a window while it is the job's.
    StartJob(Session *session, MainWindow *window, const StartOptions &options);
    void begin();
    void setWindow(ard::ui::MainWindow *window) { m_window = window; }

Q_SIGNALS:
    /// The job is over, well (sentence empty) or not. With quit the program ends then: 0, or 1.
    void ended(const QString &sentence);

private:
    void runWhenPossible();
    void check();
    void finish();
    QString writeFiles(); ///< empty, or why not
    void end(const QString &sentence);
    bool asksForNothing() const;
    void arrange(); ///< lanes and layout
    void onMessage(const QString &sentence, Notices::Topic topic);
    void onRunEnded(const Run *run);
    bool waitsForAnything() const
    {
        return m_options.quit || !m_options.screenshot.isEmpty() || !m_options.exports.isEmpty();
    }

    Session *m_session;
    QPointer<MainWindow> m_window;
    StartOptions m_options;
    QTimer m_timeout;
    bool m_wantsRun = false;
    bool m_wantsModel = false; ///< of another machine, not yet loaded
    int m_live = 0;            ///< runs that were started and have not ended
    bool m_over = false;
};

} // namespace ard::ui
