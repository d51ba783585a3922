// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/source/ChipButton.h"
#include "plot/TextWidth.h"
#include "session/PlainText.h"

namespace ard::ui {

ChipButton::ChipButton(const QString &text, QWidget *parent) : QPushButton(parent), m_text(text)
{
    setProperty("chip", true);
    setToolTip(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

QSize ChipButton::minimumSizeHint() const
{
    return {lettersWidth(fontMetrics(), 8), QPushButton::minimumSizeHint().height()};
}

void ChipButton::resizeEvent(QResizeEvent *event)
{
    QPushButton::resizeEvent(event);
    const int room = width() - lettersWidth(fontMetrics(), 4);
    setText(withoutMnemonics(fontMetrics().elidedText(m_text, Qt::ElideRight, room)));
}

} // namespace ard::ui

#include "moc_ChipButton.cpp"
