// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// OriginLine: where the run on screen comes from: what the model was given, and under it model, timestep schedule and all
// else that was asked for. Hidden while there is no run.
#include "session/Session.h"
#include <QPointer>
#include <QWidget>

namespace ard::ui {

class ElidedLabel;

class OriginLine : public QWidget {
    Q_OBJECT

public:
    /// session must outlive the line.
    explicit OriginLine(Session *session, QWidget *parent = nullptr);

    QString sourceText() const;
    QString settingsText() const;

private:
    void showRun(Run *run);
    void refresh();

    QPointer<Run> m_run;
    ElidedLabel *m_source;
    ElidedLabel *m_settings;
};

} // namespace ard::ui
