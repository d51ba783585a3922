// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/speech/StepSpeaker.h"
#include "models/CellSentence.h"
#include "plot/PlaneAccessible.h"
#include "plot/PlaneView.h"
#include "views/strip/TextStripView.h"
#include <QApplication>
#include <algorithm>

namespace ard::ui {

namespace {

/// What screen readers listen to: a change of what has the keyboard, and from Qt 6.8 on a text of its own.
void announce(QWidget *from, const QString &text)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(from, text);
    QAccessible::updateAccessibility(&event);
#else
    Q_UNUSED(text)
    for (const QAccessible::Event kind :
         {QAccessible::NameChanged, QAccessible::DescriptionChanged, QAccessible::Alert}) {
        QAccessibleEvent event(from, kind);
        QAccessible::updateAccessibility(&event);
    }
#endif
}

} // namespace

StepSpeaker::StepSpeaker(Session *session, QWidget *from, Clock *clock)
    : QObject(from), m_session(session), m_from(from), m_clock(clock), m_alarm(clock, this, [this] { say(); })
{
    QAccessible::installActivationObserver(this);
    connect(session->cursor(), &Cursor::momentChanged, this, &StepSpeaker::onMoment);
    connect(session->cursor(), &Cursor::runChanged, this, &StepSpeaker::onMoment);
    connect(session->cursor(), &Cursor::selectedChanged, this, &StepSpeaker::onSelected);
    connect(session->playback(), &Playback::playingChanged, this, &StepSpeaker::onMoment);
}

StepSpeaker::~StepSpeaker()
{
    QAccessible::removeActivationObserver(this);
}

void StepSpeaker::onMoment()
{
    if (!m_isListenedTo)
        return;
    const Cursor *cursor = m_session->cursor();
    const Film &film = *cursor->film();
    const bool moves = m_session->playback()->isPlaying() || m_session->playback()->isFollowing();
    want(moves ? summarySentence(film, cursor->moment(), cursor->sight()) : momentSentence(film, cursor->moment()));
}

void StepSpeaker::onSelected()
{
    if (!m_isListenedTo || m_session->playback()->isPlaying())
        return;
    const Cursor *cursor = m_session->cursor();
    if (cursor->selected().isValid())
        want(cellSentence(*cursor->film(), cursor->selected(), cursor->moment(), cursor->sight()), true);
}

void StepSpeaker::want(const QString &text, bool isOfCell)
{
    m_wanted = text;
    m_isOfCell = isOfCell;
    if (m_alarm.isActive())
        return;
    const qint64 since = m_hasSaid ? m_clock->now() - m_last : kGap;
    m_alarm.start(static_cast<int>(std::clamp<qint64>(kGap - since, 0, kGap)));
}

/// Of several wishes the last one: what was passed meanwhile is not so any more.
void StepSpeaker::say()
{
    const QString text = std::exchange(m_wanted, {});
    if (text.isEmpty() || text == m_said)
        return;
    m_said = text;
    m_last = m_clock->now();
    m_hasSaid = true;
    QWidget *focus = QApplication::focusWidget();
    auto *plane = qobject_cast<PlaneView *>(focus);
    const bool showsFilm = plane || qobject_cast<TextStripView *>(focus);
    if (plane && m_isOfCell && plane->state().selected) {
        PlaneAccessible::tellFocus(plane);
        Q_EMIT focusTold();
    } else {
        announce(showsFilm ? focus : m_from, text);
    }
    Q_EMIT said(text);
}

} // namespace ard::ui

#include "moc_StepSpeaker.cpp"
