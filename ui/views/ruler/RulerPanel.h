// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RulerPanel: the ruler of one lane under its plane, following the form (the plan of the next run) or the cursor (a run), and the
// kinds of rulers as presets beside it.
#include "session/Session.h"
#include <QWidget>

class QComboBox;

namespace ard::ui {

class RulerView;

class RulerPanel : public QWidget {
    Q_OBJECT

public:
    /// Both must outlive the panel.
    RulerPanel(Session *session, Lane *lane, QWidget *parent = nullptr);
    RulerView *ruler() const { return m_ruler; }
    QComboBox *presets() const { return m_kinds; }

private:
    void refresh();
    void setRuler(const RulerSpec &ruler);

    Session *m_session;
    Lane *m_lane;
    RulerView *m_ruler;
    QComboBox *m_kinds;
};

} // namespace ard::ui
