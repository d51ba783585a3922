// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BlackScreen: covers a window with black, so that all look at who is speaking. Any key or click takes it away.
#include <QPointer>
#include <QWidget>

namespace ard::ui {

class BlackScreen : public QWidget {
    Q_OBJECT

public:
    explicit BlackScreen(QWidget *window);
    void setOn(bool on);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPointer<QWidget> m_focus; ///< who had the keyboard before
};

} // namespace ard::ui
