// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ScheduleEditor: a custom timestep schedule drawn by hand. It begins with the form's present timestep schedule; what is drawn is
// the form's at once, so that the plane shows its plan. Saved and loaded as the CSV of "ardiff --schedule custom".
#include "session/Session.h"
#include <QDialog>

class QSpinBox;

namespace ard::ui {

class FrontCanvas;

class ScheduleEditor : public QDialog {
    Q_OBJECT

public:
    /// session must outlive it.
    explicit ScheduleEditor(Session *session, QWidget *parent = nullptr);

    FrontCanvas *canvas() const { return m_canvas; }
    QSpinBox *frontsBox() const { return m_count; }
    void save(const QString &path);

private:
    void takePresent(); ///< the form's timestep schedule, where it has one
    void use();
    void askToSave();
    void askToLoad();

    Session *m_session;
    FrontCanvas *m_canvas;
    QSpinBox *m_count;
    std::shared_ptr<const ScheduleTable> m_table; ///< what was drawn last
};

/// One at a time: that of the window is brought to the front.
void showScheduleEditor(Session *session, QWidget *window);

} // namespace ard::ui
