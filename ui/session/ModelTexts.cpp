// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/ModelTexts.h"
#include "base/Json.h"
#include "session/PathText.h"
#include <QLocale>

namespace ard::ui {

namespace {

using Texts = QHash<QString, QString>;

/// Texts of an object, and of the objects in it as "outer/inner".
void collect(const nlohmann::json &object, const QString &before, Texts &into)
{
    for (const auto &[key, value] : object.items()) {
        const QString name = before + QString::fromStdString(key);
        if (value.is_string())
            into.insert(name, QString::fromStdString(value.get<std::string>()));
        else if (value.is_object())
            collect(value, name + u'/', into);
    }
}

} // namespace

ModelTexts ModelTexts::read(const QString &modelFolder)
{
    ModelTexts texts;
    const auto json = readJsonObject(fileSystemPath(modelFolder + QStringLiteral("/translations.json")));
    if (!json)
        return texts;
    for (const auto &[language, object] : json->items())
        if (object.is_object())
            collect(object, {}, texts.m_texts[QString::fromStdString(language)]);
    return texts;
}

QString ModelTexts::find(const QString &key) const
{
    const QString full = QLocale().name(); // "zh_CN"
    for (const QString &language : {full, full.section(u'_', 0, 0)})
        if (const QString text = m_texts.value(language).value(key); !text.isEmpty())
            return text;
    return {};
}

QString ModelTexts::text(const QString &key, const QString &fallback) const
{
    const QString found = find(key);
    return found.isEmpty() ? fallback : found;
}

QString ModelTexts::example(const QString &source) const
{
    return find(QStringLiteral("examples/") + source);
}

QString ModelTexts::run(const QString &baseName, const QString &fallback) const
{
    return text(QStringLiteral("runs/") + baseName, fallback);
}

} // namespace ard::ui
