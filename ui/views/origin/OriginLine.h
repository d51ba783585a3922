// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// OriginLine: where the run of a lane comes from: what the model was given, and under it model, timestep schedule and all
// else that was asked for. Hidden while there is no run.
#include "session/Session.h"
#include <QPointer>
#include <QWidget>

namespace ard::ui {

class ElidedLabel;

class OriginLine : public QWidget {
    Q_OBJECT

public:
    /// lane must outlive the line.
    explicit OriginLine(Lane *lane, QWidget *parent = nullptr);

    void setSuppressed(bool suppressed); ///< hidden in any case
    QString sourceText() const;
    QString settingsText() const;

private:
    void showRun(Run *run);
    void refresh();

    bool m_suppressed = false;
    QPointer<Run> m_run;
    ElidedLabel *m_source;
    ElidedLabel *m_settings;
};

} // namespace ard::ui
