// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Language.h"
#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace ard::ui {

Language::Language(QString folder, QObject *parent) : QObject(parent), m_folder(std::move(folder)) { }

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

const QStringList &Language::codes()
{
    static const QStringList all{QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("zh_CN")};
    return all;
}

QString Language::nameOf(const QString &code)
{
    if (code == QLatin1String("zh_CN"))
        return QStringLiteral("中文");
    return code == QLatin1String("de") ? QStringLiteral("Deutsch") : QStringLiteral("English");
}

QString Language::bestOf(const QStringList &tags)
{
    for (const QString &tag : tags)
        for (const QString &code : codes())
            if (QLocale(tag).language() == QLocale(code).language())
                return code;
    return codes().first();
}

void Language::set(const QString &code)
{
    const bool isChosen = codes().contains(code);
    const QString wanted = isChosen ? code : bestOf(QLocale::system().uiLanguages());
    QLocale::setDefault(isChosen ? QLocale(code) : QLocale::system());
    if (wanted == m_code)
        return;
    m_code = wanted;
    // Qt's own texts only in a language that the window speaks: never two languages in one dialog.
    load(m_qt, QStringLiteral("qtbase_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    load(m_own, QStringLiteral("explorer_"), m_folder);
    Q_EMIT changed(m_code);
}

void Language::load(QTranslator &translator, const QString &name, const QString &folder)
{
    QCoreApplication::removeTranslator(&translator);
    if (translator.load(name + m_code, folder))
        QCoreApplication::installTranslator(&translator);
}

} // namespace ard::ui

#include "moc_Language.cpp"
