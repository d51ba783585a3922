// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/LogBuffer.h"

namespace ard::ui {

namespace {

constexpr int kMaxLineLength = 4000;

} // namespace

LogBuffer::LogBuffer(int capacity, QObject *parent) : QObject(parent), m_capacity(std::max(capacity, 1)) { }

QString LogBuffer::allText() const
{
    QString text;
    for (const LogLine &line : m_lines) {
        text += line.time.toString(Qt::ISODateWithMs);
        if (!line.level.isEmpty())
            text += QLatin1Char(' ') + line.level;
        text += QLatin1Char(' ') + line.text + QLatin1Char('\n');
    }
    return text;
}

void LogBuffer::append(const QString &level, const QString &text)
{
    if (size() == m_capacity) {
        Q_EMIT aboutToDropFirst();
        m_lines.pop_front();
        Q_EMIT droppedFirst();
    }
    const int index = size();
    Q_EMIT aboutToAppend(index);
    m_lines.push_back({QDateTime::currentDateTime(), level, text.left(kMaxLineLength)});
    Q_EMIT appended(index);
}

void LogBuffer::clear()
{
    Q_EMIT aboutToClear();
    m_lines.clear();
    Q_EMIT cleared();
}

} // namespace ard::ui

#include "moc_LogBuffer.cpp"
