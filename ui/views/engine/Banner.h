// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Banner: what went wrong, in the window instead of over it: one sentence, the buttons that help, and a close button.
// Engine failures come first and stay until the engine is up again; notices stay until they are closed or settled, the
// newest in front.
#include "session/Session.h"
#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace ard::ui {

class Banner : public QWidget {
    Q_OBJECT

public:
    /// session must outlive the banner. Hidden at first.
    explicit Banner(Session *session, QWidget *parent = nullptr);

    QString text() const; ///< empty: hidden
    QPushButton *restartButton() const { return m_restart; }
    QPushButton *settingsButton() const { return m_settings; }
    QToolButton *closeButton() const { return m_close; }

Q_SIGNALS:
    void settingsWanted(); ///< the engine's command is to be changed

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void followEngine();
    void refresh();
    void close();
    void showText(const QString &sentence);

    Session *m_session;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_restart;
    QPushButton *m_settings;
    QToolButton *m_close;
    QString m_engineFailure; ///< empty: none, or closed by the user
};

} // namespace ard::ui
