// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plane/LengthNote.h"
#include "models/LengthText.h"
#include "models/TokenDetails.h"
#include "paint/Pens.h"
#include "paint/Tones.h"
#include "plot/TextWidth.h"
#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <algorithm>

namespace ard::ui {

namespace {
constexpr std::size_t kBars = 4;
constexpr int kLetters = 58; ///< that a line of the note holds
constexpr double kPad = 0.8; ///< lines around the text
constexpr double kMostOfPlace = 0.92;
constexpr double kNoteTitleScale = 1.15;
} // namespace

LengthNote::LengthNote(QWidget *over, QWidget *parent) : QWidget(parent), m_over(over)
{
    setObjectName(QStringLiteral("plane.length"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    over->installEventFilter(this);
    hide();
}

void LengthNote::setRun(const Run *run)
{
    m_text = run ? lengthText(*run) : QString();
    m_explanation = run ? lengthExplanation(*run) : QString();
    m_likely.clear();
    if (run && run->record().lengthChoice)
        m_likely = run->record().lengthChoice->likely;
    m_likely.resize(std::min(m_likely.size(), kBars));
    setAccessibleName(m_text);
    setAccessibleDescription(m_explanation);
    fit();
    update();
}

int LengthNote::barsHeight() const
{
    return m_likely.empty() ? 0 : static_cast<int>((static_cast<double>(m_likely.size()) * 1.25 + 0.4) * lineHeight());
}

int LengthNote::explanationHeight(int width) const
{
    return fontMetrics().boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap, m_explanation).height();
}

/// The explanation goes first where there is little room, then the note.
void LengthNote::fit()
{
    const QRect within = m_over->geometry();
    const int pad = static_cast<int>(lineHeight() * kPad);
    QFont title = scaledFont(font(), kNoteTitleScale);
    title.setBold(true);
    const int letters = QFontMetrics(title).horizontalAdvance(m_text) + 1;
    const int most = static_cast<int>(within.width() * kMostOfPlace);
    const int width = std::min(std::max(lettersWidth(fontMetrics(), kLetters), letters) + 2 * pad, most);
    const int head = static_cast<int>(QFontMetrics(title).height() * 1.3) + barsHeight() + 2 * pad;
    const int whole = head + explanationHeight(width - 2 * pad);
    m_explains = whole <= within.height() * kMostOfPlace;
    const int height = m_explains ? whole : head;
    const bool isWide = letters + 2 * pad <= most;
    const bool fits = isWide && height <= within.height() * kMostOfPlace;
    setVisible(!m_text.isEmpty() && fits);
    setGeometry(within.center().x() - width / 2, within.center().y() - height / 2, width, height);
}

void LengthNote::paintBars(QPainter &painter, const QRectF &rect) const
{
    const Tones &tones = tonesOf(palette());
    const double row = lineHeight() * 1.25;
    const double names = fontMetrics().horizontalAdvance(QStringLiteral("0000")),
                 percents = fontMetrics().horizontalAdvance(QStringLiteral("< 00.0 %")) + 6;
    for (std::size_t i = 0; i < m_likely.size(); ++i) {
        const QRectF line(rect.left(), rect.top() + static_cast<double>(i) * row, rect.width(), row);
        const double probability = static_cast<double>(m_likely[i].probability);
        QFont letters = font();
        letters.setBold(i == 0);
        painter.setFont(letters);
        painter.setPen(tones.text);
        painter.drawText(QRectF(line.left(), line.top(), names, row), Qt::AlignRight | Qt::AlignVCenter,
                         locale().toString(m_likely[i].length));
        QRectF bar(line.left() + names + 10, line.top() + row * 0.2, line.width() - names - percents - 10, row * 0.6);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tones.raised);
        painter.drawRoundedRect(bar, 3, 3);
        bar.setWidth(std::max(2.0, bar.width() * probability));
        painter.setBrush(i == 0 ? tones.accent : tones.outline);
        painter.drawRoundedRect(bar, 3, 3);
        painter.setPen(i == 0 ? tones.text : tones.muted);
        painter.drawText(QRectF(line.right() - percents, line.top(), percents, row), Qt::AlignRight | Qt::AlignVCenter,
                         percentText(probability));
    }
}

void LengthNote::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tones &tones = tonesOf(palette());
    painter.setPen(QPen(tones.outline, 1));
    painter.setBrush(tones.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    const double pad = static_cast<int>(lineHeight() * kPad);
    QRectF inner = QRectF(rect()).adjusted(pad, pad, -pad, -pad);
    QFont title = scaledFont(font(), kNoteTitleScale);
    title.setBold(true);
    painter.setFont(title);
    painter.setPen(tones.text);
    const QFontMetricsF letters(title);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop, letters.elidedText(m_text, Qt::ElideRight, inner.width()));
    inner.setTop(inner.top() + letters.height() * 1.3);
    paintBars(painter, inner);
    inner.setTop(inner.top() + barsHeight());
    painter.setFont(font());
    painter.setPen(tones.muted);
    if (m_explains)
        painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_explanation);
}

void LengthNote::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

bool LengthNote::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        fit();
    return QWidget::eventFilter(watched, event);
}

} // namespace ard::ui

#include "moc_LengthNote.cpp"
