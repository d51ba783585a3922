// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Notices: what the user has to be told and has not dismissed, at most one sentence a topic. A notice stays until it is
// dismissed, or until the thing that failed succeeds; every one of them is in the log, too. GUI thread.
#include "session/LogBuffer.h"
#include <QList>
#include <QObject>
#include <QString>

namespace ard::ui {

class Notices : public QObject {
    Q_OBJECT

public:
    enum class Topic { Model, Run, Form, Table, Save, Open, Picture };
    Q_ENUM(Topic)

    /// log must outlive the notices.
    explicit Notices(LogBuffer *log, QObject *parent = nullptr);

    /// Becomes the newest one, in place of what was told about the topic before.
    void tell(Topic topic, const QString &sentence);
    /// It has succeeded meanwhile: what was told about it is not so any more.
    void settle(Topic topic);
    void dismissNewest();
    QString newest() const; ///< empty: nothing to tell
    int size() const { return static_cast<int>(m_notices.size()); }

Q_SIGNALS:
    void changed();

private:
    struct Notice {
        Topic topic;
        QString sentence;
    };
    bool drop(Topic topic);
    bool isLogged(const QString &sentence) const;

    LogBuffer *m_log;
    QList<Notice> m_notices; ///< oldest first
};

} // namespace ard::ui
