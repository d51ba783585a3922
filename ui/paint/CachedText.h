// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CachedText: short texts of one font whose widths and glyphs are kept, because the same few words are drawn at every step of a
// film and shaping one costs many times as much as drawing it. Any thread; each keeps its own.
#include <QFont>
#include <QFontMetricsF>
#include <QRectF>
#include <QString>

class QPainter;

namespace ard::ui {

class CachedText {
public:
    explicit CachedText(const QFont &font);

    const QFont &font() const { return m_font; }
    const QFontMetricsF &metrics() const { return m_metrics; }
    double height() const { return m_metrics.height(); }
    double width(const QString &text) const;
    QString elided(const QString &text, double width) const; ///< "wor…" where it is wider
    /// In the painter's pen, in the middle of the rectangle, also where it is wider than that. Leaves the painter's font set.
    void paintCentred(QPainter &painter, const QRectF &rect, const QString &text) const;

private:
    struct Entry;
    const Entry &entry(const QString &text) const;

    QFont m_font;
    QFontMetricsF m_metrics;
    QString m_key; ///< of the font
};

} // namespace ard::ui
