// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/Notices.h"

namespace ard::ui {

namespace {
constexpr int kRecentLines = 3; ///< the engine's refusal is followed by its detail and perhaps one line of its own
} // namespace

Notices::Notices(LogBuffer *log, QObject *parent) : QObject(parent), m_log(log) { }

void Notices::tell(Topic topic, const QString &sentence)
{
    if (!isLogged(sentence))
        m_log->append(QStringLiteral("error"), sentence);
    drop(topic);
    m_notices.append({topic, sentence});
    Q_EMIT changed();
}

void Notices::settle(Topic topic)
{
    if (drop(topic))
        Q_EMIT changed();
}

void Notices::dismissNewest()
{
    if (m_notices.isEmpty())
        return;
    m_notices.removeLast();
    Q_EMIT changed();
}

QString Notices::newest() const
{
    return m_notices.isEmpty() ? QString() : m_notices.last().sentence;
}

bool Notices::drop(Topic topic)
{
    return m_notices.removeIf([topic](const Notice &notice) { return notice.topic == topic; }) > 0;
}

/// What the engine refuses is in the log before it is told here.
bool Notices::isLogged(const QString &sentence) const
{
    for (int i = std::max(0, m_log->size() - kRecentLines); i < m_log->size(); ++i)
        if (m_log->line(i).text == sentence)
            return true;
    return false;
}

} // namespace ard::ui

#include "moc_Notices.cpp"
