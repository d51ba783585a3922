// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/transport/TransportBar.h"
#include "session/FollowLane.h"
#include "session/PlainText.h"
#include "trace/Repair.h"
#include "views/transport/PlayButton.h"
#include "views/transport/ScrubRuler.h"
#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace ard::ui {

TransportBar::TransportBar(Session *session, const Buttons &buttons, QWidget *parent)
    : QWidget(parent), m_session(session), m_marks(session->cursor()), m_play(new PlayButton(this)),
      m_ruler(new ScrubRuler(this)), m_label(new QLabel(this)), m_detail(new QLabel(this)), m_speed(new QComboBox(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(4);
    layout->addWidget(addButton(buttons.first));
    layout->addWidget(addButton(buttons.back));
    layout->addWidget(m_play);
    layout->addWidget(addButton(buttons.forward));
    layout->addWidget(addButton(buttons.last));
    layout->addSpacing(4);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_label);
    texts->addWidget(m_detail);
    layout->addLayout(texts);
    layout->addSpacing(2);
    layout->addWidget(m_ruler, 1);
    layout->addSpacing(2);
    layout->addWidget(addButton(buttons.loop));
    layout->addWidget(m_speed);
    m_detail->setForegroundRole(QPalette::PlaceholderText);

    m_play->setAccessibleName(tr("Play or pause"));
    m_play->setToolTip(buttons.play->toolTip());
    m_play->setEnabled(buttons.play->isEnabled());
    connect(m_play, &QAbstractButton::clicked, buttons.play, &QAction::trigger);
    connect(buttons.play, &QAction::changed, this, [this, play = buttons.play] {
        m_play->setEnabled(play->isEnabled());
        m_play->setToolTip(play->toolTip());
    });

    Playback *playback = session->playback();
    const auto showPlaying = [this, playback] { m_play->setPlaying(playback->isPlaying() || playback->isFollowing()); };
    connect(playback, &Playback::playingChanged, this, showPlaying);
    connect(playback, &Playback::followingChanged, this, showPlaying);
    connect(session->cursor(), &Cursor::momentChanged, this, &TransportBar::refreshLabel);
    connect(m_ruler, &QAbstractSlider::valueChanged, this, [playback](int step) {
        if (step != playback->step())
            playback->seek(step);
    });
    connect(&m_marks, &FilmMarks::changed, this, &TransportBar::refreshEvents);
    connect(session->markers(), &Markers::changed, this, &TransportBar::refreshMarkers);
    buildSpeeds();
    applyFonts();
    followLane(session->cursor(), this, [this](Lane *lane) {
        connect(lane->film(), &Film::grew, this, &TransportBar::refreshSteps);
        connect(lane->film(), &Film::runChanged, this, &TransportBar::refreshSteps);
        connect(lane->film(), &Film::planChanged, this, &TransportBar::refreshSteps);
        connect(lane->film(), &Film::filledChanged, this, &TransportBar::refreshSteps);
        refreshSteps();
    });
}

QToolButton *TransportBar::addButton(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setAccessibleName(controlName(action->text()));
    button->setFocusPolicy(Qt::TabFocus);
    m_buttons.push_back(button);
    return button;
}

void TransportBar::buildSpeeds()
{
    const QLocale locale;
    m_speed->setToolTip(tr("Speed of the film, in model calls a second"));
    m_speed->setAccessibleName(tr("Speed"));
    for (double speed = Playback::kMinimumSpeed; speed <= Playback::kMaximumSpeed; speed *= 2)
        m_speed->addItem(tr("%1 / s").arg(locale.toString(speed)), speed);
    const auto show = [this](double speed) {
        for (int i = 0; i < m_speed->count(); ++i)
            if (m_speed->itemData(i).toDouble() <= speed)
                m_speed->setCurrentIndex(i);
    };
    show(m_session->playback()->speed());
    connect(m_session->playback(), &Playback::speedChanged, this, show);
    connect(m_speed, &QComboBox::activated, this,
            [this](int i) { m_session->playback()->setSpeed(m_speed->itemData(i).toDouble()); });
}

void TransportBar::refreshSteps()
{
    const Film &film = *m_session->cursor()->film();
    std::vector<int> steps;
    for (int i = 0; i < film.size(); ++i)
        steps.push_back(film.sentenceStep(film.at(i)));
    for (int call = film.last().call + 1; film.run() && call <= film.modelCalls(); ++call)
        steps.push_back(film.sentenceStep(call));
    const bool blocked = m_ruler->blockSignals(true);
    m_ruler->setSteps(steps, m_session->playback()->stepCount());
    m_ruler->blockSignals(blocked);
    refreshLabel();
    refreshEvents();
    refreshMarkers();
}

void TransportBar::refreshEvents()
{
    std::vector<ScrubRuler::Event> events;
    for (const FilmMarks::Mark &mark : m_marks.marks())
        events.push_back({mark.step, mark.flips, mark.settles});
    m_ruler->setEvents(std::move(events));
}

void TransportBar::refreshMarkers()
{
    const Film &film = *m_session->cursor()->film();
    std::vector<ScrubRuler::Marker> markers;
    for (int number = 1; number <= Markers::kCount; ++number)
        if (const std::optional<Cell> place = m_session->markers()->place(film.run(), number);
            place && film.contains(place->moment))
            markers.push_back({film.indexOf(place->moment), number});
    m_ruler->setMarkers(std::move(markers));
}

void TransportBar::refreshLabel()
{
    const Film &film = *m_session->cursor()->film();
    const Moment now = m_session->cursor()->moment();
    const bool blocked = m_ruler->blockSignals(true);
    m_ruler->setValue(m_session->playback()->step());
    m_ruler->blockSignals(blocked);
    if (!film.run() || film.modelCalls() <= 0) {
        m_label->setText(tr("no run yet"));
        m_detail->setText(QString());
        return;
    }
    m_label->setText(tr("step %1 of %2").arg(now.call).arg(film.modelCalls()));
    m_detail->setText(isRepairCall(film.plan(), now.call) ? tr("repair (ours)")
                                                          : tr("s %1").arg(film.sentenceStep(now)));
}

QString TransportBar::label() const
{
    return m_detail->text().isEmpty() ? m_label->text() : m_label->text() + QStringLiteral(" · ") + m_detail->text();
}

void TransportBar::applyFonts()
{
    QFont bold = font();
    bold.setBold(true);
    m_label->setFont(bold);
    m_label->setMinimumWidth(QFontMetrics(bold).horizontalAdvance(tr("step %1 of %2").arg(200).arg(200)));
    const int side = fontMetrics().height() * 4 / 3;
    for (QToolButton *button : m_buttons)
        button->setIconSize({side, side});
}

void TransportBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyFonts();
}

} // namespace ard::ui

#include "moc_TransportBar.cpp"
