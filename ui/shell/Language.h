// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Language: the language of the window: its own texts, those of Qt, and how numbers are written. One for the
// application; GUI thread. Texts that stand already stay as they are: who shows them makes them anew after changed().
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTranslator>

namespace ard::ui {

class Language : public QObject {
    Q_OBJECT

public:
    /// folder: of explorer_CODE.qm. Without set() it is English with the numbers of the system.
    explicit Language(QString folder = QStringLiteral(":/i18n"), QObject *parent = nullptr);
    ~Language() override;

    /// en, de, zh_CN: what there is to choose from.
    static const QStringList &codes();
    /// "中文" for zh_CN: as its readers call it.
    static QString nameOf(const QString &code);
    /// The first of these that there is, English if none is. tags: as QLocale::uiLanguages() has them, best first. All
    /// of Chinese is read as zh_CN, for its other readers are nearer to that than to English.
    static QString bestOf(const QStringList &tags);

    /// code: one of codes(), or anything else for the language of the system.
    void set(const QString &code);
    QString code() const { return m_code; } ///< one of codes()

Q_SIGNALS:
    void changed(const QString &code);

private:
    void load(QTranslator &translator, const QString &name, const QString &folder);

    QString m_folder;
    QString m_code = QStringLiteral("en");
    QTranslator m_own, m_qt;
};

} // namespace ard::ui
