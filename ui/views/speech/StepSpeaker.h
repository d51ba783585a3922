// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StepSpeaker: tells those who hear the window where the cursor is: the chosen cell when one is chosen, the sentence after a step, and
// while a film plays a summary, never faster than can be listened to. Says nothing where no screen reader asks. GUI thread.
#include "session/Session.h"
#include <QAccessible>
#include <QObject>

namespace ard::ui {

class StepSpeaker : public QObject, private QAccessible::ActivationObserver {
    Q_OBJECT

public:
    static constexpr int kGap = 500; ///< milliseconds between two announcements, at least

    /// Both must outlive the speaker. What is said comes from the part of the window that has the keyboard, where it shows the film; else
    /// from here.
    StepSpeaker(Session *session, QWidget *from, Clock *clock = Clock::real());

    ~StepSpeaker() override;

Q_SIGNALS:
    void said(const QString &text);
    void
    focusTold(); ///< before said(): by the focus of the plane's cell, which a screen reader reads, and by no announcement

private:
    void accessibilityActiveChanged(bool active) override { m_isListenedTo = active; }
    void onMoment();
    void onSelected();
    void want(const QString &text, bool isOfCell = false);
    void say();

    Session *m_session;
    QWidget *m_from;
    Clock *m_clock;
    Alarm m_alarm;
    QString m_wanted;
    bool m_isOfCell = false; ///< what is wanted
    QString m_said;
    qint64 m_last = 0;
    bool m_hasSaid = false;
    bool m_isListenedTo = QAccessible::isActive();
};

} // namespace ard::ui
