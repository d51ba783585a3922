// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/Icons.h"
#include "paint/Tones.h"
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace ard::ui {

namespace {

class ThemedIconEngine : public QIconEngine {
public:
    ThemedIconEngine(const QString &name, IconTone tone) : m_name(name), m_tone(tone) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(m_name));
        if (!file.open(QIODevice::ReadOnly))
            return;
        QSvgRenderer renderer(file.readAll().replace("currentColor", color(mode).name().toLatin1()));
        renderer.render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        const QString key =
            QStringLiteral("ard:%1:%2:%3x%4").arg(m_name, color(mode).name()).arg(size.width()).arg(size.height());
        QPixmap result;
        if (QPixmapCache::find(key, &result))
            return result;
        result = QPixmap(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(), size), mode, state);
        painter.end();
        QPixmapCache::insert(key, result);
        return result;
    }

    QIconEngine *clone() const override { return new ThemedIconEngine(*this); }

private:
    QColor color(QIcon::Mode mode) const
    {
        const Tones &tones = tonesOf(QGuiApplication::palette());
        if (mode == QIcon::Disabled)
            return tones.outline;
        return m_tone == IconTone::OnAccent ? tones.onAccent : m_tone == IconTone::Danger ? tones.danger : tones.text;
    }

    QString m_name;
    IconTone m_tone;
};

} // namespace

QIcon themedIcon(const QString &name, IconTone tone)
{
    return QIcon(new ThemedIconEngine(name, tone));
}

} // namespace ard::ui
