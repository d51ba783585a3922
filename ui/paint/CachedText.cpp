// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/CachedText.h"
#include "paint/Pens.h"
#include <QCache>
#include <QPainter>
#include <QStaticText>
#include <map>

namespace ard::ui {

namespace {
constexpr int kMostTexts = 4096; ///< of a font
constexpr std::size_t kMostFonts = 32;
} // namespace

struct CachedText::Entry {
    double width = 0;
    QStaticText glyphs;
};

CachedText::CachedText(const QFont &font) : m_font(font), m_metrics(font), m_key(font.key()) { }

const CachedText::Entry &CachedText::entry(const QString &text) const
{
    thread_local std::map<QString, QCache<QString, Entry>> fonts;
    if (fonts.size() >= kMostFonts && fonts.find(m_key) == fonts.end())
        fonts.clear(); // sizes of the past
    QCache<QString, Entry> &entries = fonts.try_emplace(m_key, kMostTexts).first->second;
    if (const Entry *known = entries.object(text))
        return *known;
    auto *made = new Entry{m_metrics.horizontalAdvance(text), QStaticText(text)};
    made->glyphs.setTextFormat(Qt::PlainText);
    made->glyphs.setPerformanceHint(QStaticText::AggressiveCaching);
    entries.insert(text, made);
    return *made;
}

double CachedText::width(const QString &text) const
{
    return entry(text).width;
}

QString CachedText::elided(const QString &text, double width) const
{
    return this->width(text) <= width ? text : m_metrics.elidedText(text, Qt::ElideRight, width);
}

void CachedText::paintCentred(QPainter &painter, const QRectF &rect, const QString &text) const
{
    painter.setFont(m_font);
    if (isVector(painter)) { // letters stay letters
        painter.drawText(rect, Qt::AlignCenter | Qt::TextDontClip, text);
        return;
    }
    const Entry &drawn = entry(text);
    painter.drawStaticText(rect.center() - QPointF(drawn.width, m_metrics.height()) / 2, drawn.glyphs);
}

} // namespace ard::ui
