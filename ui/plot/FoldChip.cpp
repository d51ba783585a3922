// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/FoldChip.h"
#include <QEvent>
#include <QPainter>

namespace ard::ui {

FoldChip::FoldChip(QWidget *parent) : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("plane.fold"));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    hide();
}

void FoldChip::show(int positions, bool folded, bool hasPlace)
{
    m_state.positions = positions;
    m_state.folded = folded;
    tell();
    setVisible(positions > 0 && hasPlace);
    update();
}

void FoldChip::tell()
{
    setAccessibleName(FoldMark::text(m_state.positions, m_state.folded));
    setToolTip(m_state.folded ? tr("The sentence ends here: the positions behind it are PAD. Click to show them.")
                              : tr("Click to fold away the positions that the sentence does not need."));
}

QSize FoldChip::sizeHint() const
{
    return {static_cast<int>(FoldMark::width(font())), 100};
}

void FoldChip::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        tell();
}

void FoldChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_state.tones = &tonesOf(palette());
    m_state.font = font();
    m_state.active = underMouse() || hasFocus();
    FoldMark::paint(painter, m_state, rect());
}

} // namespace ard::ui

#include "moc_FoldChip.cpp"
