// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EndSignals: SIGTERM, SIGINT and SIGHUP as a Qt signal, so that a program that is ended from outside remembers its
// layout and ends its engine. One object for the program.
#include <QObject>
#include <array>

class QSocketNotifier;

namespace ard::ui {

class EndSignals : public QObject {
    Q_OBJECT

public:
    explicit EndSignals(QObject *parent = nullptr);
    ~EndSignals() override; ///< the system's own handling is back

Q_SIGNALS:
    void received(int signal); ///< SIGTERM ..; on the thread of this object

private:
    std::array<int, 2> m_pipe{-1, -1}; ///< a handler may write, but not much else
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace ard::ui
