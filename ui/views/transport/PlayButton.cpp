// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/transport/PlayButton.h"
#include "paint/Tones.h"
#include "views/common/Icons.h"
#include <QPainter>

namespace ard::ui {

PlayButton::PlayButton(QWidget *parent)
    : QAbstractButton(parent), m_play(themedIcon(QStringLiteral("play"), IconTone::OnAccent)),
      m_pause(themedIcon(QStringLiteral("pause"), IconTone::OnAccent))
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void PlayButton::setPlaying(bool playing)
{
    m_playing = playing;
    update();
}

QSize PlayButton::sizeHint() const
{
    const int side = fontMetrics().height() * 5 / 2 + 4;
    return {side, side};
}

bool PlayButton::hitButton(const QPoint &position) const
{
    const QPointF from = position - QPointF(rect().center());
    return from.x() * from.x() + from.y() * from.y() <= width() * width() / 4.0;
}

void PlayButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tones &tones = tonesOf(palette());
    const QRectF circle = QRectF(rect()).adjusted(3, 3, -3, -3);
    QColor fill = isEnabled() ? tones.accent : tones.hairline;
    if (isDown())
        fill = fill.darker(120);
    else if (underMouse() && isEnabled())
        fill = tones.dark ? fill.lighter(112) : fill.darker(110);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawEllipse(circle);
    if (hasFocus()) {
        painter.setPen(QPen(tones.text, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(circle.adjusted(-2, -2, 2, 2));
    }
    const int side = static_cast<int>(circle.width() * 0.5);
    QRect box(0, 0, side, side);
    box.moveCenter(rect().center());
    (m_playing ? m_pause : m_play).paint(&painter, box, Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
}

} // namespace ard::ui

#include "moc_PlayButton.cpp"
