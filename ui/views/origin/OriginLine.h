// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// OriginLine: where the run of a lane comes from: what the model was given, and under it model, timestep schedule and all
// else that was asked for; and, beside it, that the form asks for something else by now. Hidden while there is no run.
#include "session/Session.h"
#include <QPointer>
#include <QWidget>

namespace ard::ui {

class ElidedLabel;

class OriginLine : public QWidget {
    Q_OBJECT

public:
    /// session and lane must outlive the line.
    OriginLine(Session *session, Lane *lane, QWidget *parent = nullptr);

    void setSuppressed(bool suppressed); ///< hidden in any case
    QString sourceText() const;
    QString settingsText() const;
    QString differenceText() const; ///< empty: the form asks for this run

private:
    void showRun(Run *run);
    void refresh();
    void showDifference();

    Session *m_session;
    Lane *m_lane;
    bool m_suppressed = false;
    QPointer<Run> m_run;
    ElidedLabel *m_source;
    ElidedLabel *m_settings;
    ElidedLabel *m_difference;
};

} // namespace ard::ui
