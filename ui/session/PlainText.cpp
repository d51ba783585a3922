// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/PlainText.h"
#include <QRegularExpression>

namespace ard::ui {

QString withoutMnemonics(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

QString controlName(QString text)
{
    static const QRegularExpression inBrackets(QStringLiteral("\\(&[^&]\\)")), before(QStringLiteral("&(.)"));
    return text.remove(inBrackets).replace(before, QStringLiteral("\\1")); // "&&" is the sign itself
}

QString running(const QStringList &sentences)
{
    QString text;
    for (const QString &sentence : sentences) {
        const bool hasRoom =
            text.isEmpty() || QStringLiteral("。！？").contains(text.back()) || sentence.startsWith(u'（');
        if (!hasRoom)
            text += QLatin1Char(' ');
        text += sentence;
    }
    return text;
}

QString plainTitle(QString text)
{
    return text.replace(QStringLiteral("[*]"), QStringLiteral("[*][*]"));
}

} // namespace ard::ui
