// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ControlRules: what holds for every control of the program. The wheel changes nothing that has not the keyboard: the
// panel behind scrolls. Keys that a control uses itself are the control's, the window's one-key shortcuts have the rest.
// Labels and tooltips show the characters they are given, never HTML, unless a label asks for rich text by name.
#include <QObject>

class QKeyEvent;
class QWidget;

namespace ard::ui {

class ControlRules : public QObject {
    Q_OBJECT

public:
    /// Filters the events of the whole application while it lives.
    explicit ControlRules(QObject *parent);

    /// The key, pressed without Ctrl or Alt, means something to this control: typing, moving in it, pressing it.
    static bool belongsToControl(const QKeyEvent &key, const QWidget *control);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace ard::ui
