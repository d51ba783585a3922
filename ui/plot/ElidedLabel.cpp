// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/ElidedLabel.h"
#include "paint/Tones.h"
#include "plot/TextWidth.h"
#include <QPainter>

namespace ard::ui {

ElidedLabel::ElidedLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ElidedLabel::setFullText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void ElidedLabel::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void ElidedLabel::setEmphasis(double scale, bool bold)
{
    m_scale = scale;
    m_bold = bold;
    updateGeometry();
    update();
}

QFont ElidedLabel::textFont() const
{
    QFont result = font();
    result.setPointSizeF(font().pointSizeF() * m_scale);
    result.setBold(m_bold);
    return result;
}

/// Letters of another font, as Chinese ones in an English line, can be higher than this one's.
int ElidedLabel::lineHeight(const QFontMetrics &fm) const
{
    return std::max(fm.height(), fm.boundingRect(m_text).height());
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics fm(textFont());
    return {fm.horizontalAdvance(m_text) + 2, lineHeight(fm)};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QFontMetrics fm(textFont());
    return {std::min(fm.horizontalAdvance(m_text) + 2, lettersWidth(fm, 6)), lineHeight(fm)};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tones &tones = tonesOf(palette());
    painter.setPen(m_tone == Tone::Text ? tones.text : m_tone == Tone::Muted ? tones.muted : tones.danger);
    painter.setFont(textFont());
    const QString shown = QFontMetrics(textFont()).elidedText(m_text, Qt::ElideRight, width());
    setToolTip(shown == m_text ? QString() : m_text);
    painter.drawText(rect(), static_cast<int>(alignment() | Qt::AlignVCenter), shown);
}

} // namespace ard::ui

#include "moc_ElidedLabel.cpp"
